"""The index that Elasticsearch keeps for Wagtail: one of an installation, for all models.

Texts are kept as pairs of Han characters (`cjk`) and, for words that have one alone, as single ones. Each writing
carries the moment at which the thing was read, and the later look wins: rebuilding and saving may meet.
"""

import re
import time
from functools import cache
from hashlib import blake2b
from itertools import islice

from django.conf import settings
from django.utils.crypto import get_random_string
from modelsearch.backends.base import BaseIndex

from search.analysis import fold
from search.analysis.tokens import HAN, LONGEST_WORD
from search.backends.contents import VERSION, contents_of
from search.engines.elastic.server import LONG_PATIENCE, Missing, Server

AT_ONCE = 10_000  # the most that the server gives in one answer
SLICE = 20  # things of one request; the longest texts stay below the 100 MB that the server takes
PATIENCE = 2  # seconds
RUNS = re.compile(rf"[{HAN}]+|\d+|[^\W\d_{HAN}]+")
KEYWORD = {"type": "keyword"}
TEXT = {"type": "text", "analyzer": "pairs", "fields": {"single": {"type": "text", "analyzer": "standard"}}}
SETTINGS = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "gc_deletes": "1h",  # so long a late delivery cannot bring back what was deleted
    "analysis": {"analyzer": {"pairs": {"type": "cjk", "stopwords": "_none_"}}},
}
MAPPINGS = {
    "dynamic": "strict",
    "properties": {
        **dict.fromkeys(("type", "types", "key"), KEYWORD),
        **dict.fromkeys(("title", "body", "autocomplete"), TEXT),
    },
    "_source": {"includes": ["key"]},  # the database has the rest
}


_server = cache(Server)


def server():
    return _server(settings.ELASTICSEARCH_URL)


def spread(text) -> str:
    """Runs of letters, of digits and of Han characters, apart from each other as our tokens are."""
    return " ".join(run if run[0] >= "\u3005" else run[:LONGEST_WORD] for run in RUNS.findall(fold(text)))


def types_of(model):
    return [each._meta.label for each in (model, *model._meta.get_parent_list())]


def ours() -> str:
    """Installations may share a server."""
    return f"hzh-{blake2b(settings.SECRET_KEY.encode(), digest_size=5).hexdigest()}-wagtail-"


def asked() -> str:
    """What was indexed otherwise than today is another index, and nobody's answer."""
    return f"{ours()}{-VERSION}"


class Index(BaseIndex):
    """The one that is asked, or one that is being filled to take its place."""

    def __init__(self, backend, name=None):
        super().__init__(backend)
        self.name = name or asked()

    def get_key(self):
        return self.name

    def __str__(self):
        return self.name

    # Asking

    def hits(self, query, most):
        """{key: score} of what answers, best first."""
        rows = self._rows(query, most, PATIENCE, sort=[{"_score": "desc"}, {"key": "desc"}])
        return {row["fields"]["key"][0]: row["_score"] for row in rows}

    def known(self, model):
        """The keys of the things of this type that it holds; none where there is no index yet."""
        try:
            mine = {"term": {"type": model._meta.label}}
            rows = self._rows(mine, float("inf"), LONG_PATIENCE, sort=[{"key": "asc"}])
            return {row["fields"]["key"][0] for row in rows}
        except Missing:
            return set()

    def _rows(self, query, most, patience, sort):
        found, after = [], None
        while len(found) < most:
            with server().reached(patience) as client:
                answer = client.search(
                    index=self.name,
                    query=query,
                    sort=sort,
                    size=AT_ONCE,
                    search_after=after,
                    source=False,
                    docvalue_fields=["key"],
                    track_total_hits=False,
                    filter_path="hits.hits",
                )
            rows = answer.get("hits", {}).get("hits", [])
            found += rows
            if len(rows) < AT_ONCE:
                break
            after = rows[-1]["sort"]
        return found

    # Writing

    def add_items(self, model, objs):
        """Things in a list were read a while ago and are read again, so that nothing newer is written over."""
        version = _moment()
        if isinstance(objs, list):
            objs = model.get_indexed_objects().filter(pk__in=[thing.pk for thing in objs])
        things = iter(objs)
        while some := list(islice(things, SLICE)):
            self._write(model, version, [(str(thing.pk), _document_of(model, thing)) for thing in some])

    def forget(self, model, keys):
        version = _moment()
        for first in range(0, len(keys), SLICE):
            self._write(model, version, [(key, None) for key in keys[first : first + SLICE]])

    def _write(self, model, version, documents):
        """Into every index there is: the one that is asked, and the one that is being filled."""
        operations = []
        for name in self._places():
            for key, document in documents:
                about = {"_index": name, "_id": f"{model._meta.label}:{key}"}
                about |= {"version": version, "version_type": "external_gte"}
                operations += [{"delete": about}] if document is None else [{"index": about}, {"key": key, **document}]
        with server().reached(LONG_PATIENCE) as client:
            answer = client.bulk(operations=operations, filter_path="items.*.status,items.*.error")
        items = [each for item in answer.get("items", ()) for each in item.values()]
        if refused := [each for each in items if each["status"] >= 400 and each["status"] not in (404, 409)]:
            raise RuntimeError(f"Elasticsearch refuses {len(refused)} things: {refused[0]}")

    def _places(self):
        with server().reached() as client:
            names = list(client.indices.get_alias(index=f"{asked()}_*"))
        return names or [self._first()]

    def _first(self):
        index = Index(self.backend, f"{asked()}_{get_random_string(7).lower()}")
        index.put()
        index.become_the_one()
        return index.name

    # The index itself

    def put(self):
        with server().reached(LONG_PATIENCE) as client:
            client.indices.create(index=self.name, settings=SETTINGS, mappings=MAPPINGS)

    def become_the_one(self):
        """From now on this one is asked; all others of ours go, those of earlier versions too."""
        with server().reached(LONG_PATIENCE) as client:
            client.indices.refresh(index=self.name)
            others = [name for name in client.indices.get_alias(index=f"{ours()}*") if name != self.name]
            actions = [{"add": {"index": self.name, "alias": asked()}}]
            client.indices.update_aliases(actions=actions + [{"remove_index": {"index": name}} for name in others])

    def refresh(self):
        with server().reached(LONG_PATIENCE) as client:
            client.indices.refresh(index=self.name, ignore_unavailable=True)

    def reset(self):
        with server().reached(LONG_PATIENCE) as client:
            for name in client.indices.get_alias(index=f"{ours()}*"):
                client.indices.delete(index=name)


def _document_of(model, thing):
    contents = contents_of(thing)
    texts = {name: spread(getattr(contents, name)) for name in ("title", "body", "autocomplete")}
    return {"type": model._meta.label, "types": types_of(model), **texts}


def _moment():
    """To be taken before things are read."""
    return time.time_ns() // 1_000


class Rebuilder:
    """Wagtail's `update_index` fills a second index and then exchanges them; nobody asks in vain meanwhile."""

    def __init__(self, index):
        self.index = Index(index.backend, f"{asked()}_{get_random_string(7).lower()}")

    def start(self):
        self.index.put()
        return self.index

    def finish(self):
        self.index.become_the_one()
