"""The whole index anew, beside the one that goes on answering; stopped anywhere, it goes on from there."""

import time
from contextlib import contextmanager

from django.db import transaction

from search import analysis, registry
from search.engines import own_engine
from search.indexing.changes import begin, follow
from search.indexing.writing import keep, read
from search.models import SearchEntry, SearchRebuild

TOGETHER, MOST = 100, 200  # entries a transaction: at first, and at most
PIECES = 300  # transactions, each of which leaves a piece of index behind, before they are joined
AT_ONCE = 0.1  # seconds; another writer of SQLite waits no longer than a transaction takes


def rebuild(progress=lambda done, total: None):
    """Every thing that can be found is read again and indexed beside; then the new index takes the place of the old."""
    engine = own_engine()
    turns = Turns(engine.has_one_writer)
    _settle(engine, turns)
    state = _state_of(engine)
    for searchable in registry.indexed():
        _begin_all(searchable)
    done, total = SearchEntry.objects.filter(pk__lte=state.cursor).count(), SearchEntry.objects.count()
    together, steps = TOGETHER, 0
    while written := _step(state, together, turns):
        done, steps = done + written, steps + 1
        progress(min(done, total), total)
        together = max(10, min(MOST, int(together * AT_ONCE / max(turns.held, 0.001))))
        if steps % PIECES == 0:
            _settle(engine, turns, anew=True)
    _settle(engine, turns, anew=True, wholly=True)
    engine.finish_anew()
    with turns.one():
        engine.swap()
        SearchRebuild.objects.filter(engine=engine.name).delete()
    _settle(engine, turns)
    engine.count_words()


class Turns:
    """Where only one can write, writing in turns: between two transactions at least as long as the first one took."""

    def __init__(self, is_needed):
        self.is_needed, self.held, self.ended = is_needed, 0.0, 0.0

    @contextmanager
    def one(self):
        if self.is_needed:
            time.sleep(max(0.0, self.ended + self.held - time.monotonic()))
        with transaction.atomic():
            began = time.monotonic()
            yield
        self.ended = time.monotonic()
        self.held = self.ended - began


def _settle(engine, turns, **which):
    more = True
    while more:
        with turns.one():
            more = engine.settle(**which)


def _state_of(engine):
    """How far an earlier try got, or a beginning."""
    with transaction.atomic():
        state, is_new = SearchRebuild.objects.get_or_create(engine=engine.name)
        if is_new:
            engine.begin_anew()
    return state


def _begin_all(searchable):
    """An entry for each thing that has none."""
    if not searchable.takes_readers_from_itself:
        return
    last = 0
    things = searchable.model._default_manager.filter(searchable.shown).order_by("pk")
    while ids := list(things.filter(pk__gt=last).values_list("pk", flat=True)[:2_000]):
        begin(searchable, ids)
        follow(searchable, SearchEntry.objects.under(searchable.model, ids))
        last = ids[-1]


def _step(state, together, turns) -> int:
    """The next entries. Most of the time goes into reading them, and that keeps nobody from writing."""
    state.refresh_from_db()
    entries = list(SearchEntry.objects.filter(pk__gt=state.cursor).order_by("pk")[:together])
    if not entries:
        return 0
    last, reading = entries[-1].pk, read(entries, anew=True)
    with turns.one():
        mine = SearchRebuild.objects.select_for_update().filter(pk=state.pk, cursor=state.cursor)
        if mine.exists():  # nobody else did these
            if reading.is_overtaken():
                reading = read(list(SearchEntry.objects.filter(pk__in=reading.seen)), anew=True)
            keep(reading)
            mine.update(cursor=last)
    return len(entries)


def is_wanted() -> bool:
    """Whether something stands in the index as an older analysis cut it, or nothing stands there that should."""
    if SearchEntry.objects.exclude(analysed_by__in=[0, analysis.VERSION]).exists():
        return True
    if SearchEntry.objects.exists():
        return False
    return any(each.model._default_manager.filter(each.shown).exists() for each in registry.indexed())
