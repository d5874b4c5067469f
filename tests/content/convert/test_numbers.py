"""How Word counts: restarts, overrides, styles, links (ECMA-376 Part 1, 17.9)."""

import pytest

from content.convert.word.labels import label
from tests.content.convert.corpus import pieces
from tests.content.convert.corpus.docx import Cell, Docx, Level, paragraph_xml
from tests.content.convert.corpus.numbers import CHINESE, CHINESE_TO_THIRTY, LAW, OUTLINE
from tests.content.convert.reading import counted, lines, numbers

pytestmark = pytest.mark.promise("W23")


def test_articles_run_on_through_chapters_and_clauses_begin_anew():
    made = Docx()
    law = made.numbering(*LAW)
    for level in (0, 1, 1, 2, 2, 3, 3, 2, 0, 1, 2, 1, 2, 3):
        made.paragraph("内容", number=(law, level))

    assert numbers(made) == (
        ["第一章", "第一条", "第二条", "（一）", "（二）", "1.", "2.", "（三）"]
        + ["第二章", "第三条", "（一）", "第四条", "（一）", "1."]
    )


def test_a_level_restarts_only_after_the_levels_it_says():
    made = Docx()
    number = made.numbering(Level(text="%1"), Level(text="%2"), Level("lowerLetter", "%3", restart=1))
    for level in (0, 1, 2, 2, 1, 2, 0, 1, 2):
        made.paragraph("内容", number=(number, level))

    assert numbers(made) == ["1", "1", "a", "b", "2", "c", "2", "1", "a"]


def test_the_same_list_goes_on_after_plain_paragraphs_and_in_another_number_of_it():
    made = Docx()
    abstract = made.abstract(CHINESE)
    one, other = made.number(abstract), made.number(abstract)
    made.paragraph("甲", number=(one, 0)).paragraph("乙", number=(one, 0)).paragraph("没有编号")
    made.paragraph("丙", number=(one, 0)).paragraph("丁", number=(other, 0)).paragraph("戊", number=(one, 0))

    assert numbers(made) == ["一、", "二、", "三、", "四、", "五、"]


def test_two_lists_that_look_the_same_count_for_themselves():
    made = Docx()
    one, other = made.numbering(CHINESE), made.numbering(CHINESE)
    for number in (one, other, one, other, other):
        made.paragraph("内容", number=(number, 0))

    assert numbers(made) == ["一、", "一、", "二、", "二、", "三、"]


def test_an_own_start_restarts_once_and_then_both_go_on_together():
    made = Docx()
    abstract = made.abstract(Level(text="%1、"))
    first = made.number(abstract)
    again = made.number(abstract, starts={0: 1})
    fifth = made.number(abstract, starts={0: 5})
    for number in (first, first, again, again, first, fifth, fifth, again, fifth):
        made.paragraph("内容", number=(number, 0))

    assert numbers(made) == ["1、", "2、", "1、", "2、", "3、", "5、", "6、", "7、", "8、"]


def test_an_own_start_holds_whenever_its_level_begins_anew():
    made = Docx()
    number = made.number(made.abstract(Level(text="%1"), Level(text="%1.%2")), starts={1: 5})
    for level in (0, 1, 1, 0, 1):
        made.paragraph("内容", number=(number, level))

    assert numbers(made) == ["1", "1.5", "1.6", "2", "2.5"]


def test_a_list_begins_where_it_says_and_at_nought_where_it_says_nothing():
    assert counted(Level(text="%1.", start=5), 3) == ["5.", "6.", "7."]
    assert counted(Level(text="%1.", start=None), 2) == ["0.", "1."]


def test_a_number_may_replace_a_level_without_restarting_it():
    made = Docx()
    abstract = made.abstract(Level(text="%1."))
    plain = made.number(abstract)
    circled = made.number(abstract, levels={0: Level("decimalEnclosedCircle", "%1")})
    for number in (plain, plain, circled, plain):
        made.paragraph("内容", number=(number, 0))

    assert numbers(made) == ["1.", "2.", "③", "4."]


def test_legal_numbers_are_digits_whatever_the_levels_above_have():
    made = Docx()
    number = made.numbering(
        Level("chineseCounting", "%1、"), Level(text="%1.%2"), Level(text="%1.%2.%3", is_legal=True)
    )
    for level in (0, 1, 2, 2, 0, 1, 2):
        made.paragraph("内容", number=(number, level))

    assert numbers(made) == ["一、", "一.1", "1.1.1", "1.1.2", "二、", "二.1", "2.1.1"]


def test_a_level_that_did_not_come_yet_shows_its_start():
    made = Docx()
    number = made.numbering(Level(text="%1", start=3), *OUTLINE[1:])
    for level in (1, 2, 0, 1):
        made.paragraph("内容", number=(number, level))

    assert numbers(made) == ["3.1", "3.1.1", "3", "3.1"]


def test_levels_bound_to_styles():
    made = Docx()
    number = made.numbering(
        Level("chineseCountingThousand", "第%1章", style="1"), Level(text="%1.%2", style="2", is_legal=True)
    )
    made.style("1", name="heading 1", based_on="a", number=(number, None), outline=0)
    made.style("2", name="heading 2", based_on="1", number=(number, 7), outline=1)  # the binding says more than 7
    made.style("child", based_on="2")
    made.paragraph("总则", style="1").paragraph("目的", style="2").paragraph("范围", style="child")
    made.paragraph("职责", style="1").paragraph("护理部", style="2")

    assert numbers(made) == ["第一章", "1.1", "1.2", "第二章", "2.1"]


def test_a_style_without_a_binding_gives_its_level():
    made = Docx()
    number = made.numbering(*OUTLINE)
    made.style("base", number=(number, None))
    made.style("deep", based_on="base", number=(None, 1))
    made.paragraph("甲", style="base").paragraph("乙", style="deep").paragraph("丙", style="base")

    assert numbers(made) == ["1", "1.1", "2"]


def test_a_paragraph_may_refuse_the_number_of_its_style():
    made = Docx()
    number = made.numbering(CHINESE)
    made.style("list", number=(number, 0))
    made.style("off", based_on="list", number=(0, None))
    made.paragraph("甲", style="list").paragraph("无", style="list", number=(0, 0)).paragraph("无", style="off")
    made.paragraph("乙", style="list")

    assert lines(made) == ["一、甲", "无", "无", "二、乙"]


def test_a_paragraph_may_take_another_level_of_its_styles_list():
    made = Docx()
    number = made.numbering(*OUTLINE)
    made.style("list", number=(number, 0))
    made.paragraph("甲", style="list").paragraph("乙", style="list", number=(None, 1))

    assert numbers(made) == ["1", "1.1"]


def test_the_default_style_may_number():
    made = Docx(with_styles=False)
    number = made.numbering(CHINESE)
    made.style("a", name="Normal", default=True, number=(number, 0))
    made.paragraph("甲").paragraph("乙", style="unknown")

    assert numbers(made) == ["一、", "二、"]


def test_lists_that_point_at_a_numbering_style():
    made = Docx()
    real = made.numbering(CHINESE, style_link="law")
    linked = made.numbering(numbering_style="law")
    made.style("law", kind="numbering", number=(real, None))
    made.paragraph("甲", number=(linked, 0)).paragraph("乙", number=(real, 0)).paragraph("丙", number=(linked, 0))

    assert numbers(made) == ["一、", "二、", "三、"]


def test_a_numbering_style_that_nobody_defined_is_found_by_its_list():
    made = Docx()
    made.numbering(CHINESE, style_link="law")
    linked = made.numbering(numbering_style="law")

    assert numbers(made.paragraph("甲", number=(linked, 0))) == ["一、"]


def test_links_in_a_circle_end():
    made = Docx()
    number = made.numbering(numbering_style="law")
    made.style("law", kind="numbering", number=(number, None), based_on="law")

    assert numbers(made.paragraph("甲", number=(number, 0), style="law")) == []


def test_numbers_without_definitions_are_none():
    made = Docx()
    made.paragraph("甲", number=(7, 0))
    assert numbers(made) == []

    made.numbering(CHINESE)
    assert numbers(made.paragraph("乙", number=(9, 0)).paragraph("丙", number=(1, 8))) == []


def test_a_whole_regulation():
    """11 chapters with articles, clauses, steps that start anew, a second list in tables and deleted articles."""
    made, gold = Docx(), []
    law = made.numbering(*LAW)
    outline = made.numbering(*OUTLINE)
    steps = made.abstract(Level(text="%1、"))
    article = 0
    for chapter in range(1, 12):
        made.paragraph("总则", number=(law, 0))
        gold.append(f"第{CHINESE_TO_THIRTY[chapter - 1]}章")
        for _article in range(3):
            article += 1
            made.paragraph("各科室应当执行。", number=(law, 1))
            gold.append(f"第{label(article, 'chineseCountingThousand')}条")
            for clause in range(1, 13 if article == 5 else 3):
                made.paragraph("核对。", number=(law, 2))
                gold.append(f"（{CHINESE_TO_THIRTY[clause - 1]}）")
        made.paragraph(pieces.deleted("作废的一条"), number=(law, 1), mark=pieces.DELETED_MARK)
        step = made.number(steps, starts={0: 1})
        for number in range(1, 4):
            made.paragraph("步骤", number=(step, 0))
            gold.append(f"{number}、")
        made.table([Cell([paragraph_xml("岗位", number=(outline, 0)), paragraph_xml("职责", number=(outline, 1))])])
        gold += [str(chapter), f"{chapter}.1"]

    assert len(gold) > 150
    assert "（十二）" in gold
    assert numbers(made) == gold
