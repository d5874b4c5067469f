"""What engines hold of texts that change, and while an index is made anew."""

import pytest

from search import engines
from tests.search.engines import FILLING, Thing, ask, forget, found, keep

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W56")]


def test_in_how_many_each_word_stands(index):
    keep(
        Thing("血压"),
        Thing("甲", "血压" + FILLING * 200 + "血压"),
        Thing("乙", "血糖", scope=9),
        Thing("丙", extra="ct"),
    )

    assert index.frequencies(["血压", "血糖", "ct", "没有", "血压"]) == {"血压": 2, "血糖": 1, "ct": 1}
    assert index.frequencies([]) == {}
    assert index.size() == 4


@pytest.mark.promise("W30")
def test_of_an_old_text_nothing_is_left(index):
    thing, other = keep(Thing("旧标题", "旧的内容" + FILLING * 200 + "结尾旧事", extra="old"), Thing("别的"))
    thing.title, thing.text, thing.extra = "新标题", "新的内容", "new"
    keep(thing)
    keep(thing)

    for gone in ("旧标题", "旧的", "结尾旧事", "值班人员", "old"):
        assert found(index, ask(gone), [thing, other]) == []
    assert found(index, ask("新标题", "新的内容", "new"), [thing]) == ["新标题"]
    assert index.frequencies(["旧的", "新的", "旧标"]) == {"新的": 1}
    assert set(index.known()) == {thing.entry.pk, other.entry.pk}

    forget(thing)
    assert found(index, ask("新标题"), [thing]) == []
    assert index.frequencies(["新的"]) == {}
    assert set(index.known()) == {other.entry.pk}
    assert index.size() == 1


def test_made_anew_beside_and_then_in_place(index):
    """While it is made the old one answers; what changes meanwhile is in both."""
    own = engines.own_engine()
    one, two = keep(Thing("一", "旧的内容"), Thing("二", "旧的内容"))
    own.begin_anew()
    own.put_anew(own.cut([(one.entry, ("全新的内容",)), (two.entry, ("全新的内容",))]))
    own.put(one.entry, ("改了的内容",), old=one_anew(one), anew=True)
    own.drop(two.entry, one_anew(two), anew=True)

    assert set(own.best(ask("旧的"), limit=9)) == {one.entry.pk, two.entry.pk}
    assert own.best(ask("新的"), limit=9) == []
    own.swap()
    assert own.best(ask("旧的"), limit=9) == own.best(ask("全新"), limit=9) == []
    assert own.best(ask("改了的内容"), limit=9) == [one.entry.pk]
    assert set(own.known()) == {one.entry.pk}
    own.begin_anew()
    own.forget_anew()
    assert own.best(ask("改了的内容"), limit=9) == [one.entry.pk]


def one_anew(thing):
    return engines.base.Indexed(thing.title, ("全新的内容",), thing.extra)
