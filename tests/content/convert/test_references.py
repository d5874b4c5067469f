"""What a Word file says about other places of itself leads there on its page."""

import pytest
from lxml import html as trees

from tests.content.convert.corpus import numbers
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.reading import losses
from tests.content.convert.writing import converted, page

pytestmark = pytest.mark.promise("W23")


def leads(rendered):
    """{words of a link: the block that it leads to}"""
    targets = {one.get("id"): one for one in rendered.iter() if one.get("id")}
    links = [one for one in rendered.iter("a") if (one.get("href") or "").startswith("#") and not one.get("class")]
    return {one.text_content(): _block(targets[one.get("href")[1:]]) for one in links}


def _block(element):
    while element.tag not in ("p", "h2", "h3", "td", "li"):
        element = element.getparent()
    return " ".join(element.text_content().replace("#", "").split())


def test_references_lead_to_headings_articles_paragraphs_and_cells():
    made = Docx()
    made.style("1", name="heading 1", outline=0)
    law = made.numbering(*numbers.LAW)
    made.paragraph(p.bookmark("_Toc1", "总则"), style="1")
    made.paragraph(p.bookmark("_Ref1", "为加强管理。"), number=(law, 1))
    made.paragraph("职责", style="1")
    made.paragraph("见", p.field("REF _Ref1 \\r \\h", "第一条"), "、", p.link("总则一章", anchor="_Toc1"), "、")
    made.paragraph("", p.bookmark("_Ref2", "表 1"), " 用药")
    made.table(["药", "量"], [p.bookmark("_Ref3", "肾上腺素"), "1 mg"])
    made.paragraph("用药见", p.field("REF _Ref2 \\h", "表 1"), "，在第", p.field("PAGEREF _Ref2 \\h", "12"), "页；")
    made.paragraph("剂量见", p.field("HYPERLINK \\l _Ref3", "首行"), "。")
    result, markdown, rendered = page(made)

    assert leads(rendered) == {
        "第一条": "第一条为加强管理。",
        "总则一章": "总则",
        "表 1": "表 1 用药",
        "12": "表 1 用药",
        "首行": "肾上腺素",
    }
    assert "[第一条](#第一条)" in markdown and "[总则一章](#总则)" in markdown
    assert result.losses == []


def test_numbers_of_pages_in_a_link_are_no_links_of_their_own():
    made = Docx()
    made.paragraph(p.bookmark("_Ref1", "各科室"), "每月自查一次。")
    made.paragraph(p.link("见附表", p.field("PAGEREF _Ref1 \\h", "3"), anchor="_Ref1"))
    nested = p.field_begin("HYPERLINK \\l _Ref1") + p.field_separate() + p.run("又见")
    made.paragraph(p.Xml(nested), p.field("PAGEREF _Ref1 \\h", "4"), p.field_end())
    _result, markdown, _rendered = page(made)

    assert markdown.endswith("[见附表3](#_Ref1)\n\n[又见4](#_Ref1)\n")


def test_what_leads_nowhere_keeps_its_words_and_is_told():
    made = Docx().paragraph("见", p.field("REF _Ref9 \\h", "表 9"), "。").paragraph(p.link("空", anchor="gone"))
    result = converted(made)

    assert trees.fromstring(f"<div>{result.html}</div>").text_content() == "见表 9。空"
    assert [(one.what, one.where, one.sample) for one in result.losses] == [
        ("reference", "见表 9。", "表 9（_Ref9）"),
        ("reference", "空", "空（gone）"),
    ]
    assert losses(Docx().paragraph("甲")) == []
