"""Bring entries up to date with the things they are about."""

import logging
import time
from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from search import analysis, registry
from search.engines import own_engine
from search.engines.base import Indexed
from search.indexing import files
from search.indexing.changes import ask_for_sending, unsent
from search.models import SearchEntry, SearchPart

log = logging.getLogger(__name__)
SLICE = 0.2  # seconds; SQLite has one writer, and it should not keep others waiting longer
TOGETHER = 20
AGAIN_AFTER = timedelta(minutes=10)  # for what could not be indexed

COLUMNS = (
    *("space_id", "hospital_id", "department_id", "maintainer_id", "updated_at"),
    *("valid_until", "binds_from", "binds_until", "has_file", "version"),
)
WORKED_OUT = ("kind", "title", "extra", "length", "analysed_by", "indexed_at")


def write_due(seconds=SLICE) -> bool:
    """Index what is due for so long; whether something is left that is due now."""
    until = time.monotonic() + seconds
    while entries := list(SearchEntry.objects.due().filter(changed_at__lte=timezone.now())[:TOGETHER]):
        for entry, thing in with_things(entries):
            _try(entry, thing)
            if time.monotonic() > until:
                return SearchEntry.objects.due().filter(changed_at__lte=timezone.now()).exists()
    return False


def with_things(entries):
    """Each entry with its thing, None if it is gone; one bundle of queries a kind of things."""
    by_type = {}
    for entry in entries:
        by_type.setdefault(entry.about_type_id, []).append(entry)
    for kind, mine in by_type.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        searchable = registry.of_model(model) if model else None
        things = (
            {each.pk: each for each in searchable.for_index([each.about_id for each in mine])} if searchable else {}
        )
        yield from ((entry, (searchable, things.get(entry.about_id))) for entry in mine)


def _try(entry, found):
    """One that fails is told to the operators and comes again later; it keeps nobody waiting."""
    try:
        with transaction.atomic():
            write(entry, *found)
    except Exception:
        log.exception("%s could not be indexed", entry)
        SearchEntry.objects.filter(pk=entry.pk).update(changed_at=timezone.now() + AGAIN_AFTER)


@transaction.atomic
def write(entry, searchable, thing):
    """Index one thing, or take it out when it is gone or shown to nobody. Done twice it changes nothing."""
    seen = entry.changed_at
    if thing is None or not entry.is_shown:
        drop(entry)
        return
    document, old = searchable.document(thing), indexed_as(entry)
    for name in COLUMNS:
        setattr(entry, name, getattr(document, name))
    entry.updated_at = document.updated_at or timezone.now()
    entry.kind, entry.title = document.kind or searchable.name, document.title[:255]
    entry.extra = " ".join([document.extra, *document.tags]).strip()
    parts = document.parts
    new = Indexed(entry.title, tuple(each.text for each in parts), entry.extra)
    if new != old:
        _keep_parts(entry, parts)
        own_engine().put(entry, new.texts, old)
    _keep_rows(entry.tags, "name", {tag[:100] for tag in document.tags})
    _keep_rows(entry.readers, "key", set(document.readers))
    entry.length, entry.analysed_by = sum(map(len, new.texts)), analysis.VERSION
    entry.indexed_at = timezone.now()
    columns = {name: getattr(entry, name) for name in (*COLUMNS, *WORKED_OUT)}
    SearchEntry.objects.filter(pk=entry.pk).update(**columns, **unsent())
    SearchEntry.objects.filter(pk=entry.pk, changed_at=seen).update(changed_at=None)  # unless it changed meanwhile
    files.follow(entry, thing)
    ask_for_sending()


def indexed_as(entry) -> Indexed | None:
    """With what the entry stands in the index, None if it does not."""
    if not entry.analysed_by:
        return None
    texts = SearchPart.objects.filter(entry=entry).order_by("number").values_list("text", flat=True)
    return Indexed(entry.title, tuple(texts), entry.extra)


def drop(entry):
    """Take it out of the index, with its files. While an engine beside has not heard of it, an empty row stays."""
    for each in [
        entry,
        *SearchEntry.objects.filter(root_type=entry.about_type_id, root_id=entry.about_id).exclude(pk=entry.pk),
    ]:
        if (old := indexed_as(each)) is not None:
            own_engine().drop(each, old)
        if settings.ELASTICSEARCH_URL:
            each.parts.all().delete()
            SearchEntry.objects.filter(pk=each.pk).update(
                is_shown=False, scope_id=None, title="", analysed_by=0, changed_at=None, **unsent()
            )
        else:
            each.delete()
    ask_for_sending()


def _keep_parts(entry, parts):
    entry.parts.all().delete()
    SearchPart.objects.bulk_create(
        SearchPart(entry=entry, number=number, place=each.place, anchor=each.anchor, text=each.text)
        for number, each in enumerate(parts)
    )


def _keep_rows(rows, column, wanted):
    known = set(rows.values_list(column, flat=True))
    if known - wanted:
        rows.filter(**{f"{column}__in": known - wanted}).delete()
    if wanted - known:
        rows.model.objects.bulk_create(
            rows.model(entry=rows.instance, **{column: each}) for each in sorted(wanted - known)
        )
