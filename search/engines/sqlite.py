"""SQLite's FTS5: one row an entry, as tokens of ours, without a copy of the text.

https://www.sqlite.org/fts5.html – contentless tables (4.4.3), vocabulary (7), configuration (6).
"""

import time
from collections import Counter
from contextlib import closing
from heapq import nsmallest
from operator import itemgetter

from django.db import connections, transaction

from search.analysis import tokens
from search.analysis.sounds import pairs_of_initials, sounds
from search.engines.base import FACETS, Counts, Indexed
from search.engines.own import NEW, OwnEngine
from search.engines.sql import COUNTED, SQLiteDialect, Where, counting, counts_of

COLUMNS = "title, body, extra"
GROUPED = tuple(facet for facet in FACETS if facet != "tag")
LARGE, REMEMBERED = 3_000, 60  # entries; seconds
# The tokens are ours and stand between blanks; `ascii` takes all beyond ASCII for letters and knows no better.
MAKE = """CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='', tokenize='ascii')"""
RANK = "INSERT INTO {name}({name}, rank) VALUES ('rank', 'bm25(4.0, 1.0, 1.0)')"
MAKE_SOUNDS = "CREATE VIRTUAL TABLE {name} USING fts5(syllables, initials, tokenize='ascii')"


class SQLite(OwnEngine):
    name = "sqlite"
    table, sounds_table, vocabulary = "search_fts", "search_sounds", "search_vocabulary"

    def __init__(self, alias="default"):
        self.alias, self.dialect = alias, SQLiteDialect()
        self._size = 0.0, 0

    # Tables

    def make_tables(self):
        self._make(self.table)
        self._run(MAKE_SOUNDS.format(name=self.sounds_table))
        self._make_vocabulary()

    def drop_tables(self):
        for name in (self.vocabulary, self.table, self.sounds_table):
            self._run(f"DROP TABLE IF EXISTS {name}")

    def _make_vocabulary(self):
        self._run(f"CREATE VIRTUAL TABLE {self.vocabulary} USING fts5vocab({self.table}, row)")

    def _make(self, name):
        self._run(MAKE.format(name=name, columns=COLUMNS))
        self._run(RANK.format(name=name))

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
        return self._taken_apart(self._rows(f"SELECT e.id, {values} FROM {found} WHERE {free}", [*own, *params]))

    def answer(self, ask, *, limit, order="relevance"):
        """What matches is gone through once where nothing is filtered and the best come first."""
        if not ask.wanted or ask.conditions or ask.without or order != "relevance":
            return super().answer(ask, limit=limit, order=order)
        where, (values, own) = self._where(ask), self._facet_values(ask)
        rows = self._rows(
            f"SELECT e.id, {values}, f.rank FROM {self.table} f CROSS JOIN search_searchentry e ON e.id = f.rowid"
            f" WHERE f.{self.table} MATCH %s AND {where}",
            [*own, match_of(ask), *where.params],
        )
        return self._taken_apart(rows), [row[0] for row in nsmallest(limit, rows, key=itemgetter(-1, 0))]

    def _facet_values(self, ask):
        values, own = [], []
        for facet in GROUPED:
            value, needs = self.dialect.expression(facet, ask)
            values.append(f"{value} AS {facet}_")
            own += needs
        return ", ".join(values), own

    def _taken_apart(self, rows):
        """`rows`: (id, value of each facet, …)."""
        if not rows:
            return Counts(0, {facet: {} for facet in FACETS})
        ids, *columns = zip(*rows, strict=True)
        facets = {facet: dict(Counter(column)) for facet, column in zip(GROUPED, columns, strict=False)}
        among, param = self.dialect.among("entry_id", ids)
        tags = self._rows(f"SELECT name, COUNT(*) FROM search_searchtag WHERE {among} GROUP BY name", [param])
        return Counts(len(rows), {**facets, "tag": dict(tags)})

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

    # Keeping

    def put(self, entry, texts, old=None, *, anew=False):
        with transaction.atomic(self.alias):
            if old is not None:
                self.drop(entry, old, anew=anew)
            self._add([(entry, texts)], NEW if anew else "")

    def drop(self, entry, old, *, anew=False):
        """A contentless table is told what it held; it keeps no copy."""
        table, sounds_table = (name + (NEW if anew else "") for name in (self.table, self.sounds_table))
        sql = f"INSERT INTO {table}({table}, rowid, {COLUMNS}) VALUES ('delete', %s, %s, %s, %s)"
        self._run(sql, [entry.pk, *_columns(old)])
        self._run(f"DELETE FROM {sounds_table} WHERE rowid = %s", [entry.pk])

    def known(self):
        """Ids of all entries the index holds."""
        return {row[0] for row in self._rows(f"SELECT id FROM {self.table}_docsize", [])}

    def _add(self, many, suffix=""):
        """`many`: (entry, texts of its parts)."""
        words = [(entry.pk, *_columns(Indexed(entry.title, texts, entry.extra))) for entry, texts in many]
        heard = [
            (entry.pk, " ".join(sounds(entry.title)), " ".join(pairs_of_initials(entry.title))) for entry, _ in many
        ]
        with closing(connections[self.alias].cursor()) as cursor:
            cursor.executemany(f"INSERT INTO {self.table}{suffix}(rowid, {COLUMNS}) VALUES (%s, %s, %s, %s)", words)
            cursor.executemany(
                f"INSERT INTO {self.sounds_table}{suffix}(rowid, syllables, initials) VALUES (%s, %s, %s)", heard
            )

    # Making anew, beside the index that answers

    def begin_anew(self):
        self.forget_anew()
        self._make(self.table + NEW)
        self._run(MAKE_SOUNDS.format(name=self.sounds_table + NEW))

    def put_anew(self, many):
        self._add(many, NEW)

    def swap(self):
        """The new index answers from this transaction on."""
        self.drop_tables()
        for name in (self.table, self.sounds_table):
            self._run(f"ALTER TABLE {name}{NEW} RENAME TO {name}")
        self._make_vocabulary()

    def forget_anew(self):
        for name in (self.table, self.sounds_table):
            self._run(f"DROP TABLE IF EXISTS {name}{NEW}")

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


def _columns(indexed):
    return [" ".join(tokens(each)) for each in (indexed.title, "".join(indexed.texts), indexed.extra)]
