"""Noting what people search without writing while they wait: kept in memory, flushed every few seconds.

A kill loses at most those seconds.
"""

import logging
import threading
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import DatabaseError
from django.utils import timezone

from activity.flushing import Flusher
from search.history import writing
from search.models.history import LONGEST_PHRASE
from search.words.folding import normal

FLUSH_EVERY = 5  # seconds
MOST = 50_000  # notes kept while the database cannot be reached; beyond that they are let go
WAYS = ("hit", "passage", "pin", "person", "suggestion", "meant")

logger = logging.getLogger(__name__)
_lock = threading.Lock()
_notes: dict[tuple, "Note"] = {}  # (person, folded phrase) → what was searched last


@dataclass(frozen=True)
class Note:
    """A search, or only what was opened of one that is written already (`found` is None)."""

    phrase: str
    at: datetime
    found: int | None = None
    opened: str = ""
    rank: int | None = None
    way: str = ""


def record(user, phrase, found):
    """Somebody searched and was answered. Leafing on and filtering are the same search. Costs microseconds."""
    if not (key := _key(user, phrase)):
        return
    note = Note(" ".join(phrase.split())[:LONGEST_PHRASE], timezone.now(), max(int(found), 0))
    with _lock:
        before = _notes.get(key)
        _notes[key] = replace(note, opened=before.opened, rank=before.rank, way=before.way) if before else note
    _flusher.start()


def opened(user, phrase, what, *, rank=None, way="hit"):
    """They opened something of what was found: the first counts. `what` names it, as “page:<uid>”."""
    if way not in WAYS or not (key := _key(user, phrase)):
        return
    said = {"opened": what[:40], "rank": rank, "way": way}
    with _lock:
        note = _notes.get(key)
        if note is None:
            _notes[key] = Note(phrase[:LONGEST_PHRASE], timezone.now(), **said)
        elif not note.opened:
            _notes[key] = replace(note, **said)
    _flusher.start()


def fresh(user) -> dict:
    """What the person searched in the last seconds, not yet in the rows: {folded phrase: note}."""
    with _lock:
        return {
            folded: note for (person, folded), note in _notes.items() if person == user.pk and note.found is not None
        }


def forget():
    """For tests: what was noted in memory belongs to one of them."""
    _notes.clear()


def drop(user, folded=None):
    """Forget what is not written yet: one phrase, or all of this person."""
    with _lock:
        for key in [key for key in _notes if key[0] == user.pk and folded in (None, key[1])]:
            del _notes[key]


def flush():
    """Write down what was noted. What cannot be written now is tried again with the next flush."""
    global _notes
    with _lock:
        notes, _notes = _notes, {}
    if not notes:
        return
    try:
        writing.write(notes)
    except DatabaseError as error:
        logger.warning("What was searched could not be noted, trying again later: %s", error)
        with _lock:
            if len(notes) + len(_notes) < MOST:
                _notes = notes | _notes


def _key(user, phrase):
    """None for nobody and for what has neither letter nor digit."""
    folded = normal(phrase[: LONGEST_PHRASE * 2])[:LONGEST_PHRASE]
    if not user.is_authenticated or not any(letter.isalnum() for letter in folded):
        return None
    return user.pk, folded


_flusher = Flusher("searches", flush, every=FLUSH_EVERY)
