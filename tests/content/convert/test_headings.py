"""Headings of files: real ones, faked ones, and lines that only look like one."""

import pytest

from content.convert.word.headings import apply, find
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus import regulations
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.corpus.numbers import OUTLINE
from tests.content.convert.corpus.regulations import Paper
from tests.content.convert.measuring import Measured
from tests.content.convert.pages import BOLD, MIDDLE, TEXT, applied, asked, headings, paper, sure
from tests.content.convert.reading import lines_of, numbered

pytestmark = pytest.mark.promise("W23")

HALVES = [regulations.tuned, regulations.blind, regulations.later, regulations.fresh]
EVERY = [made for half in HALVES for made in half()]


# The corpus.
@pytest.mark.parametrize("half", HALVES)
def test_regulations_keep_their_headings(half):
    measured = Measured(half())

    assert measured.precision >= 0.98, measured.false
    assert measured.recall >= 0.9
    assert (measured.missed, measured.wrong_levels, measured.titles) == ([], [], [])
    assert measured.asked_others <= 10


@pytest.mark.parametrize("made", EVERY, ids=lambda made: made.name)
def test_no_word_of_a_regulation_is_lost(made):
    box, _labels = numbered(made)
    before = "".join("".join(lines_of(box.main)).split())
    found = find(box)
    apply(box, found)
    after = "".join("".join(lines_of(box.main)).split())

    assert sorted(after) == sorted(before)
    assert sum(1 for _one in box.main.iter("{*}tbl")) == made.gold.tables


@pytest.mark.parametrize("made", EVERY, ids=lambda made: made.name)
def test_lists_of_regulations_keep_their_labels(made):
    assert [one.text.strip() for one in numbered(made)[1]] == [one.strip() for one in made.gold.labels]


# Real ones.
def test_a_level_counts_wherever_it_is_written():
    made = Docx()
    made.style("x", name="节", outline=1)
    made.style("y", name="小节", based_on="x")
    made.style("3", name="heading 1")
    made.paragraph("甲", style="3").paragraph("乙", style="y").paragraph("丙", outline=2).paragraph("丁", outline=0)

    assert [one.level for one in find(numbered(made)[0]).sure] == [2, 3, 4, 2]


def test_level_nine_is_text():
    made = Docx().paragraph("甲", outline=9).paragraph("乙", outline=0).paragraph(TEXT)

    assert [one.text for one in find(numbered(made)[0]).sure] == ["乙"]


def test_the_one_heading_above_all_others_is_the_title():
    made = Docx().paragraph("制度", outline=0).paragraph("目的", outline=1).paragraph(TEXT).paragraph("范围", outline=1)
    found = find(numbered(made)[0])

    assert (found.title.text, [(one.level, one.text) for one in found.sure]) == ("制度", [(2, "目的"), (2, "范围")])


def test_levels_left_out_are_closed():
    made = Docx().paragraph("甲", outline=1).paragraph(TEXT).paragraph("乙", outline=4).paragraph("丙", outline=1)

    assert [one.level for one in find(numbered(made)[0]).sure] == [2, 3, 2]


def test_a_sentence_with_the_style_of_a_heading_is_text():
    made = Docx()
    made.style("1", name="heading 1", outline=0)
    made.paragraph("甲", style="1").paragraph(TEXT, style="1").paragraph("乙", outline=1).paragraph("丙", style="1")

    assert applied(made) == f"<h2>甲</h2><p>{TEXT}</p><h3>乙</h3><h2>丙</h2>"


def test_who_uses_styles_is_not_asked_about_looks():
    made = (
        Paper("真").head(2, "甲", outline=0).line(TEXT).head(3, "乙", outline=1).line("重要提示", bold=True).line(TEXT)
    )
    made.head(2, "丙", outline=0).line(TEXT)

    assert find(numbered(made)[0]).asked == []


def test_a_line_nobody_styled_like_its_kind_is_asked():
    made = Paper("漏一个").head(2, "一、目的", outline=0).line(TEXT).head(3, "（一）甲", outline=1).line(TEXT)
    made.line("二、范围", bold=True).line(TEXT)
    found = find(numbered(made)[0])

    assert [(one.text, one.guess) for one in found.asked] == [("二、范围", "heading")]


def test_headings_in_tables_are_bold_words():
    made = Docx()
    made.style("1", name="heading 1", outline=0)
    made.table([p.Xml('<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>格</w:t></w:r></w:p>')])

    assert "<p><strong>格</strong></p>" in applied(made)


# Sure without a style.
def test_chapters_and_sections():
    assert sure("第一章 总则", TEXT, "第一节 范围", TEXT, "第二章 附则", TEXT) == [
        (2, "第一章 总则"),
        (3, "第一节 范围"),
        (2, "第二章 附则"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "第三章规定的科室应当配合",
        "第二章所列情形",
        "第一章、第二章的要求",
        "第二章 本章适用于各科。",
        "第四条 各科室职责",
        "第五条规定的人员",
    ],
)
def test_references_and_articles_are_no_headings(text):
    assert sure("第一章 总则", TEXT, (text, BOLD), TEXT) == [(2, "第一章 总则")]


def test_a_number_and_a_name_on_two_lines_are_one_heading():
    assert sure(("第一章", MIDDLE), ("总则", MIDDLE), TEXT) == [(2, "第一章 总则")]


def test_bold_numbers_without_a_gap():
    assert sure(("一、目标", BOLD), TEXT, ("二、组织", BOLD), TEXT) == [(2, "一、目标"), (2, "二、组织")]


def test_a_gap_asks():
    lines = ("一、目标", BOLD), TEXT, ("三、组织", BOLD), TEXT

    assert (sure(*lines), set(asked(*lines))) == ([], {"一、目标", "三、组织"})


def test_a_font_of_headings_is_as_good_as_bold():
    hei = {"font": "黑体"}

    assert sure(("一、目标", hei), TEXT, ("二、组织", hei), TEXT) == [(2, "一、目标"), (2, "二、组织")]


def test_bold_says_nothing_where_all_is_bold():
    assert sure(("一、目标", BOLD), (TEXT, BOLD), ("二、组织", BOLD), (TEXT, BOLD)) == []


def test_names_that_regulations_give_their_parts_need_no_look():
    assert [text for _level, text in sure("1 目的", TEXT, "2 适用范围", TEXT, "3 分工", TEXT)] == [
        "1 目的",
        "2 适用范围",
        "3 分工",
    ]


def test_deeper_numbers_are_deeper_headings():
    made = Paper("多级")
    number = made.numbering(*OUTLINE)
    for label, text in (("1", 0), ("1.1", 1), ("1.2", 1), ("2", 0)):
        made.line(f"核对{label}", number=(number, text), bold=True).line(TEXT)

    assert [one.level for one in find(numbered(made)[0]).sure] == [2, 3, 3, 2]


@pytest.mark.parametrize(
    "text", ["0.9% 氯化钠 250 ml", "10 ml 生理盐水", "5 mg 地西泮", "3 天内完成整改", "2 名护士", "3 支备用"]
)
def test_doses_and_counts_are_no_numbers(text):
    lines = ("1 备药", BOLD), TEXT, (text, BOLD), TEXT, ("2 给药", BOLD), TEXT

    assert [one for _level, one in sure(*lines)] == ["1 备药", "2 给药"]


@pytest.mark.parametrize(
    "text",
    [
        "图1 抢救流程",
        "表 2 分级标准",
        "签发人：申怀川",
        "编制：护理部",
        "审核人：",
        "枫桥县人民医院信息科",
        "阿司匹林肠溶片 100 mg qd",
        "2026年3月1日",
        "青医发〔2026〕7号",
        "各科室：",
        "注：见附录",
        "姓名：____",
        "一、各科室应当每月自查；",
        "床号      □是 □否",
    ],
)
def test_never(text):
    found = headings(TEXT, (text, MIDDLE), TEXT, ("一、目标", BOLD), TEXT, ("二、组织", BOLD), TEXT)

    assert [one.text for one in found.sure] == ["一、目标", "二、组织"]
    assert found.asked == []


def test_what_stands_at_the_right_is_no_heading():
    assert asked(TEXT, ("护理部", BOLD | {"align": "right"}), TEXT) == {}


def test_enclosures_with_their_titles():
    lines = TEXT, ("附件1", BOLD), ("巡查表", MIDDLE), TEXT, ("附件2", BOLD), ("评分表", MIDDLE), TEXT

    assert sure(*lines) == [(2, "附件1 巡查表"), (2, "附件2 评分表")]


def test_a_list_of_enclosures_is_none():
    lines = TEXT, "附件：1.巡查表", ("2.评分表", BOLD), TEXT, "附件1 巡查表", "附件2 评分表"

    assert (sure(*lines), asked(*lines)) == ([], {})


def test_framed_words():
    assert sure(("【目的】", BOLD), TEXT) == [(2, "【目的】")]
    assert asked("【目的】", TEXT) == {"【目的】": "heading"}


def test_signs_with_a_number_in_them_count_items():
    lines = ("一、查房", BOLD), "① 及时、准确", TEXT, ("二、记录", BOLD), ("②完整", BOLD), TEXT

    assert ([one for _level, one in sure(*lines)], asked(*lines)) == (["一、查房", "二、记录"], {})


# Asked.
def test_bold_lines_are_asked_and_warnings_guessed_as_text():
    assert asked(("环境安全", BOLD), TEXT, ("健康教育", BOLD), TEXT, ("重要提示", BOLD), TEXT) == {
        "环境安全": "heading",
        "健康教育": "heading",
        "重要提示": "text",
    }


def test_numbers_without_a_look_are_asked():
    lines = "一、值守", TEXT, "二、巡查", TEXT

    assert (sure(*lines), asked(*lines)) == ([], {"一、值守": "heading", "二、巡查": "heading"})


def test_short_items_without_anything_below_are_a_list():
    lines = TEXT, "1. 特级护理", "2. 一级护理", "3. 二级护理", TEXT

    assert [one for one in asked(*lines) if one != "3. 二级护理"] == []


def test_answers_decide():
    made = paper(("环境安全", BOLD), TEXT, ("重要提示", BOLD), TEXT)
    first, second = find(numbered(made)[0]).asked

    assert applied(made).count("<h2>") == 1
    assert applied(made, {first.key: "text"}).count("<h2>") == 0
    assert "<h2>重要提示</h2>" in applied(made, {first.key: "text", second.key: "heading"})


def test_keys_stay_the_same_from_one_reading_to_the_next():
    keys = [[one.key for one in headings(("环境安全", BOLD), TEXT).asked] for _time in range(2)]

    assert keys[0] == keys[1] and len(keys[0]) == 1
