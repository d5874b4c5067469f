"""Wagtail's own search in Chinese: its admin, its choosers, `Page.objects.search()`.

The box that colleagues use is another index (search.engines): this one knows drafts, and nothing of readers; whoever
asks gives it a queryset of what the person may see, and gets no more than that.
"""

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

OF_VENDOR = {"sqlite": "sqlite", "postgresql": "postgres"}


def SearchBackend(params):
    """Elasticsearch where there is one, else what the database itself has."""
    engine = "elasticsearch" if settings.ELASTICSEARCH_URL else OF_VENDOR[connection.vendor]
    return import_string(f"search.backends.{engine}.SearchBackend")(params)
