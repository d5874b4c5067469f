"""For tests: do now what is due."""

from django.utils import timezone

from jobs import running
from jobs.models import Due


def run_due(*, name=None, at=None):
    """Do everything due, both lanes, in this process, and what that asks for; returns the rows tried.

    Work that fails stays open with its error; recurring work runs once; `at` plays a later moment.
    """
    tried = {}
    while row := _next(name, at or timezone.now(), tried):
        tried[row.pk, row.asked] = row
        row.leased_until = timezone.now() + running.LEASE_OUTSIDE
        row.attempts += 1
        row.save(update_fields=["leased_until", "attempts"])
        running.run(row, alone=True)
    return list(tried.values())


def _next(name, now, tried):
    rows = Due.objects.open().filter(due_at__lte=now, paused_at=None).order_by("patient", "due_at", "pk")
    rows = rows.filter(name=name) if name else rows
    return next((row for row in rows if (row.pk, row.asked) not in tried), None)
