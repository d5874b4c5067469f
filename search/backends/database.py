"""What SQLite and PostgreSQL share: rows of Wagtail's own table, with tokens of ours."""

from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL
from modelsearch.utils import get_content_type_pk

from search.backends import asking
from search.backends.compiling import Compiler
from search.backends.contents import VERSION, contents_of

AT_ONCE = 20  # things written in one transaction: nobody waits for more than a moment
ENTRIES = "wagtailsearch_indexentry"
KEY = "CAST(e.object_id AS bigint)"


class Rows:
    """Mixed into Wagtail's index of a database: how things become rows."""

    def add_items(self, model, objs):
        things = list(objs)
        for first in range(0, len(things), AT_ONCE):
            with transaction.atomic():
                some = _as_they_are(model, things[first : first + AT_ONCE])
                self.write(get_content_type_pk(model), [(str(thing.pk), contents_of(thing)) for thing in some])

    def write(self, type_id, things):
        """Keep (key, contents) of things of one type, with the version in `title_norm`."""
        raise NotImplementedError

    def known(self, model) -> set[str]:
        """The keys of the things of this type that are indexed as we index now."""
        rows = self.entries.filter(content_type_id=get_content_type_pk(model), title_norm=VERSION)
        return set(rows.values_list("object_id", flat=True))

    def forget(self, model, keys):
        self.entries.filter(content_type_id=get_content_type_pk(model), object_id__in=keys).delete()

    def _refresh_title_norms(self, full=False):
        """Wagtail works out this factor over the whole table at every save; nothing of ours asks for it."""


def _as_they_are(model, things):
    """What was read a while ago, in the middle of a rebuild, may have changed since."""
    if len(things) == 1:
        return things
    fresh = model.get_indexed_objects().select_for_update(no_key=True, of=("self",))
    return fresh.filter(pk__in=[thing.pk for thing in things])


class DatabaseCompiler(Compiler):
    """One statement begins with the entries that match, and asks of each whether it is among those wanted."""

    def match(self, leaves) -> tuple[str, list]:
        """FROM and WHERE of the entries `e` that hold one of these leaves, and parameters."""
        raise NotImplementedError

    def score(self, leaves) -> tuple[str, list]:
        """A number, the greater the better."""
        raise NotImplementedError

    def holds(self, leaf):
        match, params = self.match([leaf])
        return Q(pk__in=RawSQL(f"SELECT {KEY} {match}", params))

    def best(self, start, stop):
        leaves = self.wanted()
        wanted = self.queryset if asking.is_leaf(self.query) else self.found()
        try:
            inner, among = wanted.order_by().filter(pk=RawSQL(KEY, [])).values("pk").query.sql_with_params()
        except EmptyResultSet:
            return {}
        if not leaves:
            return {}
        score, scoring = self.score(leaves)
        match, matching = self.match(leaves)
        sql = f"SELECT e.object_id, {score} AS score {match} AND EXISTS ({inner}) ORDER BY score DESC, {KEY} DESC"
        params = [*scoring, *matching, *among]
        if stop is not None:
            sql += " LIMIT %s"
            params.append(stop)
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            rows = cursor.fetchall()[start:]
        return {self.key_of(key): score for key, score in rows}
