"""Asking for work, in the transaction of the change that needs it."""

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from jobs import registry, waking


def due(name, *, key=None, payload=None, at=None, lane=None, again=False):
    """Write down work that must happen; it is done if and only if the caller's transaction is.

    A key says what it is about, and twice is once. `again=True` is for work that brings something up to date:
    a row done before is opened once more, and one being worked on is done anew afterwards. One query.
    """
    work = registry.find(name)
    lane = lane or work.lane
    model = apps.get_model("jobs", "Due")  # this package is imported before the models are
    row = model(name=name, key=key or get_random_string(20), payload=payload or {}, lane=lane)
    row.patient = work.patient
    row.due_at = at or row.asked_at
    if again:
        model.objects.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["name", "key"],
            update_fields=["payload", "lane", "asked_at", "asked", "due_at", "failures", "done_at", "failed_at"],
        )
    else:
        model.objects.bulk_create([row], ignore_conflicts=True)
    if row.due_at <= timezone.now():
        wake_when_committed(lane)


def wake_when_committed(lane):
    """Once a transaction and lane. If it is forgotten by a rolled back savepoint the sweep comes two seconds later."""
    wake = waking.AFTER_COMMIT[lane]
    waiting = transaction.get_connection().run_on_commit
    if not any(function is wake for _, function, *_ in waiting):
        transaction.on_commit(wake, robust=True)
