"""SQLite, PostgreSQL, Elasticsearch: three engines that answer the same questions (engines/base.py)."""

from functools import cache

from django.conf import settings
from django.db import connections

from search.engines.base import FACETS, Ask, Condition, Counts, Engine, Sound, Unavailable, Visibility, Wanted

__all__ = [
    "FACETS",
    "Ask",
    "Condition",
    "Counts",
    "Engine",
    "Sound",
    "Unavailable",
    "Visibility",
    "Wanted",
    "beside",
    "engine",
    "own_engine",
]


@cache
def own_engine(alias="default"):
    """The index that the database itself keeps, always up to date with its rows."""
    if connections[alias].vendor == "postgresql":
        from search.engines.postgres import Postgres

        return Postgres(alias)
    from search.engines.sqlite import SQLite

    return SQLite(alias)


def beside():
    """The engine that stands beside the database, or None."""
    return elastic_at(settings.ELASTICSEARCH_URL) if settings.ELASTICSEARCH_URL else None


@cache
def elastic_at(url):
    """One a process: it remembers for a while that nobody answered there."""
    from search.engines.elastic import Elastic

    return Elastic(url)


def engine():
    """Who answers words: Elasticsearch where there is one, else the database."""
    return beside() or own_engine()
