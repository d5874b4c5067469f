"""The frame around every page shows what rooms register, and to each person only that."""

import pytest
from django.urls import path

from ui import shell


def answer(request):
    """Only its address matters here."""


urlpatterns = [
    path("", answer, name="home"),
    path("wiki/", answer, name="wiki"),
    path("wiki/laws/", answer, name="laws"),
]


@pytest.fixture
def menu(settings):
    settings.ROOT_URLCONF = __name__
    shell.address_of.cache_clear()
    menu = shell.Menu()
    menu.register(20, "book-open", "知识库", "wiki", badge=lambda user: 2, tab=True)
    menu.register(10, "layout-grid", "工作台", "home")
    menu.register(30, "scroll-text", "制度", "laws", show=lambda user: user == "nurse")
    yield menu
    shell.address_of.cache_clear()


def labels(shown):
    return [each.entry.label for each in shown]


def test_entries_stand_in_their_order(menu):
    assert labels(menu.seen_by("nurse")) == ["工作台", "知识库", "制度"]


def test_a_person_sees_only_the_entries_for_this_person(menu):
    assert labels(menu.seen_by("visitor")) == ["工作台", "知识库"]


@pytest.mark.parametrize(
    ("address", "current"),
    [("/", ["工作台"]), ("/wiki/abc/", ["知识库"]), ("/wiki/laws/1/", ["制度"]), ("/profile/", [])],
)
def test_the_entry_of_the_longest_address_is_current(menu, address, current):
    assert labels(each for each in menu.seen_by("nurse", address) if each.is_current) == current


def test_what_waits_behind_an_entry_is_counted(menu):
    assert [each.waiting for each in menu.seen_by("nurse")] == [0, 2, 0]


def test_registering_again_replaces(menu):
    menu.register(5, "library", "知识", "wiki")

    assert labels(menu.seen_by("visitor")) == ["知识", "工作台"]


def test_an_entry_without_an_address_is_found_by_the_checks(menu, monkeypatch):
    menu.register(40, "siren", "危急值", "nowhere")
    monkeypatch.setattr(shell, "rail", menu)
    monkeypatch.setattr(shell, "places", {})
    for other in ("account", "create"):
        monkeypatch.setattr(shell, other, shell.Menu())

    assert [error.id for error in shell.check_addresses(None)] == ["ui.E001"]
