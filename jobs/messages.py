"""What Celery calls: the sweep of beat, and a look when something woke us. Imported by workers only."""

import logging
import time
from contextlib import contextmanager
from functools import cache

from celery import shared_task
from celery.exceptions import WorkerShutdown
from celery.signals import worker_ready
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from jobs import actions, running, waking
from jobs.boot import boot
from jobs.models import Due, Heartbeat
from jobs.outcomes import stopping

SLICE = 1.0  # seconds; then other messages have their turn
LOOK_EVERY = 1  # seconds, while the slow worker waits for more

logger = logging.getLogger(__name__)
_last_beat = {}


@shared_task(name="jobs.sweep")
def sweep():
    """Every two seconds: find what nobody woke us for."""
    with patience_with_the_database():
        _plan_once()
        heartbeat("quick")
        if Due.objects.ready("slow").exists():
            waking.wake("slow")
    drain("quick")


@shared_task(name="jobs.drain")
def drain(lane):
    if lane == "slow":
        drain_slow()
        return
    with patience_with_the_database():
        if running.drain(lane, SLICE, after_each=lambda: heartbeat(lane)):
            waking.wake(lane)


@contextmanager
def patience_with_the_database():
    """One line in the log while it is away; leases run out by themselves, and the next sweep tries again."""
    try:
        yield
    except DatabaseError as error:
        logger.error("The database cannot be reached: %s", error)
        connection.close()


@worker_ready.connect
def look_at_once(sender, **_):
    """The message that made the supervisor start us may be lost."""
    for queue in sender.app.amqp.queues.consume_from:
        drain.apply_async((queue,), queue=queue)


def drain_slow():
    """Do all slow work there is. A worker started on demand waits a while for more, then ends."""
    idle_since = time.monotonic()
    while not stopping():
        with patience_with_the_database():
            settings.SLOW_LANE_WANTED.unlink(missing_ok=True)  # before looking: what is asked for now is seen now
            heartbeat("slow")
            if Due.objects.ready("slow").exists():
                running.drain("slow", seconds=0)
                idle_since = time.monotonic()
                continue
        if not settings.SLOW_LANE_IDLE:
            return
        if time.monotonic() - idle_since > settings.SLOW_LANE_IDLE:
            raise WorkerShutdown()
        time.sleep(LOOK_EVERY)


@cache
def _plan_once():
    actions.plan()


def heartbeat(lane):
    """Say that this lane is alive: a row for /readyz, a file for the supervisor, who has no database."""
    now = time.monotonic()
    if now - _last_beat.get(lane, -Heartbeat.EVERY) < Heartbeat.EVERY:
        return
    _last_beat[lane] = now
    settings.HEARTBEATS.mkdir(parents=True, exist_ok=True)
    (settings.HEARTBEATS / lane).touch()
    Heartbeat.objects.update_or_create(lane=lane, defaults={"boot": boot(), "at": timezone.now()})
