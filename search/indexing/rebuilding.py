"""The whole index anew, beside the one that goes on answering; stopped anywhere, it goes on from there."""

import time

from django.db import transaction

from search import analysis, registry
from search.engines import own_engine
from search.indexing.changes import begin, follow
from search.indexing.writing import write
from search.models import SearchEntry, SearchRebuild

TOGETHER = 100  # entries a transaction
AT_ONCE = 0.15  # seconds; another writer of SQLite waits no longer than a transaction takes


def rebuild(progress=lambda done, total: None):
    """Every thing that can be found is read again and indexed beside; then the new index takes the place of the old."""
    engine = own_engine()
    state = _state_of(engine)
    for searchable in registry.indexed():
        _begin_all(searchable)
    done, total = SearchEntry.objects.filter(pk__lte=state.cursor).count(), SearchEntry.objects.count()
    together = TOGETHER
    while True:
        began = time.monotonic()
        if not (written := _step(state, together)):
            break
        done += written
        progress(min(done, total), total)
        together = max(10, min(TOGETHER * 4, int(together * AT_ONCE / max(time.monotonic() - began, 0.001))))
        time.sleep(0.06)  # SQLite lets waiting writers look again only every 50 to 100 ms
    with transaction.atomic():
        engine.swap()
        SearchRebuild.objects.filter(engine=engine.name).delete()
    engine.count_words()


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


@transaction.atomic
def _step(state, together):
    state = SearchRebuild.objects.select_for_update().get(pk=state.pk)
    entries = list(SearchEntry.objects.filter(pk__gt=state.cursor).order_by("pk")[:together])
    if entries:
        last = entries[-1].pk  # none any more once it is dropped
        write(entries, anew=True)
        SearchRebuild.objects.filter(pk=state.pk).update(cursor=last)
    return len(entries)


def is_wanted() -> bool:
    """Whether something stands in the index as an older analysis cut it, or nothing stands there that should."""
    if SearchEntry.objects.exclude(analysed_by__in=[0, analysis.VERSION]).exists():
        return True
    if SearchEntry.objects.exists():
        return False
    return any(each.model._default_manager.filter(each.shown).exists() for each in registry.indexed())
