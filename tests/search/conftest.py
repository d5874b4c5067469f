"""What every test of search needs: a space to write in, and an index that is up to date when somebody asks."""

import pytest
from wagtail.search.backends import get_search_backend

import search
from jobs.testing import run_due
from search import engines
from tests.cast import make_space
from tests.search.backends import ENGINES, SERVER
from tests.search.elastic import asked_at
from wiki.models import Article


@pytest.fixture(autouse=True)
def _patience(monkeypatch):
    """Many tests may run at once; a server that is slow then is not away."""
    monkeypatch.setattr("search.engines.elastic.server.PATIENCE", 10)


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu", title="青屿知识库")


@pytest.fixture
def ask():
    """The titles a person finds, after what is due is done."""

    def titles(text, user, **more):
        run_due()
        return [hit.hit.title for hit in search.query(text, user, **more).hits]

    return titles


def found(text, user, **more):
    run_due()
    return search.query(text, user, **more)


def titles(text, user, **more):
    return [hit.hit.title for hit in found(text, user, **more).hits]


def whole(text, user, **more):
    """Those that hold all words."""
    return [hit.hit.title for hit in found(text, user, **more).hits if not hit.is_partial]


def write(parent, *titles, **fields):
    return [parent.add_child(instance=Article(title=title, **fields)) for title in titles]


@pytest.fixture(params=ENGINES)
def engine(request, settings, db):
    """One of those that answer Wagtail's own search, holding nothing yet."""
    settings.ELASTICSEARCH_URL = SERVER if request.param == "elasticsearch" else ""
    get_search_backend().reset_indexes()
    yield request.param
    get_search_backend().reset_indexes()


@pytest.fixture(params=ENGINES)
def index(request, settings, db):
    """The engine that answers: the database's own, and Elasticsearch where there is one."""
    settings.ELASTICSEARCH_URL = SERVER if request.param == "elasticsearch" else ""
    engines.elastic_at.cache_clear()
    asked = engines.engine()
    if engines.beside():
        asked.begin_anew()
        asked.swap()
    yield asked


@pytest.fixture
def elastic(settings):
    """Elasticsearch, empty."""
    asked_at(settings, SERVER)
    engines.beside().begin_anew()
    engines.beside().swap()
    return engines.beside()
