"""What tables are read, and how those that cannot be are refused."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from files.tables import sheets
from files.tables.errors import Unreadable
from files.tables.sheets import read
from people.staff import cells
from people.staff.cells import Fault
from people.staff.columns import HeaderMissing, find
from tests.people.lists import HEADER, QINGYU, comma_separated, packed, workbook


def lines(content):
    return [cells for _line, cells in read(content).lines]


@pytest.mark.promise("P13")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_the_encodings_of_chinese_offices(encoding):
    assert lines(comma_separated(*QINGYU, encoding=encoding)) == [HEADER, *QINGYU]


def test_semicolons_and_tabs_separate_too():
    assert lines("工号;姓名\nQY1001;王芳\n".encode()) == [["工号", "姓名"], ["QY1001", "王芳"]]
    assert lines("工号\t姓名\nQY1001\t王芳\n".encode()) == [["工号", "姓名"], ["QY1001", "王芳"]]


@pytest.mark.promise("P13")
def test_a_workbook_is_read_and_empty_lines_are_left_out():
    assert lines(workbook(QINGYU[0], [None] * 9, QINGYU[1])) == [HEADER, QINGYU[0], QINGYU[1]]


def test_line_numbers_are_those_that_excel_shows():
    assert [line for line, _cells in read(workbook(QINGYU[0], [None] * 9, QINGYU[1])).lines] == [1, 2, 4]


def test_merged_cells_count_for_every_line_they_cover():
    book = Workbook()
    for row in [
        ["工号", "姓名", "单位代码", "岗位"],
        ["QY1001", "王芳", "QY-JZ", "护士"],
        ["QY1002", "李静", None, "护士"],
    ]:
        book.active.append(row)
    book.active.merge_cells("C2:C3")

    assert lines(packed(book))[2] == ["QY1002", "李静", "QY-JZ", "护士"]


def test_a_title_above_the_header_is_passed_over():
    columns = find(read(workbook(HEADER, *QINGYU, header=["青屿医院在岗名单"])))

    assert (columns.line, columns.places["number"], columns.cell_name("name", 27)) == (2, 0, "B27")


def test_other_headings_for_the_same_are_known():
    header = ["序号", "职工号", "员工姓名", "科室", "职务", "手机号码"]
    columns = find(read(workbook([1, "QY1001", "王芳", "急诊科", "护士", 13800000000], header=header)))

    assert columns.places == {"number": 1, "name": 2, "unit": 3, "position": 4, "phone": 5}


def test_a_header_that_is_not_understood_comes_back_to_be_pointed_out():
    sheet = read(workbook(["QY1001", "王芳", "QY-JZ", "护士"], header=["甲", "姓名", "乙", "岗位"]))
    with pytest.raises(HeaderMissing) as missing:
        find(sheet)

    assert missing.value.header == ["甲", "姓名", "乙", "岗位"]
    assert find(sheet, {"number": 0, "unit": 2}).places["unit"] == 2


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (sheets.MAX_BYTES * 8))
    return file.getvalue()


def with_entities():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>')
    return file.getvalue()


def just_a_zip():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("hello.txt", "hello")
    return file.getvalue()


@pytest.mark.promise("P13", "P25")
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空的"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "另存为 .xlsx"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"PK\x03\x04 damaged", "损坏"),
        (just_a_zip(), "不是 Excel"),
        (bomb(), "太大"),
        (with_entities(), "不能接受"),
        (b"\x81\x20\xff\xff\x00 nonsense", "编码"),
        (b"a" * (sheets.MAX_BYTES + 1), "大于"),
        (b"x,y\n" * (sheets.MAX_LINES + 30), "超过"),
        (b",".join([b"x"] * 70), "列"),
    ],
    ids=["empty", "xls", "encrypted", "damaged", "zip", "bomb", "entities", "bytes", "large", "long", "wide"],
)
def test_what_cannot_be_read_is_refused_in_words(content, words):
    with pytest.raises(Unreadable, match=words):
        read(content)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-03-18", "2026-03-18"),
        ("2026/3/8", "2026-03-08"),
        ("2026年3月8日", "2026-03-08"),
        ("20260308", "2026-03-08"),
        (46089, "2026-03-08"),
        (datetime.datetime(2026, 3, 8), "2026-03-08"),  # noqa: DTZ001  as openpyxl gives it
        (None, None),
    ],
)
def test_dates_are_understood_as_offices_write_them(cell, day):
    assert cells.day(cell) == (day and datetime.date.fromisoformat(day))


@pytest.mark.promise("P13")
@pytest.mark.parametrize(
    ("parse", "cell", "words"),
    [
        (cells.day, "2026/2/30", "没有这一天"),
        (cells.day, "上个月", "日期请写成"),
        (cells.number, "QY1O921", "工号里有字母 O，应为 QY10921"),
        (cells.number, "", "没有填工号"),
        (cells.number, "=1+1", "工号由字母开头"),
        (cells.name, '=HYPERLINK("x")', "姓名里只能有文字"),
        (cells.name, "@SUM", "姓名里只能有文字"),
        (cells.name, "王\u202e芳", "看不见的字符"),
        (cells.name, "#N/A", "公式没有算出结果"),
        (cells.phone, "12345", "11 位数字"),
        (cells.email, "wang.fang", "邮箱写得不完整"),
        (cells.yes, "也许", "请填“是”或“否”"),
    ],
)
def test_a_wrong_cell_says_what_is_wrong_and_how_to_put_it_right(parse, cell, words):
    with pytest.raises(Fault, match=words):
        parse(cell)


@pytest.mark.parametrize(
    ("parse", "cell", "value"),
    [
        (cells.number, 10921.0, "10921"),
        (cells.number, "ｑｙ10921 ", "QY10921"),
        (cells.name, "王　芳", "王芳"),
        (cells.name, "阿依古丽·买买提", "阿依古丽·买买提"),
        (cells.phone, "+86 138-0000-0231", "13800000231"),
        (cells.phone, 13800000231, "13800000231"),
        (cells.email, "Wang.Fang@Qingyu.example", "wang.fang@qingyu.example"),
        (cells.yes, "√", True),
    ],
)
def test_harmless_habits_of_writing_are_accepted(parse, cell, value):
    assert parse(cell) == value
