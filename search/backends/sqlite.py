"""Wagtail's search in SQLite: its own FTS5 table, filled with our tokens and asked by them.

Wagtail's triggers copy what an entry holds into that table. Entries stay empty here and the tokens are written there
alone: half the room, and the trigger that deletes still keeps both in step. An entry is never updated after that.
"""

from django.db import connection
from wagtail.search.backends.database.sqlite import sqlite as wagtail
from wagtail.search.models import IndexEntry

from search.analysis import tokens
from search.backends.compiling import HalfTyped
from search.backends.contents import VERSION
from search.backends.database import ENTRIES, DatabaseCompiler, Rows
from search.backends.results import Results

TABLE = f"{ENTRIES}_fts"
WEIGHTS = "1.0, 1.0, 5.0"  # of its columns: autocomplete, body, title


class Index(Rows, wagtail.SQLiteIndex):
    def write(self, type_id, things):
        empty = {"title": "", "body": "", "autocomplete": "", "title_norm": VERSION}
        entries = [IndexEntry(content_type_id=type_id, object_id=key, **empty) for key, _ in things]
        IndexEntry.objects.bulk_create(
            entries, update_conflicts=True, unique_fields=["content_type", "object_id"], update_fields=list(empty)
        )
        texts = [
            (*(" ".join(tokens(text)) for text in (one.title, one.body, one.autocomplete)), type_id, key)
            for key, one in things
        ]
        entry = f"(SELECT id FROM {ENTRIES} WHERE content_type_id = %s AND object_id = %s)"
        with connection.cursor() as cursor:
            columns = "title = %s, body = %s, autocomplete = %s"
            cursor.executemany(f"UPDATE {TABLE} SET {columns} WHERE rowid = {entry}", texts)


class Compiler(DatabaseCompiler):
    @property
    def columns(self):
        return "title" if self.in_title else "title body"

    def match(self, leaves):
        """CROSS JOIN keeps SQLite from asking the table once for every entry."""
        either = " OR ".join(f"({_expression(leaf)})" for leaf in leaves)
        types = ", ".join(map(str, self.types))
        sql = (
            f"FROM {TABLE} CROSS JOIN {ENTRIES} e ON e.id = {TABLE}.rowid"
            f" WHERE {TABLE} MATCH %s AND e.content_type_id IN ({types})"
        )
        return sql, [f"{{{self.columns}}} : ({either})"]

    def score(self, leaves):
        return f"-bm25({TABLE}, {WEIGHTS})", []


class HalfTypedCompiler(HalfTyped, Compiler):
    columns = "autocomplete"


def _expression(leaf):
    """In FTS5's words. Every token is quoted, so nothing typed is ever syntax."""
    phrases = [f'"{" ".join(each.tokens)}"' + ("*" if each.open_ended else "") for each in leaf.phrases]
    return (" OR " if leaf.is_any else " AND ").join(phrases)


class SearchBackend(wagtail.SQLiteSearchBackend):
    index_class = Index
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = HalfTypedCompiler
    results_class = Results

    def __init__(self, params):
        super().__init__({**params, "ATOMIC_REBUILD": False})  # one transaction would keep all others from writing
