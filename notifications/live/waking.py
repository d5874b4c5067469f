"""That somebody's numbers have changed: said once the change is committed, here and, with Redis, to other processes.

Losing it costs two seconds: the hub looks by itself.
"""

import logging
import threading
import time
from functools import partial

from django.conf import settings
from django.db import transaction

CHANNEL = "hzh:bell"
EVERYBODY = b"*"
MANY = 200  # people; then all lines are looked at
PAUSE = 5  # seconds during which a Redis that is away is not asked

logger = logging.getLogger("hzh.live")
_listeners, _waiting, _told = [], set(), threading.Event()
_teller = None


def when_committed(people):
    if people := frozenset(people):
        transaction.on_commit(partial(tell, people), robust=True)


def listen(listener):
    """`listener(people)` is called in whatever thread committed."""
    _listeners.append(listener)


def ignore(listener):
    _listeners.remove(listener)


def tell(people):
    global _teller
    for listener in tuple(_listeners):
        listener(people)
    if not settings.REDIS_URL:
        return
    _waiting.update(people)
    _told.set()
    if _teller is None or not _teller.is_alive():  # the first time, and after a fork
        _teller = threading.Thread(target=_publish, name="bell", daemon=True)
        _teller.start()


def _publish():
    import redis

    line = redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=2, socket_timeout=2)
    while _told.wait():
        _told.clear()
        try:
            line.publish(CHANNEL, packed({_waiting.pop() for _ in range(len(_waiting))}))
        except redis.RedisError as error:
            logger.warning("Redis is away (%s): other processes look by themselves.", error)
            time.sleep(PAUSE)


def packed(people) -> bytes:
    return EVERYBODY if len(people) > MANY else ",".join(map(str, people)).encode()


def unpacked(message) -> set[int] | None:
    """None: everybody."""
    return None if message == EVERYBODY else {int(each) for each in message.decode().split(",") if each}
