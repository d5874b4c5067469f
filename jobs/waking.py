"""Messages only wake a worker: losing one costs two seconds, never work."""

import logging
import time
from functools import partial

from django.conf import settings
from django.utils.module_loading import import_string

QUIET_AFTER_TROUBLE = 5  # seconds without trying a broker that just failed, so that no request waits for it twice
STALE = 60  # seconds after which a wake is pointless: the sweep was there long before

logger = logging.getLogger(__name__)
_trouble_at = -QUIET_AFTER_TROUBLE


def wake(lane):
    """Tell a worker of this lane to look; never raises."""
    global _trouble_at
    if not settings.CELERY_APP or time.monotonic() - _trouble_at < QUIET_AFTER_TROUBLE:
        return
    try:
        if lane == "slow":
            want_slow_lane()
        app = import_string(settings.CELERY_APP)
        app.send_task("jobs.drain", args=(lane,), queue=lane, expires=STALE, ignore_result=True, retry=False)
    except Exception as error:
        _trouble_at = time.monotonic()
        logger.warning("The broker cannot be reached (%s); due work waits for the sweep.", error)


def want_slow_lane():
    """Ask the supervisor, who has no database, for the second worker."""
    settings.SLOW_LANE_WANTED.parent.mkdir(parents=True, exist_ok=True)
    settings.SLOW_LANE_WANTED.touch()


AFTER_COMMIT = {lane: partial(wake, lane) for lane in ("quick", "slow")}
