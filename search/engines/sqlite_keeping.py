"""The tables of SQLite's FTS5, and how entries get into them: one row an entry, as tokens of ours, no copy of the text.

https://www.sqlite.org/fts5.html – contentless tables (4.4.3), merging (6.1, 6.8), configuration (6).
"""

from contextlib import closing

from django.db import connections, transaction

from search.analysis import tokens
from search.analysis.sounds import pairs_of_initials, sounds
from search.engines.base import Indexed
from search.engines.own import NEW, OwnEngine

OLD = "_old"  # the end of the name of what was replaced, until it is cleared away
COLUMNS = "title, body, extra"
# The tokens are ours and stand between blanks; `ascii` takes all beyond ASCII for letters and knows no better.
MAKE = f"CREATE VIRTUAL TABLE {{name}} USING fts5({COLUMNS}, content='', tokenize='ascii')"
MAKE_SOUNDS = "CREATE VIRTUAL TABLE {name} USING fts5(syllables, initials, tokenize='ascii')"
RANK = "INSERT INTO {name}({name}, rank) VALUES ('rank', 'bm25(4.0, 1.0, 1.0)')"
# Each transaction leaves a piece of index behind, and a question looks into every piece. FTS5 would join them in the
# middle of somebody's write, however long that takes; `settle` does it in steps, when there are that many of a size.
SETTINGS = {"automerge": 0, "crisismerge": 1_000, "usermerge": 8}
STEP = 300  # pages of 4 KB that are joined at once: 20 to 40 ms
CLEARED, KEPT = 1_000, 10  # rows of a table that is no more wanted, and its first ones, without which it does not open


class Keeping(OwnEngine):
    """What only the index knows of: tables that no model describes."""

    table, sounds_table, vocabulary = "search_fts", "search_sounds", "search_vocabulary"
    all_rows = f"{table}_docsize"

    # Tables

    def make_tables(self):
        self._make()
        self._make_vocabulary()

    def drop_tables(self):
        self._run(f"DROP TABLE IF EXISTS {self.vocabulary}")
        for state in ("", NEW, OLD):
            self._drop(state)

    def _drop(self, state):
        for name in (self.table, self.sounds_table):
            self._run(f"DROP TABLE IF EXISTS {name}{state}")

    def _make(self, new=""):
        self._run(MAKE.format(name=self.table + new))
        self._run(RANK.format(name=self.table + new))
        self._run(MAKE_SOUNDS.format(name=self.sounds_table + new))
        for name in (self.table + new, self.sounds_table + new):
            for setting, value in SETTINGS.items():
                self._run(f"INSERT INTO {name}({name}, rank) VALUES (%s, %s)", [setting, value])

    def _make_vocabulary(self):
        self._run(f"CREATE VIRTUAL TABLE {self.vocabulary} USING fts5vocab({self.table}, row)")

    # Entries

    def put(self, entry, texts, old=None, *, anew=False):
        """Without a savepoint: each would leave a piece of index of its own behind."""
        new = NEW if anew else ""
        words, heard = self.cut([(entry, texts)])
        with transaction.atomic(self.alias, savepoint=False):
            if old is not None:
                self._drop_words(entry, old, new)
            self._add_words(words, new)
            if old is None or old.title != entry.title:
                if old is not None:
                    self._drop_sounds(entry, new)
                self._add_sounds(heard, new)

    def drop(self, entry, old, *, anew=False):
        new = NEW if anew else ""
        self._drop_words(entry, old, new)
        self._drop_sounds(entry, new)

    def known(self):
        """Ids of all entries the index holds."""
        return {row[0] for row in self._rows(f"SELECT id FROM {self.table}_docsize", [])}

    def cut(self, many):
        words = [(entry.pk, *_columns(Indexed(entry.title, texts, entry.extra))) for entry, texts in many]
        heard = [
            (entry.pk, " ".join(sounds(entry.title)), " ".join(pairs_of_initials(entry.title))) for entry, _ in many
        ]
        return words, heard

    def _add_words(self, rows, new=""):
        self._fill(f"{self.table}{new}(rowid, {COLUMNS}) VALUES (%s, %s, %s, %s)", rows)

    def _add_sounds(self, rows, new=""):
        self._fill(f"{self.sounds_table}{new}(rowid, syllables, initials) VALUES (%s, %s, %s)", rows)

    def _fill(self, table, rows):
        with closing(connections[self.alias].cursor()) as cursor:
            cursor.executemany(f"INSERT INTO {table}", rows)

    def _drop_words(self, entry, old, new):
        """A contentless table is told what it held; it keeps no copy."""
        table = self.table + new
        sql = f"INSERT INTO {table}({table}, rowid, {COLUMNS}) VALUES ('delete', %s, %s, %s, %s)"
        self._run(sql, [entry.pk, *_columns(old)])

    def _drop_sounds(self, entry, new):
        self._run(f"DELETE FROM {self.sounds_table}{new} WHERE rowid = %s", [entry.pk])

    # Joining what was written in pieces

    def settle(self, *, anew=False, wholly=False):
        if not anew and self._clear_away():
            return True
        new = NEW if anew else ""
        return any(self._join(name + new, wholly) for name in (self.table, self.sounds_table))

    def _join(self, name, wholly):
        """Where nothing is to be joined next to nothing changes (6.8)."""
        connections[self.alias].ensure_connection()
        connection = connections[self.alias].connection
        before = connection.total_changes
        self._run(f"INSERT INTO {name}({name}, rank) VALUES ('merge', %s)", [-STEP if wholly else STEP])
        return connection.total_changes - before >= 2

    def _clear_away(self):
        """Some of the rows of what was replaced: dropped whole it would keep everybody from writing for a second."""
        there = {name for (name,) in self._rows("SELECT name FROM sqlite_master WHERE type = 'table'", [])}
        for name in {self.table + OLD, self.sounds_table + OLD} & there:
            for rows in {f"{name}_data", f"{name}_content", f"{name}_docsize"} & there:
                some = f"SELECT id FROM {rows} WHERE id > {KEPT} LIMIT {CLEARED}"
                if self._rows(some, []):
                    self._run(f"DELETE FROM {rows} WHERE id IN ({some})")
                    return True
            self._run(f"DROP TABLE {name}")
        return False

    # Making anew, beside the index that answers

    def begin_anew(self):
        self.forget_anew()
        self._make(NEW)

    def put_anew(self, rows):
        words, heard = rows
        self._add_words(words, NEW)
        self._add_sounds(heard, NEW)

    def swap(self):
        """The new index answers from this transaction on; `settle` clears the old one away."""
        self._run(f"DROP TABLE IF EXISTS {self.vocabulary}")
        self._drop(OLD)
        for name in (self.table, self.sounds_table):
            self._run(f"ALTER TABLE {name} RENAME TO {name}{OLD}")
            self._run(f"ALTER TABLE {name}{NEW} RENAME TO {name}")
        self._make_vocabulary()

    def forget_anew(self):
        self._drop(NEW)


def _columns(indexed):
    return [" ".join(tokens(each)) for each in (indexed.title, "".join(indexed.texts), indexed.extra)]
