"""The index of the engine beside the database anew, while the old one goes on answering, or the database does."""

from search.engines import beside
from search.engines.elastic.keeping import moment
from search.indexing.sending import send, slices, with_texts
from search.models import SearchEntry, SearchRebuild


def refill(progress=lambda done, total: None):
    """From the rows of the database; stopped anywhere, it goes on from there."""
    engine = beside()
    state = _state_of(engine)
    analysed = SearchEntry.objects.exclude(analysed_by=0).order_by("pk")
    done, total = analysed.filter(pk__lte=state.cursor).count(), analysed.count()
    for pks in slices(list(analysed.filter(pk__gt=state.cursor).values_list("pk", "length"))):
        _fill(engine, pks)
        SearchRebuild.objects.filter(pk=state.pk).update(cursor=pks[-1])
        done += len(pks)
        progress(min(done, total), total)
    engine.swap()
    SearchRebuild.objects.filter(pk=state.pk).delete()


def _state_of(engine):
    """How far an earlier try got, if what it filled is still there."""
    state, is_new = SearchRebuild.objects.get_or_create(engine=engine.name)
    if is_new or not engine.is_made_anew():
        engine.begin_anew()
        state.cursor = 0
        state.save()
    return state


def _fill(engine, pks):
    """What changed since it was sent is sent to both, everything else to the new one."""
    read_at = moment()
    entries = SearchEntry.objects.filter(pk__in=pks, unsent_at=None).exclude(analysed_by=0)
    engine.put_anew(with_texts(list(entries)), read_at)
    send(engine, pks, engine.places())
