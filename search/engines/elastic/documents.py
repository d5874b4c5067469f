"""An entry as the server takes it.

The tokens are those of `search.analysis`, between blanks, so that all engines find the same; the server adds the
beginnings of each at the same place (the analyzer “beginnings”). A pair of characters is told from a beginning by
its length, every other token by a sign at its end: the text 增强CT5mg is sent as 增强 强_ ct_ 5_ mg_, and 增, 强, c and
ct are found besides. So a word half typed is one token like any other, and rare or common by itself.
"""

from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from search.analysis import is_han, tokens

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WEIGHT = 4  # of a title, as in the databases: its words stand so often in what is searched

SETTINGS = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "max_result_window": 100_000,
    "gc_deletes": "1h",  # so long a late delivery cannot bring back what was deleted
    "analysis": {
        "filter": {"beginnings": {"type": "edge_ngram", "min_gram": 1, "max_gram": 60, "preserve_original": True}},
        "analyzer": {"beginnings": {"tokenizer": "whitespace", "filter": ["beginnings"]}},
    },
}
TEXT = {"type": "text", "analyzer": "beginnings", "search_analyzer": "whitespace"}
KEYWORD, DATE, FLAG = {"type": "keyword"}, {"type": "date", "format": "strict_date"}, {"type": "boolean"}
MAPPINGS = {
    "dynamic": "strict",
    "_source": {"enabled": False},  # the database has it; answers are ids
    "properties": {
        "id": {"type": "long"},
        "mark": {"type": "keyword", "index": False},
        **dict.fromkeys(("title", "all"), TEXT),
        **dict.fromkeys(("scope", "root", "keys", "kind", "space", "tags"), KEYWORD),
        **dict.fromkeys(("hospital", "department", "maintainer"), KEYWORD),
        **dict.fromkeys(("valid_until", "binds_from", "binds_until"), DATE),
        **dict.fromkeys(("is_shown", "has_file"), FLAG),
        "updated_at": {"type": "long"},  # microseconds
    },
}
VERSION = 1  # grows with each change of these: an index made otherwise is not asked


def sent(text) -> str:
    return " ".join(map(closed, tokens(text)))


def closed(token) -> str:
    """As it stands whole, not as the beginning of a longer one."""
    return token if len(token) == 2 and is_han(token) else f"{token}_"


def document_of(entry, texts, tags, keys) -> dict:
    title = sent(entry.title)
    return {
        "title": title,
        "all": [*[title] * WEIGHT, sent("".join(texts)), sent(entry.extra)],
        **fields_of(entry),
        "tags": tags,
        "keys": keys,
        "mark": mark_of(entry),
    }


def fields_of(entry) -> dict:
    """All that is known of it besides words."""
    return {
        "id": entry.pk,
        "is_shown": entry.is_shown,
        "scope": entry.scope_id,
        "root": root_of(entry.root_type_id, entry.root_id),
        "kind": entry.kind,
        "space": entry.space_id,
        "hospital": entry.hospital_id,
        "department": entry.department_id,
        "maintainer": entry.maintainer_id,
        "updated_at": microseconds(entry.updated_at),
        "valid_until": _day(entry.valid_until),
        "binds_from": _day(entry.binds_from),
        "binds_until": _day(entry.binds_until),
        "has_file": entry.has_file,
    }


def mark_of(entry) -> str:
    """The same as long as the entry is: by it what the server holds is compared with what there is."""
    known = (*fields_of(entry).values(), entry.title, entry.extra, entry.version, str(entry.indexed_at))
    return blake2b(repr(known).encode(), digest_size=8).hexdigest()


def microseconds(moment) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def root_of(kind, pk) -> str:
    return f"{kind}:{pk}"


def _day(value):
    return value and value.isoformat()
