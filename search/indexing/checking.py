"""Where the index and what it is about have drifted apart, named one by one."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from search import analysis, registry
from search.engines import Unavailable, beside, own_engine
from search.indexing.comparing import differences
from search.indexing.writing import with_things
from search.models import SearchEntry

LATE = timedelta(minutes=10)
TOGETHER = 500


def drifts():
    """Yields a line for each: what is missing, too much, shown to others, of an old text, or waiting too long."""
    for searchable in registry.indexed():
        yield from _of(searchable)
    yield from _in_engine(own_engine())
    yield from _waiting()
    if (engine := beside()) is not None:
        yield from _in_engine_beside(engine)


def _of(searchable):
    kind, model = ContentType.objects.get_for_model(searchable.model), searchable.model
    entries = {each.about_id: each for each in SearchEntry.objects.of(model).filter(changed_at=None)}
    waiting = set(SearchEntry.objects.of(model).exclude(changed_at=None).values_list("about_id", flat=True))
    if searchable.takes_readers_from_itself:
        shown = model._default_manager.filter(searchable.shown)
        scopes = dict(
            shown.values_list("pk", searchable.scope) if searchable.scope is not None else shown.values_list("pk", "pk")
        )
        for pk in sorted(scopes.keys() - entries.keys() - waiting):
            yield f"{kind.model} {pk}: not in the index"
        for pk in sorted(pk for pk, each in entries.items() if each.is_shown and pk not in scopes):
            yield f"{kind.model} {pk}: found, and should not be"
        if searchable.scope is not None:
            for pk in sorted(pk for pk, each in entries.items() if pk in scopes and each.scope_id != scopes[pk]):
                yield f"{kind.model} {pk}: found by others than its readers"
    known = list(entries.values())
    for start in range(0, len(known), TOGETHER):
        for entry, own, thing in with_things(known[start : start + TOGETHER]):
            if thing is not None and own.document(thing).version != entry.version:
                yield f"{kind.model} {entry.about_id}: another text than it has now"


def _in_engine(engine):
    known = set(engine.known())
    held = set(SearchEntry.objects.filter(analysed_by=analysis.VERSION).values_list("pk", flat=True))
    for pk in sorted(held - known):
        yield f"entry {pk}: not in {engine.name}"
    for pk in sorted(known - held):
        yield f"entry {pk}: in {engine.name}, and gone"


def _in_engine_beside(engine):
    try:
        differing, extra = differences(engine)
    except Unavailable:
        yield f"{engine.name} does not answer, or has no index"
        return
    for pk in differing:
        yield f"entry {pk}: not in {engine.name}, or not as it is"
    for pk in extra:
        yield f"entry {pk}: in {engine.name}, and gone"


def _waiting():
    late = timezone.now() - LATE
    for entry in SearchEntry.objects.filter(changed_at__lt=late):
        yield f"{entry.kind} {entry.about_id}: waits for indexing since {entry.changed_at:%Y-%m-%d %H:%M}"
    for entry in SearchEntry.objects.filter(unsent_at__lt=late) if beside() else ():
        yield f"{entry.kind} {entry.about_id}: waits for sending since {entry.unsent_at:%Y-%m-%d %H:%M}"
