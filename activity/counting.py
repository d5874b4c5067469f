"""Counting who reads what without writing while they read: kept in memory, flushed every ten seconds.

A kill loses at most those ten seconds (docs/architecture.md); receipts and signatures never come this way.
"""

import logging
import threading
from collections import Counter

from django.db import DatabaseError
from django.utils import timezone

from activity import batches
from activity.about import type_of
from activity.flushing import Flusher
from ui.days import today

FLUSH_EVERY = 10  # seconds
MOST = 200_000  # rows kept while the database cannot be reached; beyond that they are let go

logger = logging.getLogger(__name__)
_lock = threading.Lock()
_views: Counter = Counter()  # (content type, id, day) → how often
_visits: dict[tuple, object] = {}  # (person, content type, id) → when last
_places: dict[tuple, str] = {}  # the same → heading reached


def count(user, model, pk):
    """Somebody read a thing. Costs microseconds and no query."""
    kind, now = type_of(model).pk, timezone.now()
    with _lock:
        _views[kind, pk, today()] += 1
        _visits[user.pk, kind, pk] = now
    _flusher.start()


def reach(user, thing, place):
    """The reader has reached a heading; to go on from there another time."""
    key = user.pk, type_of(type(thing)).pk, thing.pk
    with _lock:
        _visits[key], _places[key] = timezone.now(), place[:80]
    _flusher.start()


def fresh_visits(user, model) -> dict:
    """What the person read here in the last seconds, not yet in the rows: {id: when}."""
    kind = type_of(model).pk
    with _lock:
        return {pk: at for (person, about, pk), at in _visits.items() if person == user.pk and about == kind}


def flush():
    """Write down what was counted. What cannot be written now is tried again with the next flush."""
    global _views, _visits, _places
    with _lock:
        counted = _views, _visits, _places
        _views, _visits, _places = Counter(), {}, {}
    if not counted[1]:
        return
    try:
        batches.write(*counted)
    except DatabaseError as error:
        logger.warning("What was read could not be counted, trying again later: %s", error)
        _keep(*counted)


def _keep(views, visits, places):
    """Put back what could not be written, below what came meanwhile."""
    global _visits, _places
    with _lock:
        if len(_views) + len(views) < MOST:
            _views.update(views)
            _visits, _places = visits | _visits, places | _places


_flusher = Flusher("counting", flush, every=FLUSH_EVERY)
