"""Wagtail's search in PostgreSQL: its own table, with vectors made here, so that no parser or locale has a say.

A vector holds at most 1 MB and 16,383 places, and one too large would abort the save. So a body is kept as a bag, each
token with a few places that only say how often; which of them follow each other is seen in the text, kept without
anything between the words. A title and what is matched while typing are short: they keep their places.
"""

import re
from collections import Counter

from django.db import connection
from wagtail.search.backends.database.postgres import postgres as wagtail

from search.analysis import fold, tokens
from search.backends.compiling import HalfTyped
from search.backends.contents import VERSION
from search.backends.database import ENTRIES, DatabaseCompiler, Rows
from search.backends.results import Results

ROOM = 900_000  # bytes of a vector of 1 MB
LONGEST_ROW = 2_000  # tokens of a title
OFTEN = 8  # more does not change a rank
BETWEEN = re.compile(r"[\W_]+")
COLUMNS = ("title", "body", "autocomplete", "title_text", "body_text", "title_norm")


class Index(Rows, wagtail.PostgresIndex):
    def write(self, type_id, things):
        rows = [[type_id, key, *_columns_of(one), VERSION] for key, one in things]
        row = "(%s, %s, %s::tsvector, %s::tsvector, %s::tsvector, %s, %s, %s)"
        names, new = ", ".join(COLUMNS), ", ".join(f"{name} = EXCLUDED.{name}" for name in COLUMNS)
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {ENTRIES} (content_type_id, object_id, {names}) VALUES {', '.join([row] * len(rows))}"
                f" ON CONFLICT (content_type_id, object_id) DO UPDATE SET {new}",
                [value for each in rows for value in each],
            )


def _columns_of(one):
    title, body = tokens(one.title), tokens(one.body)
    texts = [BETWEEN.sub("", fold(text)) for text in (one.title, one.body)]
    return [_row(title, "A"), _bag([*title, *body]), _row(tokens(one.autocomplete)), *texts]


def _row(words, weight=""):
    places = {}
    for place, word in enumerate(words[:LONGEST_ROW], 1):
        places.setdefault(word, []).append(f"{place}{weight}")
    return " ".join(f"'{word}':{','.join(places[word])}" for word in places)


def _bag(words):
    """The tokens in the order of the text, until there is no more room: some 100,000 different ones."""
    room, found = ROOM, []
    for word, times in Counter(words).items():
        times = min(times, OFTEN) if room > ROOM // 2 else 0
        room -= len(word.encode()) + 4 + 2 * times
        if room < 0:
            break
        found.append(f"'{word}':{','.join(map(str, range(1, times + 1)))}" if times else f"'{word}'")
    return " ".join(found)


class Compiler(DatabaseCompiler):
    def match(self, leaves):
        each = [self._leaf(leaf) for leaf in leaves]
        types = ", ".join(map(str, self.types))
        sql = f"FROM {ENTRIES} e WHERE e.content_type_id IN ({types}) AND ({' OR '.join(sql for sql, _ in each)})"
        return sql, [param for _, params in each for param in params]

    def _leaf(self, leaf):
        each = [self.phrase(phrase) for phrase in leaf.phrases]
        sql = (" OR " if leaf.is_any else " AND ").join(f"({sql})" for sql, _ in each)
        return f"({sql})", [param for _, params in each for param in params]

    def phrase(self, phrase):
        row = _query(phrase, " <-> ")
        if self.in_title:
            return "e.title @@ %s::tsquery", [row]
        if len(phrase.tokens) == 1:
            return "e.body @@ %s::tsquery", [row]
        follow = "e.title @@ %s::tsquery OR strpos(e.body_text, %s) > 0"
        text = BETWEEN.sub("", phrase.text)
        return f"e.body @@ %s::tsquery AND ({follow})", [_query(phrase, " & "), row, text]

    def score(self, leaves):
        """How often, and in the title before anywhere else."""
        either = " | ".join(_query(phrase, " | ") for leaf in leaves for phrase in leaf.phrases)
        return "ts_rank(e.title, %s::tsquery) * 5 + ts_rank(e.body, %s::tsquery)", [either, either]


class HalfTypedCompiler(HalfTyped, Compiler):
    def phrase(self, phrase):
        return "e.autocomplete @@ %s::tsquery", [_query(phrase, " <-> ")]

    def score(self, leaves):
        either = " | ".join(_query(phrase, " | ") for leaf in leaves for phrase in leaf.phrases)
        return "ts_rank(e.autocomplete, %s::tsquery, 2)", [either]  # 2: shorter ones before


def _query(phrase, between):
    words = [f"'{word}'" for word in phrase.tokens]
    if phrase.open_ended:
        words[-1] += ":*"
    return between.join(words)


class SearchBackend(wagtail.PostgresSearchBackend):
    index_class = Index
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = HalfTypedCompiler
    results_class = Results

    def __init__(self, params):
        super().__init__({**params, "SEARCH_CONFIG": "simple", "ATOMIC_REBUILD": False})
