"""What the indexes that a database keeps of its own have in common: how they speak to it."""

from contextlib import closing

from django.db import connections

from search.engines.base import Engine

NEW = "_new"  # the end of the name of what is being made beside


class OwnEngine(Engine):
    """An index in the tables of the database, in step with its rows."""

    alias = "default"

    def _ids(self, sql, params):
        return [row[0] for row in self._rows(sql, params)]

    def _rows(self, sql, params):
        with closing(connections[self.alias].cursor()) as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall()

    def _run(self, sql, params=None):
        with closing(connections[self.alias].cursor()) as cursor:
            cursor.execute(sql, params)
