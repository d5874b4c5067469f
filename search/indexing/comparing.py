"""Whether the engine beside the database holds what it should: after a restored backup, or a time without it."""

from django.utils import timezone

from search.engines import beside
from search.engines.elastic.documents import mark_of
from search.engines.elastic.keeping import moment
from search.models import SearchEntry

TOGETHER = 1_000


def send_what_differs() -> int:
    """Have what is missing or otherwise sent once more, and take out what is no more. How many there were."""
    engine, read_at = beside(), moment()
    differing, extra = differences(engine)
    for start in range(0, len(differing), TOGETHER):
        pks = differing[start : start + TOGETHER]
        SearchEntry.objects.filter(pk__in=pks, unsent_at=None).update(unsent_at=timezone.now())
    for start in range(0, len(extra), TOGETHER):
        engine.take([], extra[start : start + TOGETHER], read_at, places=engine.places())
    return len(differing) + len(extra)


def differences(engine) -> tuple[list[int], list[int]]:
    """Ids of entries that it lacks or holds as they are not, and of those that it should not hold."""
    known = engine.known()
    differing = []
    for entry in SearchEntry.objects.filter(unsent_at=None).exclude(analysed_by=0).iterator():
        if known.get(entry.pk) != mark_of(entry):
            differing.append(entry.pk)
    there = set(SearchEntry.objects.values_list("pk", flat=True))
    return differing, sorted(known.keys() - there)
