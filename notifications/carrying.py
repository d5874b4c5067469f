"""Each way's courier in a thread of its own: one that waits for a slow server keeps neither the others nor the lane."""

import logging
import threading

from django.conf import settings
from django.db import connections

import jobs
from notifications import couriers, routing, ways
from notifications.models import Delivery

LOOK_EVERY = 15  # seconds; digests and second tries need nobody to wake them

logger = logging.getLogger(__name__)
_lock = threading.Lock()
_asked: dict[str, threading.Event] = {}  # of couriers on their way


@jobs.work(routing.CARRY, outside=True)
def carry(way):
    """Send the courier off. That this row is done says nothing: the deliveries themselves say what is left."""
    if settings.CELERY_APP:
        _send_off(way)
    else:
        couriers.carry(ways.find(way))


@jobs.every(seconds=LOOK_EVERY, name="notifications.look")
def look():
    """See what has become due, and put right what a courier that is gone had in hand."""
    for way in ways.outward():
        couriers.put_right(way)
        if Delivery.objects.by(way.name).due().exists():
            routing.wake(way)


def _send_off(way):
    with _lock:
        if way in _asked:
            _asked[way].set()
            return
        _asked[way] = threading.Event()
        threading.Thread(target=_go, args=[way], name=f"courier-{way}").start()


def _go(way):
    """Until nobody has asked again meanwhile."""
    try:
        while True:
            couriers.carry(ways.find(way))
            with _lock:
                if not _asked[way].is_set():
                    del _asked[way]
                    return
                _asked[way].clear()
    except Exception:
        logger.exception("The courier by %s stumbled; the next look sends another.", way)
        with _lock:
            _asked.pop(way, None)
    finally:
        connections.close_all()
