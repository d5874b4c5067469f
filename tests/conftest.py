"""What every test may ask for."""

import os

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from access import prepared, reach
from jobs.management.commands.prepare import compile_translations
from org import second_step
from search.history import often, recording
from tests.cast import make_cast
from tests.database import django_db_setup  # noqa: F401  (wins over pytest-django's own)
from tests.elastic import nothing_stays_in_elasticsearch  # noqa: F401

force_login = Client.force_login
# No deadline for one example on a busy machine. A gate draws the same ones each time; elsewhere they are always new.
hypothesis.settings.register_profile("calm", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("calm")

# Texts in, texts out: no database and no server is asked, so other ones cannot change the answer.
PURE = ("tests/content/text/", "tests/content/convert/")
# What a browser walks on the full stack too: where several processes, a server's search or its queues matter.
# The other walks, the editor's keys, frames, viewers and forms, are the same whatever keeps what is sent.
ACROSS_SERVERS = tuple(
    f"tests/e2e/test_{part}.py"
    for part in (
        *("together", "together_fields", "together_line", "together_versions"),
        *("bell", "channels", "importing", "knowledge", "life", "search", "signin"),
    )
)


def pytest_configure(config):
    """English words come from the catalogue as it is now; a fresh clone has none that is compiled."""
    if not hasattr(config, "workerinput"):
        compile_translations()


def pytest_collection_modifyitems(config, items):
    """On the full stack what no database can change is left out: `make test` has proved it."""
    if not os.environ.get("DATABASE_URL"):
        return
    pure = [
        item
        for item in items
        if (item.nodeid.startswith("tests/e2e/") and not item.nodeid.startswith(ACROSS_SERVERS))
        or (item.nodeid.startswith(PURE) and not _asks_a_database(item))
    ]
    if len(pure) < len(items):  # whoever names them alone wants them
        config.hook.pytest_deselected(items=pure)
        left_out = set(pure)
        items[:] = [item for item in items if item not in left_out]


def _asks_a_database(item):
    return item.get_closest_marker("django_db") or not {"db", "transactional_db"}.isdisjoint(item.fixturenames)


@pytest.fixture(autouse=True)
def _fresh_memory():
    """What a process remembers about rights and searches, and the language it last spoke, belong to one test."""
    reach.forget_all()
    prepared.forget_all()
    often.forget()
    recording.forget()
    translation.deactivate()
    if settings.REDIS_URL:
        cache.clear()


@pytest.fixture(autouse=True)
def _force_login_is_a_whole_sign_in(monkeypatch):
    """`client.force_login(administrator)` stands for password and second step; tests/org has the steps themselves."""

    def force(client, user, backend=None):
        force_login(client, user, backend)
        session = client.session
        session[second_step.PROVEN] = user.pk
        session.save()

    monkeypatch.setattr(Client, "force_login", force)


@pytest.fixture
def cast(db):
    return make_cast()
