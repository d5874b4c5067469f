"""What a reader may know of the pages and files a text names."""

from typing import NamedTuple

from django.db.models import Case, CharField, F, IntegerField, Value, When
from django.db.models.functions import Coalesce

from access.rules import policy_for
from content.models import ContentPage
from files.models import Attachment, Picture

_NOTHING, _ZERO, _ONE = Value("", CharField()), Value(0, IntegerField()), Value(1, IntegerField())


class Fact(NamedTuple):
    """`kind` is page, space, picture or attachment; `name` a slug or the name in the storage."""

    kind: str
    uid: str
    title: str
    name: str
    size: int
    width: int
    height: int
    extraction: str  # how far search got with its text
    may_take: int  # whether this person may download it


def facts_of(user, pages, files) -> dict[str, Fact]:
    """{uid: fact} of those this person may see. One query for any number, none for none."""
    parts = []
    if pages:
        parts.append(_pages(user, pages))
    if files:
        parts += [_pictures(user, files), _attachments(user, files)]
    if not parts:
        return {}
    rows = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    return {row[1]: Fact(*row) for row in rows}


def _pages(user, uids):
    kind = Case(When(pk=F("space_id"), then=Value("space")), default=Value("page"), output_field=CharField())
    found = ContentPage.objects.visible_to(user).filter(uid__in=uids).order_by()
    return found.values_list(kind, "uid", "title", "slug", _ZERO, _ZERO, _ZERO, _NOTHING, _ONE)


def _pictures(user, uids):
    found = Picture.objects.visible_to(user).filter(uid__in=uids).order_by()
    kind = Value("picture", CharField())
    return found.values_list(kind, "uid", "title", "file", "file_size", "width", "height", _NOTHING, _ONE)


def _attachments(user, uids):
    found = Attachment.objects.visible_to(user).filter(uid__in=uids).order_by()
    kind, state = Value("attachment", CharField()), Coalesce("extraction__state", _NOTHING)
    download = policy_for(Attachment).rule(user, "download")
    may_take = Case(When(download, then=_ONE), default=_ZERO)
    return found.values_list(kind, "uid", "title", "file", "file_size", _ZERO, _ZERO, state, may_take)
