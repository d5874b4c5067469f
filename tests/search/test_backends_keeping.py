"""Wagtail's index follows what changes, whoever was away meanwhile."""

import sys

import pytest
from django.core.management import call_command
from wagtail.search.backends import get_search_backend

from jobs.models import Due
from jobs.testing import run_due
from search.backends import keeping
from tests.search.backends import search, titles, up_to_date, write
from wiki.models import Article

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W34")]
NOWHERE = "http://127.0.0.1:9"  # nobody listens


@pytest.fixture
def pages(engine, space):
    made = [write(space, f"采血流程 {number}", "采血前核对腕带。") for number in range(3)]
    up_to_date()
    return made


@pytest.fixture
def page(pages):
    return pages[0]


def look():
    keeping.look_for_what_is_missing()
    tried = run_due(name=keeping.CATCH_UP)
    get_search_backend().refresh_indexes()
    return tried


def test_saving_indexes_nothing_in_the_request(engine, page):
    page.title = "新的标题"
    page.save()

    get_search_backend().refresh_indexes()
    assert search("新的标题") == []


def test_nothing_is_done_where_nothing_is_missing(pages):
    look()

    assert look() == []


def test_what_was_never_indexed_is_found_and_indexed(pages):
    get_search_backend().reset_indexes()
    assert search("腕带") == []

    assert len(look()) == 1
    assert sorted(search("腕带")) == ["采血流程 0", "采血流程 1", "采血流程 2"]


def test_what_was_indexed_by_an_earlier_version_is_indexed_anew(pages, monkeypatch):
    look()
    assert look() == []

    for name, module in list(sys.modules.items()):
        if name.startswith("search.backends.") and hasattr(module, "VERSION"):
            monkeypatch.setattr(module, "VERSION", -999)

    assert len(look()) == 1
    assert len(search("腕带")) == 3


def test_what_is_gone_is_forgotten(pages):
    Article.objects.filter(pk=pages[0].pk)._raw_delete("default")
    look()

    index = get_search_backend().get_index_for_model(Article)
    assert index.known(Article) == {str(page.pk) for page in pages[1:]}


@pytest.mark.parametrize("way", ["one by one", "in bulk"])
def test_a_deleted_page_leaves_the_index(pages, way):
    pages[0].delete() if way == "one by one" else Article.objects.filter(pk=pages[0].pk).delete()
    up_to_date()

    index = get_search_backend().get_index_for_model(Article)
    assert index.known(Article) == {str(page.pk) for page in pages[1:]}


def test_wagtails_own_commands_still_work(pages, capsys):
    get_search_backend().reset_indexes()

    call_command("update_index", verbosity=0)
    call_command("rebuild_references_index", verbosity=0)

    get_search_backend().refresh_indexes()
    assert len(search("腕带")) == 3
    assert look() == []


def test_what_is_saved_during_a_rebuild_is_not_lost(pages, page):
    backend = get_search_backend()
    read_before = list(Article.objects.order_by("pk"))
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(Article))
    index = rebuilder.start()

    page.title = "改名后的流程"
    page.save()
    up_to_date()
    index.add_items(Article, read_before)
    rebuilder.finish()

    assert search("改名后") == ["改名后的流程"]
    assert sorted(search("采血流程")) == ["采血流程 1", "采血流程 2"]


def test_without_its_server_saving_works_titles_are_found_and_nothing_is_lost(pages, page, settings):
    there = settings.ELASTICSEARCH_URL
    settings.ELASTICSEARCH_URL = NOWHERE
    page.title = "改名后的流程"
    page.save()
    pages[1].delete()
    run_due(name="wagtail")
    run_due(name=keeping.UPDATE)

    assert search("改名后") == ["改名后的流程"]
    assert Article.objects.search("流程").count() == 2
    assert titles(Article.objects.autocomplete("采血 2")) == ["采血流程 2"]
    assert dict(Article.objects.search("流程").facet("live")) == {True: 2}
    assert Due.objects.open().filter(name=keeping.UPDATE, failures=0).count() == 2

    settings.ELASTICSEARCH_URL = there
    up_to_date(later=True)

    assert sorted(search("采血")) == ["改名后的流程", "采血流程 2"]
    assert titles(Article.objects.autocomplete("改名")) == ["改名后的流程"]
