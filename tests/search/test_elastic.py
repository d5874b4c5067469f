"""Elasticsearch answers as the database does, or the database itself does: while it is away, or has not heard yet."""

import time

import pytest
from django.utils import timezone

import search
from content.models import ContentPage
from jobs.models import Due
from jobs.testing import run_due
from search import engines
from search.engines import Unavailable
from search.engines.elastic import server
from search.indexing.checking import drifts
from search.models import SearchEntry
from tests.cast import make_space
from tests.search.backends import SERVER
from tests.search.conftest import write
from tests.search.elastic import MARKS, NOBODY, answer, asked_at, later, silent_server
from tests.search.engines import SOMEBODY, Thing, ask, found, keep

pytestmark = MARKS


# Away


@pytest.mark.promise("W37")
def test_while_it_is_away_the_database_answers(cast, space, settings):
    write(space, "高钾血症的急诊处理")
    run_due()
    assert answer("高钾", cast.lin_xiaoman) == (["高钾血症的急诊处理"], False)

    asked_at(settings, NOBODY)

    assert answer("高钾", cast.lin_xiaoman) == (["高钾血症的急诊处理"], True)


def test_one_that_is_silent_costs_two_seconds_once(cast, space, settings, monkeypatch):
    write(space, "高钾血症的急诊处理")
    run_due()
    monkeypatch.setattr(server, "PATIENCE", 0.8)
    with silent_server() as url:
        asked_at(settings, url)
        took = []
        for _ in range(4):
            began = time.monotonic()
            assert answer("高钾", cast.lin_xiaoman) == (["高钾血症的急诊处理"], True)
            took.append(time.monotonic() - began)

    assert took[0] < 2
    assert sum(took[1:]) < 0.8  # it is not asked again each time


def test_saving_waits_for_nobody_and_after_hours_it_catches_up(cast, space, settings, monkeypatch):
    monkeypatch.setattr(server, "PATIENCE", 0.8)
    with silent_server() as url:
        asked_at(settings, url)
        began = time.monotonic()
        pages = write(space, "高钾一", "高钾二", "高钾三")
        pages[0].delete()
        assert time.monotonic() - began < 5
        for hours in range(3):
            later(hours * 3_600)
        assert set(answer("高钾", cast.lin_xiaoman)[0]) == {"高钾二", "高钾三"}
    row = Due.objects.get(name="search.send")
    assert row.done_at is None and row.failed_at is None  # it goes on by itself
    assert SearchEntry.objects.unsent().count() >= 2

    asked_at(settings, SERVER)
    monkeypatch.setattr(server, "PATIENCE", 10)
    later(4 * 3_600)

    assert not SearchEntry.objects.unsent().exists()
    titles, is_limited = answer("高钾", cast.lin_xiaoman)
    assert (set(titles), is_limited) == ({"高钾二", "高钾三"}, False)
    assert list(drifts()) == []


# Moments between a change and its sending


@pytest.mark.promise("W5")
def test_a_move_acts_at_once_whatever_it_has_heard(cast, space, elastic):
    closed = make_space(cast.yunling, slug="closed", title="云岭")
    moved, *_ = write(space, "高钾一", "高钾二")
    run_due()
    assert set(answer("高钾", cast.lin_xiaoman)[0]) == {"高钾一", "高钾二"}

    ContentPage.objects.filter(pk=moved.pk).update(scope=closed.scope)

    assert SearchEntry.objects.unsent().exists()
    assert answer("高钾", cast.lin_xiaoman) == (["高钾二"], False)
    assert answer("高钾", cast.zhao_jingxing) == (["高钾一"], False)
    results = search.query("高钾", cast.lin_xiaoman)
    assert results.total == 1 and {each.kind.name: each.number for each in results.tabs}["article"] == 1
    run_due()
    assert answer("高钾", cast.lin_xiaoman) == (["高钾二"], False)
    assert answer("高钾", cast.zhao_jingxing) == (["高钾一"], False)


def test_what_it_has_not_heard_is_counted_and_listed_with_the_rest(elastic):
    things = keep(*(Thing(f"值班{number}", "值班", space=number % 3 or None) for number in range(12)))
    own = engines.own_engine()
    SearchEntry.objects.filter(pk__in=[each.entry.pk for each in things[:5]]).update(unsent_at=timezone.now())

    assert elastic.count(ask("值班")) == own.count(ask("值班"))
    pages = [elastic.best(ask("值班"), limit=4, offset=offset) for offset in (0, 4, 8, 12)]
    assert sorted(pk for page in pages for pk in page) == sorted(each.entry.pk for each in things)
    assert len(elastic.partly(ask(), ["值班"], limit=20)) == 12


def test_with_too_much_unheard_the_database_answers(elastic, monkeypatch):
    things = keep(Thing("值班"), Thing("值班二"), Thing("值班三"))
    SearchEntry.objects.update(unsent_at=timezone.now())
    monkeypatch.setattr("search.engines.elastic.MOST_UNSENT", 2)

    with pytest.raises(Unavailable):
        found(elastic, ask("值班"), things)


# Questions


@pytest.mark.promise("W4")
@pytest.mark.parametrize("number", (3_000, 70_000))
def test_somebody_may_see_any_number_of_scopes(elastic, number):
    things = keep(Thing("最前", "方案", scope=1), Thing("最后", "方案", scope=number), Thing("别人", "方案", scope=0))
    who = engines.Visibility(scopes=tuple(range(1, number + 1)))

    assert set(found(elastic, ask("方案", who=who), things)) == {"最前", "最后"}
    assert elastic.count(ask("方案", who=who)).total == 2


@pytest.mark.parametrize("text", ["高钾" * 5_000, "高 " * 5_000, "a" * 10_000, '"' * 10_000, "-钾" * 3_000])
def test_ten_thousand_characters_are_a_question_like_any(cast, space, text):
    write(space, "高钾血症")
    run_due()

    assert search.query(text, cast.lin_xiaoman).is_limited is False


def test_a_page_beyond_all_pages_is_empty(elastic):
    things = keep(Thing("值班"))

    assert found(elastic, ask("值班"), things, offset=99_990, limit=50) == []
    assert found(elastic, ask("值班"), things, offset=10**9, limit=50) == []


def test_what_the_server_refuses_the_database_answers(cast, space, monkeypatch, caplog):
    write(space, "高钾血症")
    run_due()
    monkeypatch.setattr("search.engines.elastic.questions.visible", lambda who: {"no_such": {}})

    assert answer("高钾", cast.lin_xiaoman) == (["高钾血症"], True)
    assert "Elasticsearch refuses" in caplog.text


def test_without_words_it_costs_the_database_one_statement(elastic, django_assert_num_queries):
    keep(Thing("值班"))

    with django_assert_num_queries(1):
        elastic.best(ask("值班", who=SOMEBODY), limit=10)
    with django_assert_num_queries(1):
        elastic.count(ask("值班"))
