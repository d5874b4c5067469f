"""One contract, three engines: every test runs on the database's own index, and on Elasticsearch where there is one."""

from random import Random

import pytest

from search import analysis, engines
from search.engines import Visibility
from tests.search.engines import FILLING, Thing, ask, found, holds, keep, truth, word

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W56")]


@pytest.fixture
def notice():
    return Thing(
        "心肌梗死护理常规",
        "发现血钾高于6.5mmol/L时，立即复查，並電話通知值班醫師。\n"
        "见ＣＴ增强扫描5mg，第三十二条，0.9%氯化钠注射液。\n编号 CT-123。癌",
        extra="HX-2024-007 常规护理",
    )


@pytest.mark.promise("W1", "W33")
@pytest.mark.parametrize(
    "typed",
    [
        *("心", "心肌", "肌梗死", "心肌梗死", "梗死护理", "护理常规", "肌梗死护理常", "心肌梗死护理常规"),
        *("血", "癌", "发现血钾高于", "立即复查", "電話通知", "电话通知值班医师", "班医师"),
        *("CT", "ct增强", "ＣＴ增強", "CT 增强扫描", "扫描5", "5mg", "5 mg", "6.5mmol/L", "6.5 MMOL"),
        *("第三十二条", "三十二", "0.9%", "0.9%氯化钠", "CT-123", "ct123", "123", "hx-2024-007", "HX2024"),
    ],
)
def test_every_word_finds_its_page(index, notice, typed):
    things = keep(notice, Thing("别的", "与此无关的另一件事"))

    assert found(index, ask(typed), things) == [notice.title]
    assert holds(notice, word(typed))


@pytest.mark.promise("W1")
@pytest.mark.parametrize(
    "typed", ["肌心", "护理护理", "梗死常规", "增强CT", "5ml", "三十三", "9.0", "12", "t增强", "常规 发现", "癌HX"]
)
def test_what_stands_apart_is_no_word(index, notice, typed):
    """Neither across the ends of title, text and number, nor the other way round, nor a piece of a number."""
    things = keep(notice)

    assert found(index, ask(typed), things) == []


@pytest.mark.promise("W1")
@pytest.mark.parametrize("length", range(1, 9))
def test_words_of_any_length_are_found_anywhere_in_long_texts(index, length):
    """At the beginning, at the end, and wherever an engine may have cut the text."""
    chance = Random(length)
    letters = [chr(0x4E00 + number) for number in range(3_000)]
    texts = ["".join(chance.choices(letters, k=6_000)), "".join(chance.choice("一二三四五") for _ in range(3_000))]
    things = keep(*(Thing(f"长文{number}", text) for number, text in enumerate(texts)))
    places = [0, 6_000 - length, 4_000 - length // 2, *range(100, 5_900, 97)]

    for place in places:
        typed = texts[0][place : place + length]
        assert set(found(index, ask(typed), things)) == {each.title for each in truth(things, ask(typed))}, place
    for typed in (texts[1][place : place + 8] for place in range(0, 2_900, 181)):
        assert "长文1" in found(index, ask(typed), things)


def test_a_long_passage_finds_where_it_was_copied_from(index):
    text = FILLING * 40 + "".join(chr(0x4E00 + 7 * number) for number in range(400)) + FILLING * 40
    things = keep(Thing("原文", text), Thing("别处", FILLING * 80))

    assert found(index, ask(text[1_400:1_600]), things) == ["原文"]
    assert found(index, ask(FILLING * 4), things, order="date") == ["原文", "别处"]


def test_a_word_that_stands_a_thousand_times_keeps_its_neighbours(index):
    names = ["甲", "乙", "丙", "丁"] * 300
    names[300], names[700], names[-3] = "庚", "辛", "癸"
    table = "".join(f"是，否，{name}。" for name in names)
    things = keep(Thing("表", "是。" * 1_500 + table + "完毕的最后一句"), Thing("空", "是"))

    for name in ("庚", "辛", "癸"):
        assert found(index, ask(f"是，否，{name}"), things) == ["表"]
    assert found(index, ask("最后一句"), things) == ["表"]
    assert found(index, ask("是"), things, order="date") == ["表", "空"]


def test_all_words_wherever_they_stand(index):
    things = keep(
        Thing("甲", "输液反应的处理\n" + FILLING * 150 + "然后立即停药"),
        Thing("输液须知", "停药以后"),
        Thing("丙", "输出液体后停止用药"),
    )

    assert set(found(index, ask("输液", "停药"), things)) == {"甲", "输液须知"}
    assert found(index, ask("输液反应", "停药"), things) == ["甲"]
    assert found(index, ask("输液", "停药", in_title=True), things) == []
    assert found(index, ask(word("输液", "title"), "停药"), things) == ["输液须知"]
    assert found(index, ask("输液", unwanted=["停药后"]), things) == found(index, ask("输液"), things)
    assert found(index, ask("停药", unwanted=["输液反应"]), things) == ["输液须知"]
    assert found(index, ask("停药", unwanted=[word("输液", "title")]), things) == ["甲"]
    assert found(index, ask("停药", without=[things[0].entry.pk]), things) == ["输液须知"]
    assert found(index, ask(unwanted=["停药"]), things) == ["丙"]


def test_a_word_or_what_means_the_same(index):
    things = keep(Thing("心梗"), Thing("急性心肌梗死"), Thing("MI 路径"), Thing("MIC 测定"), Thing("心肌炎"))

    assert set(found(index, ask(word("心梗", "", "心肌梗死")), things)) == {"心梗", "急性心肌梗死"}
    mi = engines.Wanted((analysis.phrase("心梗"), analysis.phrase("MI", quoted=True)))
    assert set(found(index, ask(mi), things)) == {"心梗", "MI 路径"}
    assert set(found(index, ask("mi"), things)) == {"MI 路径", "MIC 测定"}


@pytest.mark.promise("W4")
def test_nobody_finds_what_is_not_for_them(index):
    things = keep(
        Thing("给一", "方案"),
        Thing("给三", "方案", scope=3),
        Thing("给谁", "方案", scope=None, keys=("unit-1",)),
        Thing("草稿", "方案", shown=False, keys=("unit-1",)),
    )

    def of(**who):
        asked = ask("方案", who=Visibility(**who))
        numbers = index.count(asked)
        names = found(index, asked, things)
        assert numbers.total == len(names) == sum(numbers.facets["kind"].values())
        assert {things[0].title, *names} >= {
            t.title for t in things if t.entry.pk in index.partly(asked, ["方案"], limit=9)
        }
        return set(names)

    assert of() == set()
    assert of(scopes=(1,)) == {"给一"}
    assert of(scopes=(1, *range(100, 3_100))) == {"给一"}
    assert of(scopes=(3,), keys=("unit-1", "unit-9")) == {"给三", "给谁"}
    assert of(roots=(things[0].root, things[3].root)) == {"给一"}
    assert of(keys=("unit-2", "' OR 1=1 --")) == set()


@pytest.mark.promise("W33")
def test_titles_are_heard(index):
    """By whichever engine: this is always asked of the database's own."""
    things = keep(Thing("危急值报告制度"), Thing("危急值"), Thing("微机制图"), Thing("别的"), Thing("危急值", scope=9))
    titles = {thing.entry.pk: thing.title for thing in things}
    heard = lambda *sounds: [titles[pk] for pk in engines.own_engine().sounding(ask(), sounds, limit=9)]

    assert set(heard(engines.Sound(("wei", "ji", "zhi")))) == {"危急值", "危急值报告制度", "微机制图"}
    assert heard(engines.Sound(("ji", "zhi", "b"), open_ended=True)) == ["危急值报告制度"]
    assert heard(engines.Sound(("jz", "zb"), is_initials=True)) == ["危急值报告制度"]
    assert heard(engines.Sound(("zhi", "ji"))) == []
    assert heard(*(engines.Sound((said,)) for said in ("wei", "zhi", "du")))[0] == "危急值报告制度"
