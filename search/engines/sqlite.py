"""SQLite's FTS5 asked: by phrases of our tokens, with everything that narrows a question in the same statement."""

import json
from collections import Counter
from heapq import nsmallest

from search.engines.base import FACETS, Counts
from search.engines.sql import COUNTED, SQLiteDialect, Where, counting, counts_of
from search.engines.sqlite_keeping import Keeping

GROUPED = tuple(facet for facet in FACETS if facet != "tag")


class SQLite(Keeping):
    name = "sqlite"
    has_one_writer = True

    def __init__(self, alias="default"):
        self.alias, self.dialect = alias, SQLiteDialect()

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
        if facets == FACETS and not ask.conditions and not ask.without:
            return self._taken_apart(*self._matching(ask))
        found, where = self._found(ask)
        if not facets and not ask.conditions and not ask.without:
            return Counts(self._rows(f"SELECT COUNT(*) FROM {found} WHERE {where}", where.params)[0][0])
        seen = f"SELECT {COUNTED} FROM {found} WHERE {where}"
        sql, params = counting(self.dialect, ask, facets, seen, where.params)
        return counts_of(self._rows(sql, params), facets)

    def answer(self, ask, *, limit, order="relevance"):
        """What matches is gone through once where nothing is filtered and the best come first."""
        if not ask.wanted or ask.conditions or ask.without or order != "relevance":
            return super().answer(ask, limit=limit, order=order)
        ids, *facets, ranks = self._matching(ask, "f.rank")
        best = nsmallest(limit, zip(ranks, ids, strict=True))
        return self._taken_apart(ids, *facets), [pk for _rank, pk in best]

    def _found(self, ask):
        """(tables, condition) of what matches and is seen, whatever it is filtered by."""
        where = self._where(ask, conditions=False)
        if not ask.wanted:
            return "search_searchentry e", where
        where.pieces.insert(0, f"f.{self.table} MATCH %s")
        where.params.insert(0, match_of(ask))
        return f"{self.table} f CROSS JOIN search_searchentry e ON e.id = f.rowid", where

    def _matching(self, ask, *more):
        """Columns of all that matches and is seen: ids, the value of each facet, and `more`.

        Fetched as one row: each row fetched alone would let another thread of the process go first.
        """
        values, own = self._facet_values(ask)
        found, where = self._found(ask)
        columns = {"id": "e.id", **values, **{f"more{place}": each for place, each in enumerate(more)}}
        rows = ", ".join(f"{value} AS {name}" for name, value in columns.items())
        lists = ", ".join(f"json_group_array({name})" for name in columns)
        sql = f"SELECT {lists} FROM (SELECT {rows} FROM {found} WHERE {where})"
        return [json.loads(column) for column in self._rows(sql, [*own, *where.params])[0]]

    def _facet_values(self, ask):
        """({name of a column: SQL of its value}, parameters) of each facet that is a column."""
        found = {f"{facet}_": self.dialect.expression(facet, ask) for facet in GROUPED}
        return {name: value for name, (value, _own) in found.items()}, [
            param for _, own in found.values() for param in own
        ]

    def _taken_apart(self, ids, *columns):
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
