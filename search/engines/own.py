"""What the indexes that a database keeps of its own have in common: how they speak to it."""

import time
from contextlib import closing

from django.db import connections

from search.engines.base import Engine

NEW = "_new"  # the end of the name of what is being made beside
LARGE, REMEMBERED = 3_000, 60  # entries; seconds


class OwnEngine(Engine):
    """An index in the tables of the database, in step with its rows."""

    alias = "default"
    all_rows = ""  # one for each entry
    _size = 0.0, 0  # until when it is good, and how many

    def size(self):
        """Of a large index as it was within the last minute: counting reads all of it."""
        until, number = self._size
        if time.monotonic() > until:
            number = self._rows(f"SELECT COUNT(*) FROM {self.all_rows}", [])[0][0]
            self._size = (time.monotonic() + REMEMBERED if number > LARGE else 0.0), number
        return number

    def _ids(self, sql, params):
        return [row[0] for row in self._rows(sql, params)]

    def _rows(self, sql, params):
        with closing(connections[self.alias].cursor()) as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall()

    def _run(self, sql, params=None):
        with closing(connections[self.alias].cursor()) as cursor:
            cursor.execute(sql, params)
