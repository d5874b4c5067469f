"""What people and schedules do to due rows."""

from datetime import timedelta

from django.utils import timezone

from jobs import registry
from jobs.asking import wake_when_committed
from jobs.models import Due

KEEP_DONE = timedelta(days=30)  # so long twice is once
SCHEDULE = "schedule"


def retry(rows):
    """Give failed work all its tries again."""
    count = rows.failed().update(failed_at=None, failures=0, due_at=timezone.now())
    for lane in ("quick", "slow"):
        wake_when_committed(lane)
    return count


def pause(row):
    """Ask slow work to stop at its next step."""
    Due.objects.open().filter(pk=row.pk, paused_at=None).update(paused_at=timezone.now())


def resume(row):
    """Go on where it stopped."""
    Due.objects.open().filter(pk=row.pk).update(paused_at=None, due_at=timezone.now())
    wake_when_committed(row.lane)


def plan():
    """See to it that each recurring work has its one row, and that a shorter rhythm takes effect at once."""
    now = timezone.now()
    works = registry.recurring()
    rows = [Due(name=work.name, key=SCHEDULE, lane=work.lane, due_at=_first(work, now)) for work in works]
    Due.objects.bulk_create(rows, ignore_conflicts=True)
    for work in works:
        turn = work.comes_again(now)
        Due.objects.filter(name=work.name, key=SCHEDULE, due_at__gt=turn).update(due_at=turn)
    Due.objects.filter(key=SCHEDULE).exclude(name__in=[work.name for work in works]).delete()


def _first(work, now):
    """What is done every so often is done at once; what has its hour waits for it."""
    return work.comes_again(now) if work.at_its_hour else now


def tidy():
    """Forget what was done long ago."""
    return Due.objects.done_before(timezone.now() - KEEP_DONE).delete()[0]
