"""Finding files behind the one door."""

from django.http import Http404

from files.models import HELD
from ui.uid import is_uid


def find(user, uid, action="view", models=HELD):
    """The file of that uid, or the same 404 for the unknown and the forbidden. At most two queries."""
    if is_uid(uid):
        for model in models:
            if held := model.objects.may(user, action).filter(uid=uid).first():
                return held
    raise Http404


def by_uid(user, uids):
    """{uid: file} of those this person may fetch. Two queries for any number."""
    uids = {uid for uid in uids if is_uid(uid)}
    if not uids:
        return {}
    return {held.uid: held for model in HELD for held in model.objects.visible_to(user).filter(uid__in=uids)}
