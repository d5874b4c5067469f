"""Taking in entries, and being made anew."""

import logging
import time

from search.engines.elastic import indices
from search.engines.elastic.documents import document_of
from search.engines.elastic.server import LONG_PATIENCE, Missing
from search.models import SearchReader, SearchTag

AT_ONCE = 10_000

log = logging.getLogger(__name__)


def moment() -> int:
    """To be taken before an entry is read: of two states of it the one that was read later stays."""
    return time.time_ns() // 1_000


class Keeping:
    def take(self, many, gone, read_at, *, places) -> set[int]:
        """Take in entries, each with its texts, and drop what is `gone` (ids). Ids of those that now stand in all
        of the places (aliases) as they were read, and can be found; of the others a later state may be there.
        """
        documents = {entry.pk: document for entry, document in documents_of(many)}
        documents |= dict.fromkeys(gone)
        operations = []
        for place in places:
            for pk, document in documents.items():
                about = {"_index": place, "_id": pk, "version": read_at, "version_type": "external_gte"}
                operations += [{"delete": about}] if document is None else [{"index": about}, document]
        if not operations:
            return set()
        with self.server.reached(LONG_PATIENCE) as client:
            answer = client.bulk(
                operations=operations,
                refresh=indices.asked() in places,
                require_alias=True,
                filter_path="items.*._id,items.*.status,items.*.error",
            )
        items = [each for item in answer["items"] for each in item.items()]
        if any("index_not_found_exception" in str(item.get("error")) for _, item in items):
            raise Missing
        return set(documents) - {int(item["_id"]) for action, item in items if not _is_well(action, item)}

    def places(self) -> tuple[str, ...]:
        """Where what changes is to be written: the index that is asked, and the one being filled if there is one."""
        with self.server.reached() as client:
            return tuple(indices.behind(client))

    def is_there(self) -> bool:
        """Whether there is an index to ask."""
        return indices.asked() in self.places()

    def known(self) -> dict[int, str]:
        """{id: mark} of all entries it holds."""
        found, after = {}, None
        while True:
            with self.server.reached(LONG_PATIENCE) as client:
                answer = client.search(
                    index=indices.asked(),
                    sort=[{"id": "asc"}],
                    search_after=after,
                    size=AT_ONCE,
                    track_total_hits=False,
                    source=False,
                    stored_fields="_none_",
                    docvalue_fields=["mark"],
                    filter_path="hits.hits.sort,hits.hits.fields",
                )
            hits = answer.get("hits", {}).get("hits", [])
            found |= {hit["sort"][0]: hit["fields"]["mark"][0] for hit in hits}
            if len(hits) < AT_ONCE:
                return found
            after = hits[-1]["sort"]

    # Being made anew, beside the index that answers

    def begin_anew(self):
        with self.server.reached(LONG_PATIENCE) as client:
            indices.begin(client)

    def is_made_anew(self) -> bool:
        with self.server.reached() as client:
            return indices.anew() in indices.behind(client)

    def put_anew(self, many, read_at):
        """Entries with their texts. One that was sent meanwhile stays as it is."""
        return self.take(many, (), read_at, places=[indices.anew()])

    def swap(self):
        with self.server.reached(LONG_PATIENCE) as client:
            indices.swap(client)

    def forget_anew(self):
        with self.server.reached(LONG_PATIENCE) as client:
            indices.forget(client)


def documents_of(many):
    """Two queries for all of them."""
    tags = _by_entry(SearchTag, "name", many)
    keys = _by_entry(SearchReader, "key", many)
    for entry, texts in many:
        yield entry, document_of(entry, texts, tags.get(entry.pk, []), keys.get(entry.pk, []))


def _by_entry(model, column, many):
    found = {}
    for pk, value in model.objects.filter(entry__in=[entry.pk for entry, _ in many]).values_list("entry", column):
        found.setdefault(pk, []).append(value)
    return found


def _is_well(action, item):
    """409: a later state is there. 404: what is to go was never there."""
    if item["status"] in (200, 201) or (action == "delete" and item["status"] == 404 and "error" not in item):
        return True
    if item["status"] not in (404, 409, 429, 503):
        log.error("Elasticsearch does not take entry %s: %s", item["_id"], item.get("error"))
    return False
