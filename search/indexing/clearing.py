"""Taking things out of the index."""

from django.conf import settings

from search import analysis
from search.engines import own_engine
from search.indexing.changes import ask_for_sending, unsent
from search.models import SearchEntry, SearchRebuild


def drop(entry):
    """Take it out, with its files, unless it changed since it was read: then it is due again.

    While an engine beside has not heard of it, an empty row stays.
    """
    rebuild = SearchRebuild.objects.select_for_update().filter(engine=own_engine().name).first()
    as_read = SearchEntry.objects.filter(pk=entry.pk, is_shown=entry.is_shown, changed_at=entry.changed_at)
    if not as_read.select_for_update().exists():
        return
    files = SearchEntry.objects.filter(root_type=entry.about_type_id, root_id=entry.about_id)
    for each in [entry, *files.exclude(pk=entry.pk)]:
        _forget(each, rebuild)
        if settings.ELASTICSEARCH_URL:
            each.parts.all().delete()
            SearchEntry.objects.filter(pk=each.pk).update(
                is_shown=False, scope_id=None, title="", analysed_by=0, changed_at=None, **unsent()
            )
        else:
            each.delete()
    ask_for_sending()


def _forget(entry, rebuild):
    from search.indexing.writing import indexed_as

    if (old := indexed_as([entry]).get(entry.pk)) is None:
        return
    engine = own_engine()
    if entry.analysed_by == analysis.VERSION:
        engine.drop(entry, old)
    if rebuild is not None and entry.pk <= rebuild.cursor:
        engine.drop(entry, old, anew=True)
