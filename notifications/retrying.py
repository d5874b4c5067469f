"""Once more, because an administrator has mended what was wrong."""

from django.db import transaction
from django.utils import timezone

from audit.actions import record
from notifications import routing
from notifications.choices import State


@transaction.atomic
def retry(rows, way, *, by) -> int:
    """Gives failed deliveries all their tries again. What may have arrived goes out a second time: a person decided."""
    count = rows.update(state=State.WAITING, attempts=0, due_at=timezone.now(), done_at=None, begun_at=None, holder="")
    if count:
        record("deliveries.retried", by, by=by, after={"way": way.name, "count": count})
        routing.wake(way)
    return count
