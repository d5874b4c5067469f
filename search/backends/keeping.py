"""Keeping Wagtail's index in step: what changed while Elasticsearch was away, and everything after an upgrade."""

import logging
from hashlib import blake2b

from django.apps import apps
from modelsearch.index import get_indexed_models
from wagtail.search.backends import get_search_backend

import jobs
from jobs import wagtail_tasks
from jobs.models import Due
from search.engines import Unavailable

AT_ONCE = 20
UPDATE, LOOK, CATCH_UP = "search.wagtail_update", "search.wagtail_look", "search.wagtail_catch_up"
INDEXING = (wagtail_tasks.NAME, UPDATE, "content.index")  # what is missing may be about to come by one of these

logger = logging.getLogger(__name__)


def ask_for(model, pks):
    """Have the index learn what these things are now, after this transaction."""
    pks = sorted(map(str, pks))
    payload = {"model": model._meta.label, "pks": pks}
    jobs.due(UPDATE, key=blake2b(repr(payload).encode(), digest_size=20).hexdigest(), payload=payload, again=True)


@jobs.work(UPDATE, outside=True, patient=True)
def update(model, pks):
    """What is gone leaves the index."""
    model = apps.get_model(model)
    index = get_search_backend().get_index_for_model(model)
    try:
        index.add_items(model, model.get_indexed_objects().filter(pk__in=pks))
        there = set(map(str, model.get_indexed_objects().filter(pk__in=pks).values_list("pk", flat=True)))
        index.forget(model, [pk for pk in pks if pk not in there])
    except Unavailable:
        raise jobs.Later(30) from None


@jobs.every(hours=1, name=LOOK)
def look_for_what_is_missing():
    """After an upgrade, another engine, a lost index: all that is not indexed as we index now."""
    if Due.objects.open().filter(name__in=INDEXING).exists():
        return
    try:
        if any(missing or gone for _, missing, gone in _differences()):
            jobs.due(CATCH_UP, key="all", again=True)
    except Unavailable:
        logger.warning("Elasticsearch does not answer; Wagtail's index is looked at again in an hour.")


@jobs.work(CATCH_UP, lane="slow")
def catch_up(progress):
    differences = list(_differences())
    progress.begin(total=sum(len(missing) for _, missing, _ in differences))
    for model, missing, gone in differences:
        index = get_search_backend().get_index_for_model(model)
        index.forget(model, gone)
        for first in range(0, len(missing), AT_ONCE):
            some = missing[first : first + AT_ONCE]
            index.add_items(model, model.get_indexed_objects().filter(pk__in=some))
            progress.step(by=len(some))


def _differences():
    """(model, keys that the index lacks, keys that it should not have)"""
    for model in get_indexed_models():
        known = get_search_backend().get_index_for_model(model).known(model)
        there = set(map(str, model.get_indexed_objects().values_list("pk", flat=True)))
        yield model, sorted(there - known), sorted(known - there)
