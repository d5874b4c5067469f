"""What was uploaded and never used goes after a day."""

from datetime import timedelta

from django.utils import timezone

from files.models import HELD

KEEP_LOOSE = timedelta(days=1)
AT_A_TIME = 100  # so that a slice of quick work stays below a second

_spares = []


def spares(function):
    """Register `function(uids) -> uids`: those that something unfinished still names, such as a draft of a new page."""
    _spares.append(function)
    return function


def purge_loose(now=None):
    """Delete files that belong to nothing and are older than a day; says how many."""
    before = (now or timezone.now()) - KEEP_LOOSE
    return sum(_purge(model.objects.loose().filter(created_at__lt=before)) for model in HELD)


def _purge(old):
    uids = list(old.order_by("created_at").values_list("uid", flat=True))
    if not uids:
        return 0
    named = {uid for still_named in _spares for uid in still_named(uids)}
    unused = [uid for uid in uids if uid not in named][:AT_A_TIME]
    old.filter(uid__in=unused).delete()
    return len(unused)
