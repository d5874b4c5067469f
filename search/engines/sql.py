"""The conditions both databases share: who sees an entry, and what it is filtered by."""

import datetime
import json
from functools import lru_cache

from django.utils import timezone

from search.engines.base import Counts

BRACES = str.maketrans("[]", "{}")
MONTH, YEAR = datetime.timedelta(days=30), datetime.timedelta(days=365)

COLUMNS = {
    "entry": "e.id",
    "kind": "e.kind",
    "space": "e.space_id",
    "hospital": "e.hospital_id",
    "department": "e.department_id",
    "maintainer": "e.maintainer_id",
    "file": "CASE WHEN e.has_file THEN 'yes' ELSE 'no' END",
}
NUMBERED = ("space", "hospital", "department", "maintainer")


# What facets are counted by, of an entry `e` and of what was made of it.
COUNTED_HERE = (
    "id, kind, space_id, hospital_id, department_id, maintainer_id, updated_at,"
    " valid_until, binds_from, binds_until, has_file"
)
COUNTED = ", ".join(f"e.{name}" for name in COUNTED_HERE.split(", "))


class Where:
    """A condition being put together: SQL with its parameters in order."""

    def __init__(self, dialect):
        self.dialect, self.pieces, self.params = dialect, [], []

    def add(self, piece, *params):
        self.pieces.append(piece)
        self.params += params
        return self

    def __str__(self):
        return " AND ".join(f"({piece})" for piece in self.pieces) or "TRUE"


class Dialect:
    """How one database says it."""

    def among(self, column, numbers):
        """(SQL, parameter): the column is one of many numbers, however many they are."""
        raise NotImplementedError

    def visible(self, where, who):
        """Of the entries as they are now: shown, and in a scope of the person, opened by name, or by key."""
        ways = []
        sql, param = self.among("e.scope_id", who.scopes)
        ways.append((sql, [param]))
        by_type = {}
        for kind, pk in who.roots:
            by_type.setdefault(kind, []).append(pk)
        for kind, pks in by_type.items():
            sql, param = self.among("e.root_id", pks)
            ways.append((f"e.root_type_id = %s AND {sql}", [kind, param]))
        if who.keys:
            mine = f"e.id IN (SELECT r.entry_id FROM search_searchreader r WHERE r.key IN ({_marks(who.keys)}))"
            ways.append((mine, list(who.keys)))
        where.add("e.is_shown")
        where.add(" OR ".join(f"({sql})" for sql, _ in ways), *[param for _, params in ways for param in params])

    def conditions(self, where, ask):
        for condition in ask.conditions:
            self.condition(where, condition, ask)
        if ask.without:
            sql, param = self.among("e.id", ask.without)
            where.add(f"NOT ({sql})", param)

    def condition(self, where, condition, ask):
        values = list(condition.values)
        if condition.facet == "after":
            sql, params = "e.updated_at >= %s", [self.moment(_start(values[0]))]
        elif condition.facet == "before":
            sql, params = "e.updated_at < %s", [self.moment(_start(values[0] + datetime.timedelta(days=1)))]
        elif condition.facet == "updated":
            edges = {"month": (">=", MONTH), "year": (">=", YEAR), "older": ("<", YEAR)}
            chosen = [edges[each] for each in values if each in edges]
            sql = " OR ".join(f"e.updated_at {sign} %s" for sign, _ in chosen) or "FALSE"
            params = [self.moment(_start(ask.today - ago)) for _, ago in chosen]
        elif condition.facet == "tag":
            sql = f"e.id IN (SELECT t.entry_id FROM search_searchtag t WHERE t.name IN ({_marks(values)}))"
            params = values
        else:
            expression, own = self.expression(condition.facet, ask)
            sql, params = f"{expression} IN ({_marks(values)})", [*own, *values]
        where.add(f"NOT COALESCE(({sql}), FALSE)" if condition.excluded else sql, *params)

    def expression(self, facet, ask):
        """The value an entry has for a facet, as SQL and parameters."""
        if facet in COLUMNS:
            return COLUMNS[facet], []
        day = self.day(ask.today)
        if facet == "updated":
            month, year = (self.moment(_start(ask.today - each)) for each in (MONTH, YEAR))
            return (
                "CASE WHEN e.updated_at >= %s THEN 'month' WHEN e.updated_at >= %s THEN 'year' ELSE 'older' END",
                [month, year],
            )
        if facet == "trust":
            return (
                "CASE WHEN e.valid_until >= %s THEN 'verified' WHEN e.valid_until < %s THEN 'due' ELSE 'never' END",
                [day, day],
            )
        if facet == "state":
            return (
                "CASE WHEN e.binds_until <= %s THEN 'repealed' WHEN e.binds_from > %s THEN 'coming'"
                " WHEN e.binds_from IS NOT NULL THEN 'in_force' ELSE '' END",
                [day, day],
            )
        raise LookupError(f"There is no facet {facet}.")

    def moment(self, value):
        return value

    def day(self, value):
        return value


def counting(dialect, ask, facets, seen, params):
    """One statement: `seen`, what matches and is seen, is worked out once, and every facet counts in it."""
    pieces, params = [], list(params)
    for facet in ("", *facets):
        where = Where(dialect)
        dialect.conditions(where, ask.but_for(facet))
        join, value, own = "", "NULL", []
        if facet == "tag":
            join, value = " JOIN search_searchtag t ON t.entry_id = e.id", "t.name"
        elif facet:
            value, own = dialect.expression(facet, ask)
        group = " GROUP BY 2" if facet else ""
        pieces.append(f"SELECT '{facet}', CAST({value} AS text), COUNT(*) FROM seen e{join} WHERE {where}{group}")
        params += [*own, *where.params]
    return f"WITH seen AS MATERIALIZED ({seen}) " + " UNION ALL ".join(pieces), params


def counts_of(rows, facets) -> Counts:
    counts = Counts(facets={facet: {} for facet in facets})
    for facet, value, number in rows:
        if facet:
            counts.facets[facet][int(value) if facet in NUMBERED and value is not None else value] = number
        else:
            counts.total = number
    return counts


def _marks(values):
    return ", ".join(["%s"] * len(values))


def _start(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


@lru_cache(maxsize=64)
def _array(numbers):
    """As text. A person's thousands of scopes stand in every statement of an answer, and of the next one."""
    return json.dumps(numbers, separators=(",", ":"))


class SQLiteDialect(Dialect):
    def among(self, column, numbers):
        return f"{column} IN (SELECT value FROM json_each(%s))", _array(tuple(numbers))

    def moment(self, value):
        return value.astimezone(datetime.UTC).strftime("%Y-%m-%d %H:%M:%S")

    def day(self, value):
        return value.isoformat()


class PostgresDialect(Dialect):
    def among(self, column, numbers):
        """Cast, so that both sides are of one type: only then does the database look numbers up by their hash."""
        return f"{column} = ANY(%s::bigint[])", _array(tuple(numbers)).translate(BRACES)
