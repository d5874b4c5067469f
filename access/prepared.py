"""Queries put together once and asked again and again: composing the SQL of a rule costs ten times what asking costs.

What is remembered is the statement, never an answer. It names the rights it was composed with (a person's scopes and
audiences), so it is kept under the same versions and day as the reach it comes from and is never older than that.
"""

from copy import copy
from functools import lru_cache
from types import SimpleNamespace
from weakref import WeakValueDictionary

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Expression

from access.reach import is_narrowed, rights_of

REMEMBERED = 4_000  # statements of people; each keeps some hundred numbers and shares the rest with those alike
_alike: WeakValueDictionary = WeakValueDictionary()  # SQL → the compiler that knows how to read its rows


class Given(Expression):
    """Stands in a queryset for a value that is filled in whenever the query is asked: `filter(uid=Given("uid", …))`."""

    def __init__(self, name, output_field):
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", (self,)


class Prepared:
    """A queryset as a statement: calling it with what is given answers the list that the queryset would answer."""

    def __init__(self, queryset):
        compiler = queryset.query.get_compiler(queryset.db)
        try:
            self.sql, self.params = compiler.as_sql()
        except EmptyResultSet:  # nobody can ever see a row; without SQL a compiler answers none
            self.sql, self.params = "", ()
        self.compiler = _alike.setdefault((queryset._iterable_class, self.sql), compiler)
        if self.sql and self.compiler is compiler:
            converters = compiler.get_converters([column for column, *_ in compiler.select[: compiler.col_count]])
            compiler.get_converters = lambda columns: converters  # a hundred columns, always the same
        self.rows, self.model, self.fields = queryset._iterable_class, queryset.model, queryset._fields

    def __call__(self, **given):
        compiler = copy(self.compiler)  # one a call: threads share the statement, never the connection
        compiler.connection = connections[compiler.using]
        params = tuple(given[each.name] if isinstance(each, Given) else each for each in self.params)
        compiler.as_sql = lambda: (self.sql, params)
        query = SimpleNamespace(get_compiler=lambda *args, **more: compiler)
        asked = SimpleNamespace(
            db=compiler.using, query=query, model=self.model, _fields=self.fields, _known_related_objects={}
        )
        return list(self.rows(asked))


def prepared(compose, user, *shape) -> Prepared:
    """The statement of `compose(user, *shape)`, put together once for this person's rights of today.

    What is put together within `reach.narrowed` holds there alone, and is not remembered.
    """
    if is_narrowed():
        return Prepared(compose(user, *shape))
    return _prepared(compose, user, (user.is_active, *rights_of(user)), *shape)


@lru_cache(maxsize=REMEMBERED)
def _prepared(compose, user, _rights, *shape):
    return Prepared(compose(user, *shape))


def forget_all():
    _prepared.cache_clear()
