"""Leaving by one click, without signing in (RFC 8058): a signed address says who leaves what."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from notifications import groups
from notifications.models import WayChoice
from org.models import User

SALT = "notifications.unsubscribe"


def address(person, names, way) -> str:
    """Where this person leaves these groups by this way; nowhere for what cannot be left."""
    names = sorted(name for name in names if not groups.find(name).is_binding)
    if not names:
        return ""
    token = signing.dumps([person.uid, way, names], salt=SALT)
    return settings.SITE_URL + reverse("notifications:unsubscribe", args=[token])


def read(token):
    """(person, way, groups) of a signed address, or None. It does not grow old: a letter may be found after years."""
    try:
        uid, way, names = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    person = User.objects.filter(uid=uid).first()
    return person and (person, way, [groups.find(name) for name in names])


def leave(person, way, chosen):
    """Again changes nothing."""
    rows = [
        WayChoice(person=person, group=group.name, way=way, is_on=False) for group in chosen if not group.is_binding
    ]
    WayChoice.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["person", "group", "way"], update_fields=["is_on"]
    )
