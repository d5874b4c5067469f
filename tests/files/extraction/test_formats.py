"""What readers find, and the places they name."""

from datetime import date

import pytest

from demo import pdf
from files.readers.words import paragraphs, tidy
from tests.files.extraction import papers

pytestmark = pytest.mark.promise("W32")


def test_a_pdf_is_read_page_by_page_and_words_at_line_ends_stay_whole(read):
    found = read("pdf", pdf.pages("高警示药品\n静脉用氯化钾须由双人核\n对浓度与速度，不得推注。", "第二页\n胰岛素"))

    assert found.parts == [
        ("page=1", "", "高警示药品\n静脉用氯化钾须由双人核对浓度与速度，不得推注。"),
        ("page=2", "", "第二页胰岛素"),
    ]
    assert found.ending == ("done", 2, "")


@pytest.mark.parametrize(
    ("lines", "whole"),
    (
        ("血钾高于六点五的患者立即做心电\n图并通知值班医师。", "血钾高于六点五的患者立即做心电图并通知值班医师。"),
        ("一、适用范围\n本办法适用于全院各临床科室。", "一、适用范围\n本办法适用于全院各临床科室。"),
        ("每日评估一次。\n潮湿随时更换", "每日评估一次。\n潮湿随时更换"),
        ("先关闭输液器再检查管路\n（二）通知医师", "先关闭输液器再检查管路\n（二）通知医师"),
        ("浓度不超过\n0.3%", "浓度不超过0.3%"),
        ("the infusion\npump", "the infusion pump"),
        ("预防静脉血栓栓塞的基本预防与物理预\n防", "预防静脉血栓栓塞的基本预防与物理预防"),
    ),
)  # fmt: skip
def test_lines_are_joined_where_they_were_full_and_nowhere_else(lines, whole):
    assert paragraphs(lines) == whole


@pytest.mark.parametrize(
    ("printed", "typed"),
    (
        ("⻓期医嘱", "长期医嘱"),  # a radical of the same shape, as browsers print it
        ("⼼电图", "心电图"),
        ("危 急 值 报 告", "危急值报告"),
        ("氯化钠\u3000\u30000.9%", "氯化钠 0.9%"),
        ("\uf0b7 核对\u200b医嘱\0", "核对医嘱"),
        ("用法 剂量", "用法 剂量"),
        ("男 女", "男 女"),
    ),
)
def test_words_are_kept_as_people_type_them(printed, typed):
    assert tidy(printed) == typed


def test_word_names_the_heading_and_reads_tables_notes_and_margins(read):
    document = papers.docx.Document()
    document.sections[0].header.paragraphs[0].text = "青屿医院"
    document.add_heading("适用范围", 1)
    document.add_paragraph("全院临床科室。")
    document.add_paragraph("二、职责")
    document.add_paragraph("护士长每周核查。")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "氯化钾", "双人核对"

    found = read("docx", papers.saved(document))

    assert found.parts == [
        ("part=2", "适用范围", "适用范围\n全院临床科室。"),
        ("part=3", "二、职责", "二、职责\n护士长每周核查。\n氯化钾\t双人核对"),
        ("part=5", "页眉页脚", "青屿医院"),
    ]


def test_word_reads_what_stands_in_boxes_and_controls_once_and_not_what_was_deleted(read):
    body = (
        f"<w:sdt><w:sdtContent>{papers.paragraph('模板控件')}</w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>修订插入</w:t></w:r></w:ins><w:del><w:r><w:delText>已删</w:delText></w:r></w:del></w:p>"
        '<w:p><w:r><mc:AlternateContent xmlns:mc="m">'
        f"<mc:Choice><w:txbxContent>{papers.paragraph('文本框')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{papers.paragraph('文本框')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>正文</w:t><w:tab/><w:t>末尾</w:t></w:r></w:p>"
    )

    found = read("docx", papers.word_of(body))

    assert [text for _, _, text in found.parts] == ["模板控件\n修订插入\n文本框\n正文\t末尾"]


def test_excel_names_the_sheet_and_shows_values_as_people_see_them(read):
    content = papers.workbook(
        排班=[["床号", "日期"], [3, date(2026, 5, 1)], [0.5, True, None]], 空=[], 备注=[["输液泵"]]
    )

    found = read("xlsx", content)

    assert found.parts == [
        ("sheet=1", "排班", "床号\t日期\n3\t2026-05-01\n0.5"),
        ("sheet=3", "备注", "输液泵"),
    ]


def test_slides_are_numbered_and_bring_their_notes(read):
    found = read("pptx", papers.slides(("交接班", "床旁核对", ""), ("卒中", "溶栓时间窗", "讲到这里停一停")))

    assert found.parts == [("slide=1", "", "交接班\n床旁核对"), ("slide=2", "", "卒中\n溶栓时间窗\n讲到这里停一停")]
    assert found.ending.pages == 2


@pytest.mark.parametrize("encoding", ("utf-8", "utf-8-sig", "gb18030", "utf-16"))
def test_text_is_read_in_every_encoding_that_is_about(read, encoding):
    assert read("csv", "药名,剂量\n氯化钾,10ml".encode(encoding)).parts == [("", "", "药名,剂量\n氯化钾,10ml")]


def test_a_scan_has_no_text(read):
    assert read("pdf", papers.scan(1)).ending.state == "no_text"
    assert read("pdf", papers.scan(3)).ending.state == "no_text"


def test_what_a_scanner_stamps_on_every_page_is_no_text(read):
    found = read("pdf", _stamped("由扫描王创建", "由扫描王创建"))

    assert (found.ending.state, found.parts) == ("no_text", [])


def test_a_pdf_of_mostly_scanned_pages_is_searched_in_part(read):
    found = read("pdf", _stamped("封面", "附件一"))

    assert found.ending.state == "partly"
    assert [text for _, _, text in found.parts] == ["封面", "附件一"]


def _stamped(*stamps):
    """A picture over each page and a few words on it."""
    return pdf.pages(*stamps, under="q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")
