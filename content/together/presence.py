"""Who is writing on a page just now, for its readers."""

from datetime import timedelta

from django.utils import timezone

from content.models import CollabUpdate
from org.models import User

LATELY = timedelta(seconds=60)


def editing(page_id) -> list[User]:
    """Those whose editor is open here, and those who wrote within the last minute anywhere. Two queries at most."""
    ids = set(_here(page_id))
    lately = CollabUpdate.objects.filter(doc__page_id=page_id, at__gt=timezone.now() - LATELY).exclude(user=None)
    ids |= set(lately.values_list("user", flat=True).distinct())
    return list(User.objects.filter(pk__in=ids, is_active=True).order_by("pinyin", "pk")) if ids else []


def _here(page_id):
    """Read from a web thread while the loop goes on: copies, and no lock."""
    import sys

    module = sys.modules.get("content.together.rooms")  # not loaded where nobody has come yet
    rooms = getattr(getattr(module, "Rooms", None), "current", None)  # half loaded while the first comes in
    room = rooms and rooms.open.get(page_id)
    return [each.person.pk for each in list(room.connections) if each.may_edit] if room else []
