"""How the engine beside the database hears what changed: from rows that say so, whatever happened in between."""

import time
from datetime import datetime

from django.db import transaction

from search.engines import beside
from search.engines.elastic import Missing
from search.engines.elastic.keeping import moment
from search.models import SearchEntry, SearchPart

TOGETHER = 200  # entries a slice
MOST_TEXT = 500_000  # characters a slice; one entry may have more
AT_ONCE = 20_000  # entries of one go
SECONDS = 20  # of one go


def send_unsent(seconds=SECONDS) -> bool:
    """Send what changed, for so long; whether more is waiting. What was not taken comes with the next go.

    Raises Unavailable when nobody hears it.
    """
    engine, until = beside(), time.monotonic() + seconds
    if not (places := engine.places()):
        raise Missing
    waiting = SearchEntry.objects.unsent()
    for pks in slices(waiting.values_list("pk", "length")[:AT_ONCE]):
        send(engine, pks, places)
        if time.monotonic() > until:
            return True
    return waiting.count() >= AT_ONCE


def slices(rows):
    """Lists of ids of (id, length of the text), none of more text than one message should have."""
    together, text = [], 0
    for pk, length in rows:
        if together and (len(together) == TOGETHER or text + length > MOST_TEXT):
            yield together
            together, text = [], 0
        together.append(pk)
        text += length
    if together:
        yield together


def send(engine, pks, places):
    """Send these entries as they are now; those that changed meanwhile stay unsent."""
    read_at = moment()
    entries = list(SearchEntry.objects.unsent().filter(pk__in=pks))
    known = [each for each in entries if each.analysed_by]
    gone = [each.pk for each in entries if not each.analysed_by]
    taken = engine.take(with_texts(known), gone, read_at, places=places)
    if set(engine.places()) - set(places):  # one began to be filled, perhaps with an earlier state
        return
    _settle({each.pk: each.unsent_at for each in entries if each.pk in taken})


def with_texts(entries):
    """[(entry, texts of its parts)]"""
    texts = {entry.pk: [] for entry in entries}
    rows = SearchPart.objects.filter(entry__in=texts).order_by("entry", "number").values_list("entry", "text")
    for pk, text in rows:
        texts[pk].append(text)
    return [(entry, texts[entry.pk]) for entry in entries]


@transaction.atomic
def _settle(taken: dict[int, datetime]):
    """They are known; those that were only kept to be taken out go."""
    by_moment = {}
    for pk, at in taken.items():
        by_moment.setdefault(at, []).append(pk)
    for at, pks in by_moment.items():
        sent = SearchEntry.objects.filter(pk__in=pks, unsent_at=at)
        empty = sent.filter(is_shown=False, analysed_by=0, changed_at=None).select_for_update()
        SearchEntry.objects.filter(pk__in=list(empty.values_list("pk", flat=True))).delete()  # locked, so still empty
        sent.update(unsent_at=None)
