"""Messages only wake a worker: losing one costs two seconds, never work. So nobody waits for the broker."""

import logging
import threading
import time
from functools import partial

from django.conf import settings
from django.utils.module_loading import import_string

QUIET_AFTER_TROUBLE = 5  # seconds; a broker that is down is not asked for every click
STALE = 60  # seconds after which a wake is pointless: the sweep was there long before

logger = logging.getLogger(__name__)
_wanted = set()
_bell = threading.Event()
_ringer = None


def wake(lane):
    """Tell a worker of this lane to look, soon and from another thread: many wakes become one."""
    global _ringer
    if not settings.CELERY_APP:
        return
    if lane == "slow":
        want_slow_lane()
    _wanted.add(lane)
    _bell.set()
    if _ringer is None or not _ringer.is_alive():  # the first time, and after a fork
        _ringer = threading.Thread(target=_ring, name="wake", daemon=True)
        _ringer.start()


def want_slow_lane():
    """Ask the supervisor, who has no database, for the second worker."""
    settings.SLOW_LANE_WANTED.parent.mkdir(parents=True, exist_ok=True)
    settings.SLOW_LANE_WANTED.touch()


def _ring():
    while _bell.wait():
        _bell.clear()
        for lane in tuple(_wanted):
            _wanted.discard(lane)
            try:
                send(lane)
            except Exception as error:
                logger.warning("The broker cannot be reached (%s); due work waits for the sweep.", error)
                time.sleep(QUIET_AFTER_TROUBLE)


def send(lane):
    app = import_string(settings.CELERY_APP)
    app.send_task("jobs.drain", args=(lane,), queue=lane, expires=STALE, ignore_result=True, retry=False)


AFTER_COMMIT = {lane: partial(wake, lane) for lane in ("quick", "slow")}
