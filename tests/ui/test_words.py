"""Times as colleagues say them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.template import engines
from django.utils import timezone

from ui import words

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 18, 14, 52, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def _afternoon(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(seconds=20), "刚刚"),
        (timedelta(minutes=5), "5 分钟前"),
        (timedelta(hours=7), "7 小时前"),
        (timedelta(hours=25), "3 月 17 日"),
        (timedelta(days=200), "2025 年 8 月 30 日"),
        (timedelta(minutes=-5), "3 月 18 日"),
    ],
)
def test_relative_only_within_a_day_then_the_date_then_the_year(before, said):
    assert words.ago(NOW - before) == said


@pytest.mark.parametrize(
    ("before", "said"),
    [(0, "今天 14:52"), (1, "昨天 14:52"), (2, "3 月 16 日 14:52"), (365, "2025 年 3 月 18 日 14:52")],
)
def test_the_clock_is_told_with_its_day(before, said):
    assert words.clock(NOW - timedelta(days=before)) == said


def test_a_date_is_told_without_a_clock():
    assert words.day(date(2026, 3, 2)) == "3 月 2 日"


def test_a_moment_belongs_to_its_day_in_shanghai():
    assert words.day(datetime(2026, 3, 17, 17, 0, tzinfo=ZoneInfo("UTC"))) == "3 月 18 日"


def test_nothing_is_nothing():
    assert (words.ago(None), words.day(None), words.clock(None)) == ("", "", "")


def render(markup, **context):
    return engines["django"].from_string(markup).render(context)


def test_the_exact_moment_is_there_for_those_who_point_at_it():
    html = render("{{ at|when }}", at=NOW - timedelta(minutes=5))

    assert html == '<time datetime="2026-03-18T14:47:00+08:00" title="2026-03-18 14:47">5 分钟前</time>'


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("高钾血症", "高钾", "<mark>高钾</mark>血症"),
        ("<b>K+</b>", "k+", "&lt;b&gt;<mark>K+</mark>&lt;/b&gt;"),
        ("高钾血症", "", "高钾血症"),
        ("a<b", "(", "a&lt;b"),
    ],
)
def test_the_typed_words_are_marked_and_the_rest_is_escaped(text, typed, marked):
    assert render("{{ text|highlight:typed }}", text=text, typed=typed) == marked
