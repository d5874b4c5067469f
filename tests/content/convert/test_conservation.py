"""What a file says and its page does not is told, whoever lost it."""

import pytest

from content.convert.word import convert as converting
from content.convert.word.conservation import missing, source_lines
from content.convert.word.package import Box
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Docx, paragraph_xml
from tests.content.convert.writing import converted

pytestmark = pytest.mark.promise("W23")


def missed(made):
    return [one.sample for one in converted(made).losses if one.what == "missing"]


def test_whatever_a_step_loses_is_told(monkeypatch):
    real = converting.html_of
    monkeypatch.setattr(converting, "html_of", lambda *given: (real(*given)[0].replace("每月自查一次", ""), []))
    made = Docx().paragraph("各科室", p.bold("每月自查一次"), "。").paragraph("留有记录。")

    assert missed(made) == ["各科室每月自查一次"]


def test_a_note_and_a_cell_are_looked_for():
    made = Docx()
    made.paragraph("输血", made.footnote("注的话")).table(["甲", "乙"], ["丙", "丁"])
    lines = source_lines(Box(made.open()))

    assert missing(lines, "输血甲乙丙丁", {}) == ["注的话"]
    assert missing(lines, "输血甲乙丁注的话", {}) == ["丙"]


def test_words_that_stand_elsewhere_one_by_one_are_missing_as_a_line():
    made = Docx().paragraph("科室", p.bold("每月"), "自查").paragraph("自查", p.bold("每月"), "不得少于科室一次")
    lines = source_lines(Box(made.open()))

    assert missing(lines, "自查每月不得少于科室一次", {}) == ["科室每月自查"]


def test_what_the_report_tells_of_is_not_missing():
    made = Docx()
    made.paragraph("甲", p.hidden("藏起的文字"), "乙").paragraph(p.deleted("删去的文字"), p.inserted("添上的文字"))
    made.paragraph(p.moved_away("移走的文字")).paragraph(p.moved_here("移走的文字"))
    made.paragraph("前", s.text_box("框中的文字")).paragraph(p.ruby("行长", "háng zhǎng"), "到会")
    made.paragraph(p.formula("甲加乙")).paragraph(p.control("按钮里的文字")).paragraph(p.smart_tag("标签里的文字"))

    assert missed(made) == []


def test_what_was_told_short_or_only_counted_is_not_missing_either():
    made = Docx().paragraph("各科室")
    for number in range(120):
        words = "".join(f"第{number}处提示的第{each}句" for each in range(1 if number else 90))
        made.paragraph(p.control(words, extra="<w:showingPlcHdr/>"))

    assert (missed(made), converted(made).counts) == ([], {"placeholder": 120})


def test_the_number_of_a_note_within_a_line_that_begins_like_many():
    made = Docx().paragraphs(*["按"] * 250)
    made.paragraph("按", "月自", made.footnote("注"), "查")

    assert missed(made) == []


def test_words_above_notes_are_nobodys_text():
    made = Docx()
    made.paragraph("输血", made.footnote("注的话"))
    made.footnotes.append(
        '<w:footnote w:type="continuationNotice" w:id="99"><w:p><w:r><w:t>续下页</w:t></w:r></w:p></w:footnote>'
    )

    assert missed(made) == []


def test_tables_of_contents_are_not_missing():
    made = Docx()
    made.style("t", name="toc 1")
    lines = [paragraph_xml(f"{one}\t7", style="t") for one in ("总则", "旧的一章")]
    made.raw(p.control(*lines, gallery="Table of Contents"))
    made.paragraph("总则").paragraph("各科室每月自查一次。")

    assert missed(made) == []
    assert [one.what for one in converted(made).losses] == ["contents"]


def test_a_text_in_several_bodies_is_one():
    made = Docx().paragraph("甲").raw("</w:body><w:body>").paragraph("乙").raw("</w:body><w:body>").paragraph("丙")

    assert (converted(made).html, missed(made)) == ("<p>甲</p><p>乙</p><p>丙</p>", [])
