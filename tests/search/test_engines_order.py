"""In which order engines list what they find, page by page, and what matches in part."""

import pytest

from search.engines import Condition
from tests.search.engines import FILLING, Thing, ask, found, keep

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W56")]


def test_what_is_in_the_title_comes_first_then_what_says_it_more_often_in_less(index):
    things = keep(
        Thing("甲", FILLING * 20 + "压疮"),
        Thing("乙", FILLING * 20 + "压疮" + FILLING + "压疮" + FILLING + "压疮"),
        Thing("压疮预防", FILLING * 20),
        Thing("丁", "压疮"),
    )

    assert found(index, ask("压疮"), things)[2:] == ["乙", "甲"]
    assert set(found(index, ask("压疮"), things)[:2]) == {"压疮预防", "丁"}


@pytest.mark.promise("W31")
def test_the_newest_first(index):
    things = keep(*(Thing(f"公告{days}", "值班", days_old=days) for days in (3, 1, 2)))

    assert found(index, ask("值班"), things, order="date") == ["公告1", "公告2", "公告3"]
    assert found(index, ask(conditions=[Condition("kind", ("article",))]), things) == ["公告1", "公告2", "公告3"]


@pytest.mark.parametrize("order", ["relevance", "date"])
def test_pages_show_each_hit_once(index, order, monkeypatch):
    """Also past those that are ranked with care, when many are alike, and when others hold the same pairs apart."""
    monkeypatch.setattr("search.engines.postgres.ranking.READ", 100)
    things = keep(*(Thing(f"第{number}号", "交接班" * (1 + number % 3), days_old=number % 5) for number in range(230)))
    keep(*(Thing(f"另{number}号", "交接和接班") for number in range(60)))
    pages = [index.best(ask("交接班"), limit=40, offset=start, order=order) for start in range(0, 240, 40)]
    hits = [pk for page in pages for pk in page]

    assert sorted(hits) == sorted(thing.entry.pk for thing in things)
    assert hits == index.best(ask("交接班"), limit=1_000, order=order)
    assert index.best(ask("交接班"), limit=40, offset=9_960, order=order) == []


def test_what_matches_in_part_rarer_words_first(index):
    things = keep(
        *(Thing(f"普通{number}", "病人的处理和登记") for number in range(8)),
        Thing("难得", "导管滑脱"),
        Thing("两个", "导管滑脱以后的处理和登记"),
        Thing("处理", "别的"),
        Thing("看不见", "导管滑脱的处理", scope=9),
    )
    titles = {thing.entry.pk: thing.title for thing in things}
    some = lambda *words, **more: [titles[pk] for pk in index.partly(ask(**more), [*words], limit=5)]

    assert set(some("导管", "滑脱", "处理")[:2]) == {"两个", "难得"}
    assert some("处理", unwanted=["登记"]) == ["处理"]
    assert some("没有", "这些") == some() == []
    titled = [titles[pk] for pk in index.partly(ask(), ["处理", "难得"], limit=5, in_title=True)]
    assert set(titled) == {"难得", "处理"}
