"""A workbook becomes a page of tables that says what its sheets show; the rest is told."""

import datetime
from io import BytesIO

import openpyxl
import pytest
from lxml import html
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image

from content.convert.sheets import convert as sheets
from content.convert.sheets import grid
from tests.content.convert.corpus.images import png

pytestmark = pytest.mark.promise("W24")


@pytest.fixture
def book():
    made = openpyxl.Workbook()
    made.active.title = "静脉泵入"
    return made


def converted(book, **how):
    file = BytesIO()
    book.save(file)
    return sheets.convert(file, **how)


def tables(made):
    return html.fragment_fromstring(made.html, create_parent="body").findall("table")


def rows(table):
    return [[cell.text_content() for cell in row] for row in table.iter("tr")]


def lost(made):
    return [(one.what, one.where, one.sample) for one in made.losses]


def test_one_heading_and_one_table_a_sheet(book):
    book.active.append(["药名", "浓度"])
    book.active.append(["硝普钠", 0.5])
    book.create_sheet("口服").append(["药名"])
    made = converted(book)

    assert made.html == (
        "<h2>静脉泵入</h2><table><thead><tr><th>药名</th><th>浓度</th></tr></thead>"
        "<tbody><tr><td>硝普钠</td><td>0.5</td></tr></tbody></table><h2>口服</h2><p>药名</p>"
    )
    assert [(one.level, one.text, one.is_sure) for one in made.headings] == [(2, "静脉泵入", True), (2, "口服", True)]
    assert (made.was, made.tables, made.paragraphs, made.losses) == ("xlsx", 1, 3, [])


def test_a_sheet_that_nobody_named_has_no_heading(book):
    book.active.title = "Sheet1"
    book.active.append(["甲", "乙"])

    assert converted(book).html.startswith("<table>")


def test_merged_cells_keep_their_spans(book):
    sheet = book.active
    for line in (["类别", "药名", None], ["降压", "硝普钠", "乌拉地尔"], [None, "a", "b"], ["利尿", "c", "d"]):
        sheet.append(line)
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("A2:A3")
    [table] = tables(converted(book))

    assert rows(table) == [["类别", "药名"], ["降压", "硝普钠", "乌拉地尔"], ["a", "b"], ["利尿", "c", "d"]]
    assert [one.attrib for one in table.iter("th", "td") if one.attrib] == [{"colspan": "2"}, {"rowspan": "2"}]


def test_a_title_above_the_table_is_a_line_and_empty_rows_part_tables(book):
    sheet = book.active
    sheet["B2"] = "降压药静脉泵入速查"
    sheet.merge_cells("B2:D2")
    for place, line in ((3, "甲乙丙"), (4, "123"), (7, "丁戊"), (8, "45")):
        for column, words in enumerate(line, 2):
            sheet.cell(place, column, words)
    made = converted(book)

    assert made.title == "降压药静脉泵入速查"
    assert "<p>降压药静脉泵入速查</p><table>" in made.html
    assert [rows(one) for one in tables(made)] == [[list("甲乙丙"), list("123")], [list("丁戊"), list("45")]]


def test_values_read_as_shown(book):
    sheet = book.active
    sheet.append(["日期", "时间", "比例", "金额", "是否", "错误", "文字"])
    sheet.append([datetime.date(2026, 3, 19), datetime.time(8, 30), 0.985, 1234.5, True, "#N/A", "007"])
    for place, code in {"A2": "yyyy/m/d", "B2": "h:mm", "C2": "0.0%", "D2": "#,##0.00"}.items():
        sheet[place].number_format = code
    sheet.append(
        [
            "第一行\n第二行",
            "<b>&",
            " 空 ",
            CellRichText("10", TextBlock(InlineFont(vertAlign="superscript"), "9"), "/L"),
        ]
    )
    [table] = tables(converted(book))

    assert rows(table)[1] == ["2026/3/19", "8:30", "98.5%", "1,234.50", "TRUE", "#N/A", "007"]
    last = [html.tostring(one, encoding="unicode") for one in table.findall(".//tr")[2]][:4]
    assert last == ["<td>第一行<br>第二行</td>", "<td>&lt;b&gt;&amp;</td>", "<td>空</td>", "<td>10<sup>9</sup>/L</td>"]


def test_formulas_by_the_value_that_was_kept(book):
    book.active.append(["甲", "乙"])
    book.active.append(["=1+1", 2])
    made = converted(book)

    assert rows(tables(made)[0])[1] == ["", "2"]
    assert lost(made) == [("not_reckoned", "静脉泵入", "A2")]


def test_a_kept_value_of_a_formula(book):
    file = BytesIO()
    book.active.append(["甲", 5])
    book.active.append(["=1+1", 2])
    book.save(file)
    made = sheets.convert(_replaced(file, "<f>1+1</f><v />", "<f>1+1</f><v>2</v>", "<f>1+1</f><v></v>"))

    assert (rows(tables(made)[0])[1], made.losses) == (["2", "2"], [])


def _replaced(file, *words):
    """The last of `words` but one in place of the others."""
    from zipfile import ZipFile

    made = BytesIO()
    with ZipFile(file) as box, ZipFile(made, "w") as other:
        for name in box.namelist():
            text = box.read(name)
            for one in (words[0], words[2]):
                text = text.replace(one.encode(), words[1].encode())
            other.writestr(name, text)
    return made


def test_what_is_hidden_is_left_out_and_told(book):
    sheet = book.active
    for line in ("甲乙丙", "123", "456"):
        sheet.append(list(line))
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    for name, state in (("旧价", "hidden"), ("底数", "veryHidden")):
        hidden = book.create_sheet(name)
        hidden.sheet_state = state
        hidden.append(["不给人看"])
    made = converted(book)

    assert [rows(table) for table in tables(made)] == [[["甲", "丙"], ["4", "6"]]]
    assert "不给人看" not in made.html
    assert lost(made) == [
        ("hidden_sheet", "旧价", "旧价"),
        ("hidden_sheet", "底数", "底数"),
        ("hidden_rows", "静脉泵入", "1"),
        ("hidden_columns", "静脉泵入", "1"),
    ]


def test_a_workbook_that_counts_its_days_from_1904_shows_the_same_day(book):
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(["批准日", "床"])
    book.active.append([datetime.date(2026, 3, 19), 1])

    assert rows(tables(converted(book))[0]) == [["批准日", "床"], ["2026-03-19", "1"]]


def test_more_than_a_page_can_show_is_told(book):
    for number in range(grid.MOST_ROWS + 30):
        book.active.append([number, number])
    book.create_sheet("宽").append(list(range(60)))
    made = converted(book)
    long, wide = tables(made)

    assert (len(rows(long)), len(rows(wide)[0])) == (2000, 50)
    assert lost(made) == [("more_rows", "静脉泵入", "30"), ("more_columns", "宽", "10")]


def test_more_cells_than_a_page_can_show(book, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_CELLS", 10)
    monkeypatch.setattr(sheets, "MOST_SHEETS", 2)
    for number in range(20):
        book.active.append([number])
    for name in "乙丙":
        book.create_sheet(name).append([1])

    assert lost(converted(book)) == [
        ("more_sheets", "丙", "丙"),
        ("more_rows", "静脉泵入", "10"),
        ("more_rows", "乙", "1"),
    ]


def test_comments_charts_pictures_and_links(book):
    sheet, kept = book.active, {}
    sheet.append(["甲", "乙"])
    sheet.append(["国家药监局", "x"])
    sheet["A2"].hyperlink = "https://www.nmpa.gov.cn/?a=1&b=2"
    sheet["B2"].hyperlink = "javascript:alert(1)"
    sheet["B1"].comment = Comment("请核对", "周雅宁")
    sheet.add_image(Image(BytesIO(png())), "D4")
    sheet.add_chart(BarChart(), "D9")
    made = converted(book, keep=kept.__setitem__)

    [picture] = made.pictures
    assert f'<p><img src="{picture.name}" alt=""></p>' in made.html
    assert list(kept) == [picture.name]
    assert '<a href="https://www.nmpa.gov.cn/?a=1&amp;b=2">国家药监局</a>' in made.html
    assert "javascript" not in made.html
    assert lost(made) == [("chart", "静脉泵入", ""), ("comment", "静脉泵入 B1", "请核对")]


def test_an_empty_workbook_is_an_empty_page(book):
    assert (converted(book).html, converted(book).losses) == ("", [])


@pytest.mark.parametrize("overlap", ["A1:B2 B2:C3", "A1:XFD1048576", "B2:A1", "甲", "A0:B0", "A1:B2 A1:C1"])
def test_areas_that_nobody_can_have_merged(book, overlap):
    for line in ("甲乙丙", "123", "456"):
        book.active.append(list(line))
    file = BytesIO()
    book.save(file)
    areas = "".join(f'<mergeCell ref="{one}"/>' for one in overlap.split())
    made = sheets.convert(
        _replaced(file, "</sheetData>", f"</sheetData><mergeCells>{areas}</mergeCells>", "</sheetData>")
    )

    spans = [(int(one.get("rowspan", 1)), int(one.get("colspan", 1))) for one in tables(made)[0].iter("th", "td")]
    assert sum(rows * columns for rows, columns in spans) == 9
