"""Fields show what Word showed last; contents go, links stay (ECMA-376 Part 1, 17.16)."""

import time

import pytest

from content.convert.word.names import w
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Cell, Docx, paragraph_xml
from tests.content.convert.reading import lines_of, losses, prepared

pytestmark = pytest.mark.promise("W23")


def read(*pieces):
    return lines_of(prepared(Docx().paragraph(*pieces))[0].main)[0]


def instructions(made):
    return [one.text.strip() for one in prepared(made)[0].main.iter(w("instrText"))]


@pytest.mark.parametrize("write", (p.field, p.simple_field))
def test_what_word_showed_last_stays(write):
    assert (
        read("见图", write(" SEQ 图 \\* ARABIC ", "3"), "，", write("DATE", p.bold("1月"), "5日"), "。")
        == "见图3，1月5日。"
    )


def test_no_sign_of_a_field_is_left():
    made = Docx().paragraph(p.field("REF _a", "第一条"), p.simple_field("PAGE", "3"))
    box, _report = prepared(made)

    assert next(box.main.iter(w("fldChar"), w("instrText"), w("fldSimple")), None) is None


def test_instructions_within_instructions_are_not_shown():
    inner = p.field("MERGEFIELD 科室", "内科")
    condition = p.field_begin("IF ") + inner + p.run(content='<w:instrText> = "内科" "是" "否"</w:instrText>')
    shown = p.Xml(condition + p.field_separate() + p.run("是") + p.field_end())

    assert read("结果：", shown) == "结果：是"


def test_what_would_show_in_an_instruction_is_not_shown():
    circled = p.field("eq \\o\\ac(○,1)")
    condition = p.field_begin("IF ") + circled + p.field_separate() + p.run("是") + p.field_end()

    assert read("结果：", p.Xml(condition)) == "结果：是"


def test_fields_in_fields_without_end():
    """Five thousand, each in the one before."""
    begun = "".join(p.field_begin("TOC") + p.field_separate() for _time in range(5_000))
    ended = p.field_end() * 5_000
    started = time.monotonic()

    assert read("甲", p.Xml(begun), p.Xml(ended), "乙") == "甲乙"
    assert time.monotonic() - started < 5


def test_a_field_in_the_result_of_another():
    shown = p.Xml(p.field_begin("REF x") + p.field_separate() + p.field("SEQ 表", "2") + p.run("号") + p.field_end())

    assert read("表", shown) == "表2号"


def test_signs_in_one_run_are_told_apart():
    whole = '<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/>'
    whole += '<w:t>7</w:t><w:fldChar w:fldCharType="end"/><w:t>页</w:t>'

    assert read("第", p.run(content=whole)) == "第7页"


def test_a_field_that_never_ends_keeps_its_words():
    assert read("甲", p.field_begin("PAGE"), p.field_separate(), "乙") == "甲乙"
    assert read("甲", p.field_end(), "乙") == "甲乙"


@pytest.mark.parametrize(
    ("instruction", "rewritten"),
    (
        ('HYPERLINK "https://example.org/a b" \\t "_blank"', 'HYPERLINK "https://example.org/a b"'),
        ('HYPERLINK \\o "说明" "https://example.org"', 'HYPERLINK "https://example.org"'),
        ('HYPERLINK \\l "_Toc1"', 'HYPERLINK \\l "_Toc1"'),
        ('HYPERLINK "https://example.org" \\l "here"', 'HYPERLINK "https://example.org#here"'),
        ("HYPERLINK https://example.org", 'HYPERLINK "https://example.org"'),
        ("REF _Ref12 \\r \\h", 'HYPERLINK \\l "_Ref12"'),
    ),
)
def test_links_stay_links(instruction, rewritten):
    made = Docx().paragraph("见", p.field(instruction, "第三条"))

    assert instructions(made) == [rewritten]
    assert lines_of(prepared(made)[0].main) == ["见第三条"]


def test_a_link_may_span_paragraphs():
    made = Docx()
    made.paragraph(p.Xml(p.field_begin('HYPERLINK "https://example.org"') + p.field_separate() + p.run("甲")))
    made.paragraph("乙", p.field_end())

    assert lines_of(prepared(made)[0].main) == ["甲", "乙"]
    assert instructions(made) == ['HYPERLINK "https://example.org"']


def test_entries_of_an_index_show_nothing():
    made = Docx().paragraph("甲", p.field('XE "输血"'), p.field("TC 输血"), "乙")

    assert lines_of(prepared(made)[0].main) == ["甲乙"]
    assert losses(made) == []


def test_what_word_reckons_only_when_it_shows_it_is_told():
    made = Docx().paragraph("共", p.field("= 1 + 2"), "项")

    assert losses(made) == [("field", "共项", "= 1 + 2")]


def test_boxes_to_tick_and_lists_to_choose_from():
    box = "<w:ffData><w:checkBox><w:default w:val='0'/>{}</w:checkBox></w:ffData>"
    ticked = p.Xml(p.field_begin("FORMCHECKBOX", box.format("<w:checked/>")) + p.field_end())
    open_one = p.Xml(p.field_begin("FORMCHECKBOX", box.format("")) + p.field_end())
    entries = "".join(f'<w:listEntry w:val="{one}"/>' for one in ("内科", "外科"))
    chosen = p.field_begin("FORMDROPDOWN", f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>')

    assert read(ticked, "是", open_one, "否", p.Xml(chosen + p.field_end())) == "☑是☐否外科"


@pytest.mark.parametrize(
    ("instruction", "shown", "told"),
    (
        ("eq \\o\\ac(○,1)", "①", []),
        ("EQ \\o\\ac(○,12)", "⑫", []),
        ("eq \\o\\ac(○,甲)", "(甲)", []),
        ('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(hàn),汉)', "汉", ["ruby"]),
        ("EQ \\f(1,2)", "1/2", ["formula"]),
        ("EQ \\r(3,x)", "3√x", ["formula"]),
        ("EQ \\f(\\r(2),a+b)", "√2/a+b", ["formula"]),
    ),
)
def test_signs_that_chinese_word_makes_of_fields(instruction, shown, told):
    made = Docx().paragraph("见", p.field(instruction), "处")

    assert lines_of(prepared(made)[0].main) == [f"见{shown}处"]
    assert [what for what, _where, _sample in losses(made)] == told


def test_prompts_and_signs_by_their_code():
    assert read(p.field("MACROBUTTON AcceptAll [姓名]")) == "[姓名]"
    assert read(p.field("SYMBOL 254 \\f Wingdings")) == "☑"


TOC = 'TOC \\o "1-3" \\h \\z \\u'


def contents_field(made, title="目  录"):
    """A bare field over three paragraphs, the last one holding its end only."""
    made.paragraph("医疗制度").paragraph(title, align="center")
    first = p.link("第一章 总则\t", p.field("PAGEREF _Toc1 \\h", "1"), anchor="_Toc1")
    made.paragraph(p.Xml(p.field_begin(TOC) + p.field_separate() + first))
    made.paragraph(p.link("第二章 职责\t3", anchor="_Toc2"))
    made.paragraph(p.field_end())
    return made.paragraph(p.bookmark("_Toc1", "第一章 总则")).paragraph("第二章 职责")


TOLD = [("contents", "", "第一章 总则 1；第二章 职责 3")]
REST = ["医疗制度", "第一章 总则", "第二章 职责"]


def test_contents_go_with_their_title():
    made = contents_field(Docx())

    assert lines_of(prepared(made)[0].main) == REST
    assert losses(made) == TOLD


def test_contents_from_the_gallery_go():
    made = Docx().paragraph("医疗制度")
    lines = [paragraph_xml("目录"), paragraph_xml("第一章 总则\t1"), paragraph_xml("第二章 职责\t3")]
    made.raw(p.control(p.Xml("".join(lines)), gallery="Table of Contents"))
    made.paragraph("第一章 总则").paragraph("第二章 职责")

    assert lines_of(prepared(made)[0].main) == REST
    assert [what for what, _where, _sample in losses(made)] == ["contents"]


def test_contents_typed_by_hand_go():
    made = Docx().paragraph("医疗制度").paragraph("目 录")
    made.paragraph("第一章 总则\t1").paragraph("第二章 职责……3").paragraph("第一章 总则").paragraph("第二章 职责")

    assert lines_of(prepared(made)[0].main) == REST
    assert losses(made) == [("contents", "", "第一章 总则 1；第二章 职责……3")]


def test_contents_whose_field_was_broken_are_known_by_their_style():
    made = Docx()
    made.style("11", name="toc 1")
    made.paragraph("医疗制度").paragraph("第一章 总则\t1", style="11").paragraph("第二章 职责\t3", style="11")
    made.paragraph("第一章 总则").paragraph("第二章 职责")

    assert lines_of(prepared(made)[0].main) == REST


def test_what_only_looks_a_little_like_contents_stays():
    made = Docx().paragraph("目录").paragraph("本制度的目录见附件。").paragraph("体温……37").paragraph("合计\t12")
    box, _report = prepared(made)

    assert lines_of(box.main) == ["目录", "本制度的目录见附件。", "体温……37", "合计\t12"]
    assert losses(made) == []


def test_words_beside_the_contents_stay():
    made = Docx()
    made.paragraph(p.Xml(p.run("前言") + p.field_begin(TOC) + p.field_separate() + p.run("总则\t1")))
    made.paragraph(p.field_end(), "正文")

    assert lines_of(prepared(made)[0].main) == ["前言", "正文"]


def test_fields_in_cells_and_notes():
    made = Docx()
    made.table([Cell(p.field("SEQ 表", "1"))])
    made.paragraph("甲", made.footnote(p.simple_field("REF x", "见附件")))
    box, _report = prepared(made)

    assert lines_of(box.main)[0] == "1"
    assert lines_of(box.footnotes)[-1] == "见附件"
