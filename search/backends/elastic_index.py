"""The index that Elasticsearch keeps for Wagtail: one of an installation, for all models.

Texts are kept as pairs of Han characters (`cjk`) and, for words that have one alone, as single ones. Each writing
carries the moment at which the thing was read, and the later look wins: rebuilding and saving may meet.
"""

import re
import time
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b

from django.conf import settings
from django.utils.crypto import get_random_string
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.helpers import BulkIndexError, bulk, scan
from modelsearch.backends.base import BaseIndex

from search.analysis import fold
from search.analysis.tokens import HAN, LONGEST_WORD
from search.backends.contents import VERSION, contents_of
from search.backends.keeping import Away

PATIENCE, LONG_PATIENCE = 2, 30  # seconds for an answer: to somebody who waits, to nobody
PAUSE = 10  # seconds in which a server that did not answer is not asked again
RUNS = re.compile(rf"[{HAN}]+|\d+|[^\W\d_{HAN}]+")
TEXT = {"type": "text", "analyzer": "pairs", "fields": {"single": {"type": "text", "analyzer": "standard"}}}
SETTINGS = {"analysis": {"analyzer": {"pairs": {"type": "cjk", "stopwords": "_none_"}}}}
MAPPINGS = {
    "dynamic": "strict",
    "properties": {
        "type": {"type": "keyword"},
        "types": {"type": "keyword"},
        "key": {"type": "keyword"},
        **dict.fromkeys(("title", "body", "autocomplete"), TEXT),
    },
}


@cache
def server():
    return Elasticsearch(settings.ELASTICSEARCH_URL, request_timeout=PATIENCE, max_retries=0)


_silent_until = 0.0


@contextmanager
def reaching():
    """Whatever keeps the server from answering is Away, and is found out once, not once for every question."""
    global _silent_until
    if time.monotonic() < _silent_until:
        raise Away
    try:
        yield
    except TransportError as error:
        _silent_until = time.monotonic() + PAUSE
        raise Away from error
    except ApiError as error:
        if error.status_code in (404, 408, 429, 502, 503, 504):  # 404: no index yet
            raise Away from error
        raise


def spread(text) -> str:
    """Runs of letters, of digits and of Han characters, apart from each other as our tokens are."""
    return " ".join(run if run[0] >= "\u3005" else run[:LONGEST_WORD] for run in RUNS.findall(fold(text)))


def types_of(model):
    return [each._meta.label for each in (model, *model._meta.get_parent_list())]


def alias():
    """Two installations may share a server; what was indexed otherwise than today is another index."""
    installation = blake2b(settings.SECRET_KEY.encode(), digest_size=5).hexdigest()
    return f"hzh-{installation}-wagtail-{-VERSION}"


class Index(BaseIndex):
    """The one that everybody asks, or one that is being filled to replace it."""

    def __init__(self, backend, name=None):
        super().__init__(backend)
        self.name = name or alias()

    def get_key(self):
        return self.name

    def __str__(self):
        return self.name

    # Asking

    def hits(self, query, at_once, most):
        """{(key): score} of what answers, best first."""
        found, after = {}, None
        order = [{"_score": "desc"}, {"key": "desc"}]
        while len(found) < most:
            with reaching():
                answer = server().search(
                    index=self.name,
                    query=query,
                    sort=order,
                    size=at_once,
                    search_after=after,
                    source=False,
                    docvalue_fields=["key"],
                    track_total_hits=False,
                )
            hits = answer["hits"]["hits"]
            found |= {hit["fields"]["key"][0]: hit["_score"] for hit in hits}
            if len(hits) < at_once:
                break
            after = hits[-1]["sort"]
        return found

    def known(self, model):
        query = {"query": {"term": {"type": model._meta.label}}, "_source": ["key"]}
        try:
            with reaching():
                rows = scan(self._patient, index=self.name, query=query, size=5_000)
                return {row["_source"]["key"] for row in rows}
        except Away:
            if _silent_until > time.monotonic():
                raise
            return set()  # no index yet

    # Writing

    def add_items(self, model, objs):
        version = time.time_ns() // 1000
        common = {"type": model._meta.label, "types": types_of(model)}
        self._write(model, version, [(str(thing.pk), common | _fields_of(thing)) for thing in objs])

    def forget(self, model, keys):
        self._write(model, time.time_ns() // 1000, [(key, None) for key in keys])

    def _write(self, model, version, documents):
        """Into every index there is: the one that is asked, and the one that is being filled."""
        actions = [
            {
                "_op_type": "delete" if document is None else "index",
                "_index": name,
                "_id": f"{model._meta.label}:{key}",
                "version": version,
                "version_type": "external_gte",
                **({} if document is None else {"_source": {"key": key, **document}}),
            }
            for key, document in documents
            for name in self._places()
        ]
        with reaching():
            _, errors = bulk(self._patient, actions, raise_on_error=False)
        serious = [each for error in errors for each in error.values() if each["status"] not in (404, 409)]
        if serious:
            raise BulkIndexError(f"{len(serious)} things were not indexed.", serious)

    def _places(self):
        with reaching():
            names = list(server().indices.get_alias(index=f"{alias()}_*"))
        return names or [self._first()]

    def _first(self):
        index = Index(self.backend, f"{alias()}_{get_random_string(7).lower()}")
        index.put()
        index.become_the_one()
        return index.name

    @property
    def _patient(self):
        return server().options(request_timeout=LONG_PATIENCE)

    # The index itself

    def put(self):
        with reaching():
            server().indices.create(index=self.name, settings=SETTINGS, mappings=MAPPINGS)

    def become_the_one(self):
        """From now on this one is asked; all others of ours go, those of earlier versions too."""
        with reaching():
            self._patient.indices.refresh(index=self.name)
            everything = server().indices.get_alias(index=f"{alias().rpartition('-')[0]}-*")
            actions = [{"add": {"index": self.name, "alias": alias()}}]
            actions += [{"remove_index": {"index": name}} for name in everything if name != self.name]
            self._patient.indices.update_aliases(actions=actions)

    def refresh(self):
        with reaching():
            server().indices.refresh(index=self.name)

    def reset(self):
        with reaching():
            for name in server().indices.get_alias(index=f"{alias()}_*"):
                server().indices.delete(index=name)


def _fields_of(thing):
    contents = contents_of(thing)
    return {name: spread(getattr(contents, name)) for name in ("title", "body", "autocomplete")}


class Rebuilder:
    """Wagtail's `update_index` fills a second index and then exchanges them; nobody asks in vain meanwhile."""

    def __init__(self, index):
        self.index = Index(index.backend, f"{alias()}_{get_random_string(7).lower()}")

    def start(self):
        self.index.put()
        return self.index

    def finish(self):
        self.index.become_the_one()
