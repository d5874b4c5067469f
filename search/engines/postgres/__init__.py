"""PostgreSQL's own index, with vectors that we make: no extension, no configuration, no server beside.

https://www.postgresql.org/docs/current/textsearch.html, https://www.postgresql.org/docs/current/gin.html
"""

import time

from search.engines.base import FACETS
from search.engines.own import LARGE, REMEMBERED
from search.engines.postgres import matching, ranking
from search.engines.postgres.keeping import Keeping
from search.engines.postgres.vectors import question, some
from search.engines.sql import COUNTED, COUNTED_HERE, PostgresDialect, Where, counting, counts_of

MANY = 5_000  # entries; a word that stands in more is common enough to be told as that
NEWEST, BEST = "updated_at DESC, id", "best"


class Postgres(Keeping):
    name = "postgres"
    all_rows = "search_searchentry WHERE analysed_by > 0"

    def __init__(self, alias="default"):
        self.alias, self.dialect = alias, PostgresDialect()
        self._average = 0.0, 0.0

    def best(self, ask, *, limit, offset=0, order="relevance"):
        if order == "relevance" and ask.wanted:
            return self._ranked(ask, limit, offset)
        many, where = self._matching(ask)
        tables, params = matching.tables(many)
        sql = (
            f"{_with(tables)} SELECT e.id FROM search_searchentry e{matching.joined(many)} WHERE {where}"
            f" ORDER BY {NEWEST} LIMIT %s OFFSET %s"
        )
        return self._ids(sql, [*params, *where.params, limit, offset])

    def _ranked(self, ask, limit, offset):
        """Those that lead are looked at in any case; the others only when somebody leafs on to them."""
        many, where = matching.helds(ask.wanted), self._where(ask)
        tables, params = ranking.tables(many, where, Where(self.dialect), self._average_length(), self.size())
        is_sure = all(held.is_exact for held in many)
        for look_at_all in (False, True):
            listed, own = ranking.listed(many, "id", look_at_all=look_at_all)
            sql = f"{_with(tables)} SELECT id, worth IS NULL FROM ({listed}) listed ORDER BY {ranking.BEST}"
            rows = self._rows(f"{sql} LIMIT %s OFFSET %s", [*params, *own, limit, offset])
            if is_sure or not any(is_behind for _, is_behind in rows):
                break
        return [pk for pk, _ in rows]

    def count(self, ask, facets=FACETS):
        sql, params = counting(self.dialect, ask, facets, *self._seen(ask))
        return counts_of(self._rows(sql, params), facets)

    def answer(self, ask, *, limit, order="relevance"):
        """One statement: vectors are read once, to count and to put in order."""
        if not ask.wanted:
            return super().answer(ask, limit=limit, order=order)
        by, seen = NEWEST, self._seen
        if order == "relevance":
            by, seen = ranking.BEST, self._seen_and_ranked
        sql, params = counting(self.dialect, ask, FACETS, *seen(ask))
        meets = self._conditions(ask)
        best = f"SELECT e.id FROM seen e WHERE {meets} ORDER BY {by} LIMIT %s"
        sql = f"{sql} UNION ALL SELECT '{BEST}', CAST(id AS text), ROW_NUMBER() OVER () FROM ({best}) best"
        rows = self._rows(sql, [*params, *meets.params, limit])
        best = sorted((place, int(pk)) for facet, pk, place in rows if facet == BEST)
        return counts_of([row for row in rows if row[0] != BEST], FACETS), [pk for _, pk in best]

    def _seen(self, ask):
        """(SQL, parameters) of what holds all words, whatever it is filtered by."""
        many, where = self._matching(ask, conditions=False)
        tables, params = matching.tables(many)
        found = f"{_with(tables)} SELECT {COUNTED} FROM search_searchentry e{matching.joined(many)} WHERE {where}"
        return found, [*params, *where.params]

    def _seen_and_ranked(self, ask):
        """The same, with what it is put in order by."""
        many, where = matching.helds(ask.wanted), self._where(ask, conditions=False)
        tables, params = ranking.tables(many, where, self._conditions(ask), self._average_length(), self.size())
        listed, own = ranking.listed(many, COUNTED_HERE)
        return f"{_with(tables)} {listed}", [*params, *own]

    def partly(self, ask, words, *, limit, in_title=False):
        if not words:
            return []
        sql, params = ranking.partly(words, self._where(ask), self._average_length(), self.size(), in_title=in_title)
        return self._ids(f"{sql} LIMIT %s", [*params, limit])

    def frequencies(self, words):
        words = list(dict.fromkeys(words))
        known = dict(self._rows("SELECT word, ndoc FROM search_df WHERE word = ANY(%s)", [words]))
        if rare := [word for word in words if word not in known]:
            sql = (
                "SELECT w.word, (SELECT COUNT(*) FROM (SELECT DISTINCT v.entry_id FROM search_vector v"
                " WHERE v.vector @@ w.asked::tsquery LIMIT %s) held) FROM unnest(%s::text[], %s::text[]) w(word, asked)"
            )
            rows = self._rows(sql, [MANY, rare, [some([word]) for word in rare]])
            known |= {word: number for word, number in rows if number}
        return known

    def sounding(self, ask, phrases, *, limit):
        """Ids of entries whose titles hold one of these rows of syllables or initials; those that hold more of them
        first, then shorter titles."""
        where = self._where(ask)
        each = [f"(t.{'initials' if one.is_initials else 'syllables'} @@ %s::tsquery)" for one in phrases]
        asked = [question([one]) for one in phrases]
        sql = (
            f"SELECT e.id FROM search_searchentry e JOIN search_title t ON t.entry_id = e.id"
            f" WHERE ({' OR '.join(each)}) AND {where}"
            f" ORDER BY {' + '.join(f'{one}::int' for one in each)} DESC, char_length(e.title), e.id LIMIT %s"
        )
        return self._ids(sql, [*asked, *where.params, *asked, limit])

    def _matching(self, ask, conditions=True):
        """What must be held, and the condition that it is, by entries the person may see."""
        many, where = matching.helds(ask.wanted), self._where(ask, conditions)
        for i, held in enumerate(many):
            if not held.is_exact:
                where.add(*matching.stands("e.id", f"h{i}.numbers", held))
        return many, where

    def _where(self, ask, conditions=True):
        where = Where(self.dialect)
        self.dialect.visible(where, ask.who)
        if conditions:
            self.dialect.conditions(where, ask)
        matching.without(where, ask.unwanted)
        return where

    def _conditions(self, ask):
        where = Where(self.dialect)
        self.dialect.conditions(where, ask)
        return where

    def _average_length(self):
        """In tokens, of all texts; of many of them it changes slowly."""
        until, length = self._average
        if time.monotonic() > until:
            length = self._rows("SELECT AVG(length) FROM search_title", [])[0][0]
            self._average = (time.monotonic() + REMEMBERED if self.size() > LARGE else 0.0, float(length or 0))
        return self._average[1]


def _with(tables):
    return f"WITH {', '.join(tables)}" if tables else ""
