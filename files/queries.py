"""Finding files behind the one door."""

from django.http import Http404

from access import rules
from files.models import HELD, Attachment, Picture
from ui.uid import is_uid


def find(user, uid, action="view", models=HELD):
    """The file of that uid, or the same 404 for the unknown and the forbidden. At most two queries."""
    if is_uid(uid):
        for model in models:
            if held := model.objects.may(user, action).filter(uid=uid).first():
                return held
    raise Http404


def may_take(user, held):
    """Whether this person may download it. A picture is part of its text, so whoever sees it has it."""
    return isinstance(held, Picture) or rules.can(user, "download", held)


def by_uid(user, uids):
    """{uid: file} of those this person may see. Two queries for any number."""
    uids = {uid for uid in uids if is_uid(uid)}
    if not uids:
        return {}
    return {held.uid: held for model in HELD for held in model.objects.visible_to(user).filter(uid__in=uids)}


def to_take(user, uids):
    """{uid: file} of what this person may carry elsewhere: pictures as part of the text, attachments where they may be
    downloaded. Two queries for any number.
    """
    uids = {uid for uid in uids if is_uid(uid)}
    if not uids:
        return {}
    found = [
        *Picture.objects.visible_to(user).filter(uid__in=uids),
        *Attachment.objects.may(user, "download").filter(uid__in=uids),
    ]
    return {held.uid: held for held in found}
