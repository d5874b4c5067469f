"""What a feature calls in the transaction of a change."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

import jobs
from search import registry
from search.models import SearchEntry

BATCH = 5_000  # ids in one statement


@transaction.atomic
def touch(model, ids):
    """These things have changed: who finds them is right from this transaction on, their texts follow.

    Four queries for up to five thousand things. Called for what cannot be found it does nothing.
    """
    searchable, ids = registry.of_model(model), list(ids)
    if searchable is None:
        return
    for start in range(0, len(ids), BATCH):
        _touch(searchable, ids[start : start + BATCH])
    if ids:
        ask_for_indexing()


def ask_for_indexing():
    jobs.due("search.index", key="entries", again=True)


def unsent() -> dict:
    """The column that says the engine beside must hear of it, where there is one."""
    return {"unsent_at": timezone.now()} if settings.ELASTICSEARCH_URL else {}


def ask_for_sending():
    if settings.ELASTICSEARCH_URL:
        jobs.due("search.send", key="entries", again=True)


def _touch(searchable, ids):
    if not searchable.takes_readers_from_itself:
        _mark(searchable, ids)
        return
    shown = _shown(searchable, ids)
    _enter(searchable, ids, shown)
    follow(searchable, SearchEntry.objects.under(searchable.model, ids))
    if _mark(searchable, ids) < len(shown):  # a worker cleared one away that was hidden until now
        begin(searchable, ids)


def _mark(searchable, ids) -> int:
    return SearchEntry.objects.of(searchable.model, ids).update(changed_at=timezone.now())


@transaction.atomic
def begin(searchable, ids):
    """Let those that have no entry have one, found by whoever may find them; and no other be found."""
    if new := _enter(searchable, ids, _shown(searchable, ids)):
        follow(searchable, SearchEntry.objects.under(searchable.model, new))
        _mark(searchable, new)


def _shown(searchable, ids) -> set[int]:
    things = searchable.model._default_manager.filter(searchable.shown, pk__in=ids)
    return set(things.values_list("pk", flat=True))


def _enter(searchable, ids, shown) -> list[int]:
    """An empty entry for each that is new; what is not shown to anybody needs none."""
    model = searchable.model
    known = set(SearchEntry.objects.of(model, ids).values_list("about_id", flat=True))
    kind = ContentType.objects.get_for_model(model)
    SearchEntry.objects.bulk_create(
        [
            SearchEntry(about_type=kind, about_id=pk, root_type=kind, root_id=pk, kind=searchable.name)
            for pk in sorted(shown - known)
        ],
        ignore_conflicts=True,
    )
    return sorted(shown - known)


def follow(searchable, entries):
    """Let who finds these entries be who the things they belong to are shown to, now."""
    things = searchable.model._default_manager.filter(pk=OuterRef("root_id"))
    scope = Subquery(things.values(_scope=searchable.scope)[:1]) if searchable.scope is not None else None
    entries.update(scope_id=scope, is_shown=Exists(things.filter(searchable.shown)), **unsent())
    ask_for_sending()
