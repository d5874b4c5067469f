"""Text boxes once, behind their paragraph; what is drawn and cannot be shown is told."""

import pytest

from content.convert.word.boxes import CLOSES, OPENS
from content.convert.word.names import W, w
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Cell, Docx, block_xml, paragraph_xml, table_xml
from tests.content.convert.corpus.images import png
from tests.content.convert.reading import lines_of, losses, prepared

pytestmark = pytest.mark.promise("W23")


def lines(made):
    """With [ and ] for what opens and closes a box."""
    return [line.replace(OPENS, "[").replace(CLOSES, "]") for line in lines_of(prepared(made)[0].main)]


@pytest.mark.parametrize("box", (s.text_box, s.vml_text_box, lambda *blocks: s.group(s.shape_inside(*blocks))))
def test_a_box_follows_its_paragraph_once(box):
    made = Docx().paragraph("第一段", box("注意：", "先核对"), "的后半。").paragraph("第二段")

    assert lines(made) == ["第一段的后半。", "[", "注意：", "先核对", "]", "第二段"]
    assert losses(made) == []


@pytest.mark.parametrize("tag", ("shape", "rect", "roundrect", "oval"))
def test_old_boxes_of_any_form(tag):
    made = Docx().paragraph("段", s.vml_text_box("框", tag=tag))

    assert lines(made) == ["段", "[", "框", "]"]


def test_boxes_of_one_paragraph_keep_their_order():
    made = Docx().paragraph(s.text_box("一"), "段", s.vml_text_box("二"), s.text_box("三"))

    assert lines(made) == ["段", "[", "一", "]", "[", "二", "]", "[", "三", "]"]


def test_a_box_in_a_cell_stays_in_the_cell():
    made = Docx().table([Cell(p.as_xml("甲", s.text_box("框"))), "乙"])

    assert lines(made) == ["甲", "[", "框", "]", "乙"]


def test_a_box_with_a_table_and_a_picture():
    made = Docx()
    relation = made.media(png())
    made.paragraph("段", s.text_box(table_xml(["岗位", "职责"]), p.Xml(block_xml(s.picture(relation)))))
    box, _report = prepared(made)

    assert lines(made) == ["段", "[", "岗位", "职责", "", "]"]
    assert sum(1 for _one in box.main.iter(w("drawing"))) == 1


def test_a_box_within_a_box_follows_the_same_paragraph():
    inner = p.Xml(paragraph_xml("外", s.vml_text_box("内")))
    made = Docx().paragraph("段", s.vml_text_box(inner)).paragraph("后")

    assert lines(made) == ["段", "[", "外", "]", "[", "内", "]", "后"]


def test_empty_boxes_leave_nothing():
    made = Docx().paragraph("段", s.text_box(""), s.vml_text_box(" "))

    assert lines(made) == ["段"]


def test_word_art_keeps_its_words():
    art = '<w:pict><v:shape><v:textpath string="质量安全年"/></v:shape></w:pict>'
    made = Docx().paragraph("段", p.run(content=art))

    assert lines(made) == ["段", "[", "质量安全年", "]"]


def test_marks_that_a_file_says_itself_are_no_boxes():
    made = Docx().paragraph(f"甲{OPENS}乙{CLOSES}")

    assert lines(made) == ["甲乙"]


def test_a_flow_chart_keeps_its_words_and_tells_its_arrows():
    arrow = p.Xml("<wps:cxnSp/>")
    made = Docx().paragraph("流程", s.group(s.shape_inside("接诊"), arrow, s.shape_inside("分诊"), arrow))

    assert lines(made) == ["流程", "[", "接诊", "]", "[", "分诊", "]"]
    assert [(what, sample) for what, _where, sample in losses(made)] == [("shape", "2")]


def test_an_arrow_alone_is_told():
    made = Docx().paragraph("见", s.plain_shape(), "图")

    assert losses(made) == [("shape", "见图", "1")]


def test_a_line_across_the_page_is_no_loss():
    made = Docx().paragraph(p.run(content='<w:pict><v:rect o:hr="t"/></w:pict>'), "段")

    assert losses(made) == []


def test_a_choice_nobody_understands_gives_way_to_its_fallback():
    chosen = p.run(content=s.either("<w:t>新</w:t>", "<w:t>旧</w:t>", requires="cx1"))
    known = p.run(content=s.either("<w:t>新</w:t>", "<w:t>旧</w:t>", requires="wps wp14"))

    assert lines(Docx().paragraph(chosen, known)) == ["旧新"]


def test_a_choice_without_fallback_that_nobody_understands_is_left_out():
    made = Docx().paragraph(
        "甲", p.run(content='<mc:AlternateContent><mc:Choice Requires="x9"/></mc:AlternateContent>')
    )

    assert lines(made) == ["甲"]


def test_charts_are_told():
    made = Docx()
    chart = made.relation("chart", "charts/chart1.xml")

    assert losses(made.paragraph("住院人数", s.chart(chart))) == [("chart", "住院人数", "")]


def test_a_diagram_keeps_its_words():
    made = Docx()
    points = "".join(f"<dgm:pt><dgm:t><a:p><a:r><a:t>{one}</a:t></a:r></a:p></dgm:t></dgm:pt>" for one in "甲乙")
    uris = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    uris += ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    made.part("word/diagrams/data1.xml", f"<dgm:dataModel {uris}>{points}</dgm:dataModel>")
    made.paragraph("架构", s.smart_art(made.relation("diagramData", "diagrams/data1.xml")))

    assert lines(made) == ["架构", "[", "甲", "乙", "]"]
    assert losses(made) == [("diagram", "架构", "甲；乙")]


def test_boxes_in_notes():
    made = Docx()
    made.paragraph("甲", made.footnote("注", s.text_box("框")))
    box, _report = prepared(made)

    assert lines_of(box.footnotes)[-4:] == ["注", OPENS, "框", CLOSES]


def test_no_drawing_is_left_where_the_words_were():
    made = Docx().paragraph("段", s.text_box("框"), s.vml_text_box("框"))
    box, _report = prepared(made)

    assert next(box.main.iter(w("drawing"), w("pict"), f"{{{W}}}txbxContent"), None) is None
