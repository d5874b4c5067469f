"""Bring entries up to date with the things they are about."""

import logging
import time
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from search import analysis, registry
from search.engines import own_engine
from search.engines.base import Indexed
from search.indexing import clearing, files
from search.indexing.changes import ask_for_sending, unsent
from search.models import SearchEntry, SearchPart, SearchReader, SearchRebuild, SearchTag

log = logging.getLogger(__name__)
SLICE = 0.2  # seconds; SQLite has one writer, and it should not keep others waiting longer
TOGETHER = 20
AGAIN_AFTER = timedelta(minutes=10)  # for what could not be indexed

FROM_DOCUMENT = (
    *("space_id", "hospital_id", "department_id", "maintainer_id"),
    *("valid_until", "binds_from", "binds_until", "has_file", "version"),
)
SAID = (*FROM_DOCUMENT, "updated_at", "kind", "title", "extra", "length")
WRITTEN = (*SAID, "analysed_by", "indexed_at")


def write_due(seconds=SLICE) -> bool:
    """Index what is due for so long; whether more may be due now."""
    until = time.monotonic() + seconds
    due = SearchEntry.objects.due().filter(changed_at__lte=timezone.now())
    while time.monotonic() < until:
        if entries := list(due[:TOGETHER]):
            _try(entries)
        if len(entries) < TOGETHER:
            return False
    return True


def _try(entries):
    """One that fails is told to the operators and comes again later; it keeps nobody waiting."""
    try:
        with transaction.atomic():
            write(entries)
    except Exception:
        if len(entries) > 1:
            for entry in entries:
                _try([entry])
        else:
            log.exception("%s could not be indexed", entries[0])
            again = timezone.now() + AGAIN_AFTER
            SearchEntry.objects.filter(pk=entries[0].pk).update(changed_at=again)


@dataclass
class Change:
    """An entry as it stands in the index, and as it is to stand there."""

    entry: SearchEntry
    thing: object
    document: object
    old: Indexed | None
    parts: list
    is_other: bool  # the row says otherwise than the thing

    @property
    def new(self):
        return Indexed(self.entry.title, tuple(each.text for each in self.parts), self.entry.extra)


@dataclass
class Reading:
    """What is to be written of some entries, and how they stood when that was read."""

    seen: dict[int, tuple]  # {entry: (due since, indexed at, is shown)}
    changes: list[Change]
    gone: list[SearchEntry]
    tags: dict[SearchEntry, tuple]  # (those it has, those it is to have) where they differ
    readers: dict[SearchEntry, tuple]
    rows: object = None  # all of them as the engine takes them, where it is made anew

    def is_overtaken(self):
        """Whether one of them is another one by now."""
        return self.seen != dict(_seen(SearchEntry.objects.filter(pk__in=self.seen)))


def _seen(entries):
    return ((pk, tuple(rest)) for pk, *rest in entries.values_list("pk", "changed_at", "indexed_at", "is_shown"))


def write(entries):
    """Index these, or take out what is gone or shown to nobody. Done twice it changes nothing.

    A dozen queries for all of them, two for each that has changed.
    """
    keep(read(entries))


def read(entries, *, anew=False) -> Reading:
    """What is to be written of these; most of the work, and it keeps nobody from writing. `anew`: of all of them."""
    seen = {entry.pk: (entry.changed_at, entry.indexed_at, entry.is_shown) for entry in entries}
    changes, gone = _changes(entries)
    rows = own_engine().cut([(each.entry, each.new.texts) for each in changes]) if anew else None
    tags = _differing(SearchTag, "name", {each.entry: {tag[:100] for tag in each.document.tags} for each in changes})
    readers = _differing(SearchReader, "key", {each.entry: set(each.document.readers) for each in changes})
    return Reading(seen, changes, gone, tags, readers, rows)


@transaction.atomic(savepoint=False)
def keep(reading):
    """Write it; with `rows` into the index being made beside, which is locked first as by everybody."""
    rebuild = SearchRebuild.objects.select_for_update().filter(engine=own_engine().name).first()
    for entry in reading.gone:
        clearing.drop(entry)
    changes, readers = reading.changes, reading.readers
    changed = [each for each in changes if each.new != each.old]
    _keep_parts(changed)
    _put(changed, reading.rows, rebuild)
    _keep_rows(SearchTag, "name", reading.tags)
    _keep_rows(SearchReader, "key", readers)
    _keep_entries([each for each in changes if each.is_other or each.entry in readers or each.new != each.old])
    for moment in {at for at, *_ in reading.seen.values()} - {None}:  # unless it changed meanwhile
        mine = [pk for pk, (at, *_) in reading.seen.items() if at == moment]
        SearchEntry.objects.filter(pk__in=mine, changed_at=moment).update(changed_at=None)
    files.follow(changes)
    ask_for_sending()


def _changes(entries):
    """What is to be written, and what is to be dropped."""
    changes, gone, olds = [], [], indexed_as(entries)
    for entry, searchable, thing in with_things(entries):
        if thing is None or not entry.is_shown:
            gone.append(entry)
            continue
        document, before = searchable.document(thing), _row_of(entry)
        for name in FROM_DOCUMENT:
            setattr(entry, name, getattr(document, name))
        entry.kind, entry.title = document.kind or searchable.name, document.title[:255]
        entry.extra = " ".join([document.extra, *document.tags]).strip()
        entry.updated_at = document.updated_at or entry.updated_at
        parts = document.parts
        entry.length = sum(len(each.text) for each in parts)
        is_other = before != _row_of(entry) or entry.analysed_by != analysis.VERSION
        changes.append(Change(entry, thing, document, olds.get(entry.pk), parts, is_other))
    return changes, gone


def _row_of(entry):
    return [getattr(entry, name) for name in SAID]


def with_things(entries):
    """Each entry with its thing, None if it is gone; one bundle of queries a kind of things."""
    by_type = {}
    for entry in entries:
        by_type.setdefault(entry.about_type_id, []).append(entry)
    for kind, mine in by_type.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        searchable = registry.of_model(model) if model else None
        found = searchable.for_index([each.about_id for each in mine]) if searchable else ()
        things = {thing.pk: thing for thing in found}
        yield from ((entry, searchable, things.get(entry.about_id)) for entry in mine)


def indexed_as(entries) -> dict[int, Indexed]:
    """With what each stands in the index; those that do not are left out."""
    texts = {entry.pk: [] for entry in entries if entry.analysed_by}
    rows = SearchPart.objects.filter(entry__in=texts).order_by("entry", "number").values_list("entry", "text")
    for pk, text in rows:
        texts[pk].append(text)
    return {
        entry.pk: Indexed(entry.title, tuple(texts[entry.pk]), entry.extra) for entry in entries if entry.pk in texts
    }


def _put(changed, all_anew, rebuild):
    """Into the index that answers; and into the one being made beside, as far as that has come."""
    engine = own_engine()
    for each in changed:
        if each.entry.analysed_by in (0, analysis.VERSION):
            engine.put(each.entry, each.new.texts, each.old)
        if all_anew is None and rebuild is not None and each.entry.pk <= rebuild.cursor:
            engine.put(each.entry, each.new.texts, each.old, anew=True)
    if all_anew is not None:
        engine.put_anew(all_anew)


def _keep_parts(changed):
    SearchPart.objects.filter(entry__in=[each.entry.pk for each in changed if each.old]).delete()
    SearchPart.objects.bulk_create(
        SearchPart(entry=each.entry, number=number, place=part.place, anchor=part.anchor, text=part.text)
        for each in changed
        for number, part in enumerate(each.parts)
    )


def _differing(model, column, wanted):
    """`wanted`: {entry: values}. Of those that have others: {entry: (those it has, those it is to have)}."""
    known = {entry.pk: set() for entry in wanted}
    for pk, value in model.objects.filter(entry__in=known).values_list("entry", column):
        known[pk].add(value)
    return {entry: (known[entry.pk], values) for entry, values in wanted.items() if values != known[entry.pk]}


def _keep_rows(model, column, differing):
    for entry, (known, wanted) in differing.items():
        if extra := known - wanted:
            model.objects.filter(entry=entry, **{f"{column}__in": extra}).delete()
    model.objects.bulk_create(
        model(entry=entry, **{column: value})
        for entry, (known, wanted) in differing.items()
        for value in sorted(wanted - known)
    )


def _keep_entries(changes):
    now = timezone.now()
    for each in changes:
        each.entry.indexed_at, each.entry.analysed_by = now, analysis.VERSION
        for column, value in unsent().items():
            setattr(each.entry, column, value)
    SearchEntry.objects.bulk_create(
        [each.entry for each in changes],
        update_conflicts=True,
        unique_fields=["about_type", "about_id"],
        update_fields=[*WRITTEN, *unsent()],
    )
