"""Elasticsearch: an index beside the database, for installations with very many texts and readers.

It follows the rows of entries (search/indexing/sending.py). Of what it has not heard yet the database's own index
tells, so a move acts at once and what was written is found at once; when it is away, or far behind, the database
answers everything.
"""

from dataclasses import replace
from itertools import islice

from search.engines import own_engine
from search.engines.base import FACETS, Condition, Counts, Engine, Unavailable
from search.engines.elastic import indices, questions
from search.engines.elastic.documents import closed
from search.engines.elastic.keeping import Keeping
from search.engines.elastic.server import Missing, Server
from search.models import SearchEntry

__all__ = ["Elastic", "Missing"]

MOST_UNSENT = 2_000  # entries that it does not know as they are; with more the database answers
DEEPEST = 100_000  # places from the first hit
MOST_WORDS = 1_000  # of which some must be there


class Elastic(Keeping, Engine):
    name = "elasticsearch"

    def __init__(self, url):
        self.server = Server(url)

    def best(self, ask, *, limit, offset=0, order="relevance"):
        """What it does not know as it is comes first, for the moments until it does."""
        ask, unsent = self._shared(ask)
        first, passed = [], 0
        if unsent:
            first = own_engine().best(unsent, limit=limit, offset=offset, order=order)
            passed = offset and own_engine().count(unsent, ()).total
        ranked = bool(ask.wanted) and order == "relevance"
        return first + self._ids(questions.question(ask), limit - len(first), max(offset - passed, 0), ranked)

    def partly(self, ask, words, *, limit, in_title=False):
        if not words:
            return []
        ask, unsent = self._shared(ask)
        first = own_engine().partly(unsent, words, limit=limit, in_title=in_title) if unsent else []
        some = questions.some_of(words[:MOST_WORDS], in_title)
        return first + self._ids(questions.question(ask, words=some), limit - len(first))

    def count(self, ask, facets=FACETS):
        ask, unsent = self._shared(ask)
        counting = {facet: questions.counting(facet, ask) for facet in facets}
        total = {"total": {"filter": questions.conditions_of(ask)}}
        question = questions.question(ask, conditions=False)
        answer = self._search(query=question, size=0, aggs=counting | total, filter_path="aggregations")["aggregations"]
        numbers = {facet: questions.counted(facet, answer[facet]) for facet in facets}
        counts = Counts(answer["total"]["doc_count"], numbers)
        return counts if unsent is None else counts + own_engine().count(unsent, facets)

    def frequencies(self, words):
        words, found = iter(dict.fromkeys(words)), {}
        while some := list(islice(words, MOST_WORDS)):
            each = [{"term": {"all": closed(word)}} for word in some]
            answer = self._search(size=0, aggs={"of": {"filters": {"filters": each}}}, filter_path="aggregations")
            buckets = answer["aggregations"]["of"]["buckets"]
            found |= {word: bucket["doc_count"] for word, bucket in zip(some, buckets, strict=True)}
        return {word: number for word, number in found.items() if number}

    def size(self):
        with self.server.reached() as client:
            return client.count(index=indices.asked())["count"]

    def _shared(self, ask):
        """The question to the server, and that to the database about the entries changed since they were sent."""
        unsent = tuple(SearchEntry.objects.unsent().order_by().values_list("pk", flat=True)[: MOST_UNSENT + 1])
        if len(unsent) > MOST_UNSENT:
            raise Unavailable
        if not unsent:
            return ask, None
        among_them = Condition("entry", unsent)
        return (
            replace(ask, without=(*ask.without, *unsent)),
            replace(ask, conditions=(*ask.conditions, among_them)),
        )

    def _ids(self, query, limit, offset=0, ranked=True):
        """Ids stand among what is sorted by, so no document is read."""
        limit = min(limit, DEEPEST - offset)
        if limit <= 0:
            return []
        order = [{"_score": "desc"} if ranked else {"updated_at": "desc"}, {"id": "asc"}]
        answer = self._search(
            query=query,
            sort=order,
            from_=offset,
            size=limit,
            track_total_hits=False,
            source=False,
            stored_fields="_none_",
            filter_path="hits.hits.sort",
        )
        return [hit["sort"][-1] for hit in answer.get("hits", {}).get("hits", [])]

    def _search(self, **question):
        with self.server.reached() as client:
            return client.search(index=indices.asked(), **question).body
