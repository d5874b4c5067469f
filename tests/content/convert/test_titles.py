"""Titles, how headings are written, and articles."""

import pytest

from content.convert.word.headings import apply, find
from content.convert.word.trees import text_of
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.corpus.regulations import Paper
from tests.content.convert.pages import BOLD, MIDDLE, TEXT, applied, headings, paper
from tests.content.convert.reading import numbered, values

pytestmark = pytest.mark.promise("W23")


# Titles.
@pytest.mark.parametrize(
    ("given", "title"),
    [
        ([("松岭市妇幼保健院", MIDDLE | {"size": 22}), ("值班制度", MIDDLE | {"size": 22})], "值班制度"),
        ([("输血管理", MIDDLE | {"size": 22}), ("实施细则", MIDDLE | {"size": 22})], "输血管理实施细则"),
        ([("值 班 制 度", MIDDLE)], "值班制度"),
        ([("值班制度", MIDDLE | {"size": 22}), ("（试行）", {"align": "center"})], "值班制度（试行）"),
        ([("　　　　　　值班制度", BOLD)], "值班制度"),
        ([("青禾市医院文件", MIDDLE | {"size": 36}), "青医发〔2026〕7号", ("值班制度", MIDDLE)], "值班制度"),
        ([("药事管理委员会", MIDDLE), ("工作制度", MIDDLE)], "药事管理委员会工作制度"),
        (["值班制度"], "值班制度"),
        ([TEXT], ""),
    ],
)
def test_titles(given, title):
    found = headings(*given, TEXT, ("一、目标", BOLD), TEXT, ("二、组织", BOLD), TEXT)

    assert (found.title.text, found.asked) == (title, [])
    assert [one.text for one in found.sure] == ["一、目标", "二、组织"]


# Written.
def test_written_headings_are_plain_words():
    made = paper(("值 班 制 度", MIDDLE | {"size": 22}), ("　　一、目　标", BOLD), TEXT, ("二、组织", BOLD), TEXT)

    assert applied(made).startswith("<h1>值班制度</h1><h2>一、目 标</h2><p>")


def test_a_heading_has_one_style():
    made = Docx()
    made.style("1", name="heading 1", outline=0)
    box, _labels = numbered(made.paragraph("甲", style="1").paragraph("乙", style="1", outline=0))
    apply(box, find(box))

    assert values(box, "pStyle") == ["Heading2", "Heading2"]
    assert values(box, "outlineLvl") == []


def test_what_is_more_than_words_stays_in_a_heading():
    made = Paper("注")
    made.paragraph(p.bold("一、目标"), made.footnote("见另文")).line(TEXT).line("二、组织", bold=True).line(TEXT)
    html = applied(made)

    assert "<h2>一、目标<sup>" in html and "<strong>" not in html


def test_articles_begin_bold_and_are_paragraphs():
    made = (
        Docx()
        .paragraph("第一条　为了安全。")
        .paragraph("第一条规定的人员。")
        .paragraph(p.run("第"), p.run("二条 其他。"))
    )

    assert applied(made) == (
        "<p><strong>第一条</strong>　为了安全。</p><p>第一条规定的人员。</p><p><strong>第二条</strong> 其他。</p>"
    )


def test_soft_returns_become_lines():
    made = Docx().paragraph(p.bold("一、目标"), p.run(f"\n{TEXT}\n"), p.bold("二、组织"), p.run(f"\n{TEXT}"))

    assert applied(made) == f"<h2>一、目标</h2><p>{TEXT}</p><h2>二、组织</h2><p>{TEXT}</p>"


def test_soft_returns_of_verse_stay():
    assert applied(Docx().paragraph("地址：青禾路\n电话：0000")) == "<p>地址：青禾路<br />电话：0000</p>"


# Articles.
@pytest.mark.parametrize(
    ("numbers", "kinds"),
    [
        ("一二三", []),
        ("一二四", ["article_gap"]),
        ("一二二三", ["article_twice"]),
        ("一二三二三", ["article_back"]),
        ("一二一二", []),
    ],
)
def test_missing_articles_are_told(numbers, kinds):
    found = headings(*(f"第{number}条 {TEXT}" for number in numbers))

    assert [one.kind for one in found.doubts] == kinds


def test_a_gap_quotes_both_ends():
    [doubt] = headings(f"第十一条 {TEXT}", f"第十三条 {TEXT}").doubts[-1:]

    assert doubt.text == "第十一条 → 第十三条"


def test_nothing_is_found_in_nothing():
    assert (headings().sure, headings().asked, headings().title.text) == ([], [], "")
    assert text_of(numbered(Docx())[0].main) == ""
