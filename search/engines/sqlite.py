"""SQLite's FTS5 asked: by phrases of our tokens, with everything that narrows a question in the same statement."""

import json
import time
from collections import Counter
from heapq import nsmallest

from search.engines.base import FACETS, Counts
from search.engines.sql import COUNTED, SQLiteDialect, Where, counting, counts_of
from search.engines.sqlite_keeping import Keeping

GROUPED = tuple(facet for facet in FACETS if facet != "tag")
LARGE, REMEMBERED = 3_000, 60  # entries; seconds


class SQLite(Keeping):
    name = "sqlite"

    def __init__(self, alias="default"):
        self.alias, self.dialect = alias, SQLiteDialect()
        self._size = 0.0, 0

    # Asking

    def best(self, ask, *, limit, offset=0, order="relevance"):
        where = self._where(ask)
        if not ask.wanted:
            sql = f"SELECT e.id FROM search_searchentry e WHERE {where} ORDER BY e.updated_at DESC, e.id"
            return self._ids(f"{sql} LIMIT %s OFFSET %s", [*where.params, limit, offset])
        by = "f.rank" if order == "relevance" else "e.updated_at DESC, e.id"
        sql = (
            f"SELECT f.rowid FROM {self.table} f CROSS JOIN search_searchentry e ON e.id = f.rowid"
            f" WHERE f.{self.table} MATCH %s AND {where} ORDER BY {by} LIMIT %s OFFSET %s"
        )
        return self._ids(sql, [match_of(ask), *where.params, limit, offset])

    def count(self, ask, facets=FACETS):
        """One statement, or two. Without conditions on facets what matches is read once and taken apart here."""
        free, found, params = self._where(ask, conditions=False), "search_searchentry e", []
        if ask.wanted:
            found = f"{self.table} f CROSS JOIN search_searchentry e ON e.id = f.rowid"
            free.pieces.insert(0, f"f.{self.table} MATCH %s")
            params.append(match_of(ask))
        params += free.params
        if not facets and not ask.conditions and not ask.without:
            return Counts(self._rows(f"SELECT COUNT(*) FROM {found} WHERE {free}", params)[0][0])
        if ask.conditions or ask.without or set(facets) != set(FACETS):
            sql, params = counting(self.dialect, ask, facets, f"SELECT {COUNTED} FROM {found} WHERE {free}", params)
            return counts_of(self._rows(sql, params), facets)
        values, own = self._facet_values(ask)
        names = ("id", *(f"{facet}_" for facet in GROUPED))
        ids, *columns = self._columns(names, f"SELECT e.id AS id, {values} FROM {found} WHERE {free}", [*own, *params])
        return self._taken_apart(ids, columns)

    def answer(self, ask, *, limit, order="relevance"):
        """What matches is gone through once where nothing is filtered and the best come first."""
        if not ask.wanted or ask.conditions or ask.without or order != "relevance":
            return super().answer(ask, limit=limit, order=order)
        where, (values, own) = self._where(ask), self._facet_values(ask)
        ids, *facets, ranks = self._columns(
            ("id", *(f"{facet}_" for facet in GROUPED), "rank_"),
            f"SELECT e.id AS id, {values}, f.rank AS rank_"
            f" FROM {self.table} f CROSS JOIN search_searchentry e ON e.id = f.rowid"
            f" WHERE f.{self.table} MATCH %s AND {where}",
            [*own, match_of(ask), *where.params],
        )
        best = nsmallest(limit, zip(ranks, ids, strict=True))
        return self._taken_apart(ids, facets), [pk for _rank, pk in best]

    def _columns(self, names, sql, params):
        """All rows as one, a list a column: each row fetched alone would let another thread of the process go first."""
        row = ", ".join(f"json_group_array({name})" for name in names)
        return [json.loads(column) for column in self._rows(f"SELECT {row} FROM ({sql})", params)[0]]

    def _facet_values(self, ask):
        values, own = [], []
        for facet in GROUPED:
            value, needs = self.dialect.expression(facet, ask)
            values.append(f"{value} AS {facet}_")
            own += needs
        return ", ".join(values), own

    def _taken_apart(self, ids, columns):
        """`columns`: the value of each facet, entry by entry."""
        if not ids:
            return Counts(0, {facet: {} for facet in FACETS})
        facets = {facet: dict(Counter(column)) for facet, column in zip(GROUPED, columns, strict=True)}
        among, param = self.dialect.among("entry_id", ids)
        tags = self._rows(f"SELECT name, COUNT(*) FROM search_searchtag WHERE {among} GROUP BY name", [param])
        return Counts(len(ids), {**facets, "tag": dict(tags)})

    def partly(self, ask, words, *, limit, in_title=False):
        where = self._where(ask)
        some = " OR ".join(f'"{word}"' for word in words)
        match = f"{{title}} : ({some})" if in_title else some
        if not some:
            return []
        if ask.unwanted and ask.wanted:
            match = f"({match}) NOT ({_either(ask.unwanted)})"
        sql = (
            f"SELECT f.rowid FROM {self.table} f CROSS JOIN search_searchentry e ON e.id = f.rowid"
            f" WHERE f.{self.table} MATCH %s AND {where} ORDER BY f.rank LIMIT %s"
        )
        return self._ids(sql, [match, *where.params, limit])

    def frequencies(self, words):
        words = list(dict.fromkeys(words))
        marks = ", ".join(["%s"] * len(words))
        return dict(self._rows(f"SELECT term, doc FROM {self.vocabulary} WHERE term IN ({marks})", words))

    def size(self):
        """Of a large index as it was within the last minute: counting reads all of it."""
        until, number = self._size
        if time.monotonic() > until:
            number = self._rows(f"SELECT COUNT(*) FROM {self.table}_docsize", [])[0][0]
            self._size = (time.monotonic() + REMEMBERED if number > LARGE else 0.0), number
        return number

    def sounding(self, ask, phrases, *, limit):
        """Ids of entries whose titles hold one of these rows of syllables or initials, shorter titles first."""
        where = self._where(ask)
        either = " OR ".join(_sound(each) for each in phrases)
        sql = (
            f"SELECT f.rowid FROM {self.sounds_table} f CROSS JOIN search_searchentry e ON e.id = f.rowid"
            f" WHERE f.{self.sounds_table} MATCH %s AND {where} ORDER BY f.rank LIMIT %s"
        )
        return self._ids(sql, [either, *where.params, limit])

    # The database

    def _where(self, ask, conditions=True):
        where = Where(self.dialect)
        self.dialect.visible(where, ask.who)
        if conditions:
            self.dialect.conditions(where, ask)
        if ask.unwanted and not ask.wanted:
            where.add(
                f"e.id NOT IN (SELECT rowid FROM {self.table} WHERE {self.table} MATCH %s)", _either(ask.unwanted)
            )
        return where


def match_of(ask) -> str:
    """The whole question in FTS5's words; every token is quoted, so nothing typed is ever syntax."""
    wanted = " AND ".join(f"({_any(each)})" for each in ask.wanted)
    return f"({wanted}) NOT ({_either(ask.unwanted)})" if ask.unwanted else wanted


def _either(many):
    return " OR ".join(f"({_any(each)})" for each in many)


def _any(wanted):
    column = "{title} : " if wanted.field == "title" else ""
    return column + "(" + " OR ".join(_phrase(each) for each in wanted.phrases) + ")"


def _phrase(phrase):
    return f'"{" ".join(phrase.tokens)}"' + ("*" if phrase.open_ended else "")


def _sound(phrase):
    column = "initials" if phrase.is_initials else "syllables"
    return f'{{{column}}} : "{" ".join(phrase.tokens)}"' + ("*" if phrase.open_ended else "")
