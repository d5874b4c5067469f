"""What the tests of Elasticsearch alone share."""

import socket
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.utils import timezone

import search
from jobs.testing import run_due
from search import engines, tasks
from tests.search.backends import SERVER

MARKS = [
    pytest.mark.django_db,
    pytest.mark.promise("W56"),
    pytest.mark.usefixtures("elastic"),
    pytest.mark.skipif(not SERVER, reason="needs Elasticsearch (make test-full)"),
]
NOBODY = "http://127.0.0.1:1"


def asked_at(settings, url):
    settings.ELASTICSEARCH_URL = url
    engines.elastic_at.cache_clear()


def answer(text, user):
    """(titles, whether the database had to answer)"""
    results = search.query(text, user)
    return [hit.hit.title for hit in results.hits if not hit.is_partial], results.is_limited


def later(seconds):
    run_due(at=timezone.now() + timedelta(seconds=seconds))


def a_minute_later():
    tasks.look_for_what_is_left()
    run_due()


@contextmanager
def silent_server():
    """Takes calls and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
