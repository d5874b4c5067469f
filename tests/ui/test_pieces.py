"""Icons, people, pages of lists and fragments."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from ui import icons
from ui.pagination import paginate
from ui.partials import render_partial, say
from ui.templatetags.ui import attr


def test_an_icon_is_decoration_unless_it_is_named():
    assert 'aria-hidden="true"' in icons.icon("search")
    assert 'role="img" aria-label="搜索"' in icons.icon("search", label="搜索")


def test_a_name_with_markup_stays_text():
    person = SimpleNamespace(name="<b>", pk=1)

    assert "<b>" not in icons.avatar(person)


@pytest.mark.parametrize(("size", "letters"), [("", "雅宁"), ("lg", "雅宁"), ("sm", "宁"), ("xs", "宁")])
def test_a_picture_shows_the_last_characters_of_the_name(size, letters):
    assert f">{letters}<" in icons.avatar(SimpleNamespace(name="周雅宁", pk=1), size)


def test_somebody_who_is_gone_still_has_a_picture():
    assert 'class="av' in icons.avatar(None)


def test_an_unknown_kind_is_a_file():
    assert "ty-file" in icons.tile("robot")


@pytest.mark.parametrize(
    ("asked", "given"), [("1", 1), ("3", 3), ("99", 3), ("x", 3), ("-1", 3), ("", 3), ("9" * 400, 3), ("1.5", 3)]
)
def test_a_nonsense_page_number_gives_a_page_all_the_same(asked, given):
    page = paginate(RequestFactory().get("/", {"page": asked}), range(50))

    assert page.number in (1, given)


@pytest.mark.parametrize(
    ("value", "html"),
    [("a", ' max="a"'), (0, ' max="0"'), (True, " max"), (False, ""), (None, ""), ("", ""), ('"', ' max="&quot;"')],
)
def test_an_attribute_is_there_only_with_a_value(value, html):
    assert attr("max", value) == html


@pytest.fixture
def two_part_page(settings):
    """A template with a part, kept in memory."""
    parts = (
        "django.template.loaders.locmem.Loader",
        {"list.html": "all {% partialdef row inline %}row{% endpartialdef %}"},
    )
    engine = {**settings.TEMPLATES[0], "DIRS": []}
    engine["OPTIONS"] = {**engine["OPTIONS"], "loaders": [("template_partials.loader.Loader", [parts])]}
    settings.TEMPLATES = [engine]


@pytest.mark.parametrize(("asks", "given"), [({"HX-Request": "true"}, "row"), ({}, "all row")])
def test_htmx_gets_the_part_and_others_the_page(two_part_page, asks, given):
    request = RequestFactory().get("/", headers=asks)
    request.user = AnonymousUser()

    answer = render_partial(request, "list.html#row")

    assert answer.text == given
    assert answer["Vary"] == "HX-Request"


def test_a_short_message_travels_in_a_header_whatever_its_letters():
    answer = say(HttpResponse(), "已保存")

    assert answer["HX-Trigger"].isascii()
