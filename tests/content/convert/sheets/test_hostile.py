"""Workbooks that nobody means well with: refused in seconds and in words, or read without harm."""

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from content.convert import running
from content.convert.guard import kind_of
from content.convert.refusing import Refused
from tests.content.convert.corpus.hostile import LAUGHS, OUTSIDE, locked_docx

pytestmark = pytest.mark.promise("W24")
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook():
    made = openpyxl.Workbook()
    made.active.append(["药名", "浓度"])
    made.active.append(["硝普钠", 0.5])
    return made


def with_part(name, content):
    file, made = BytesIO(), BytesIO()
    workbook().save(file)
    with ZipFile(file) as box, ZipFile(made, "w", ZIP_DEFLATED) as other:
        for one in {*box.namelist(), name}:
            other.writestr(one, content if one == name else box.read(one))
    return made.getvalue()


def sheet(rows, before="", after=""):
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def cell(place, value):
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


@pytest.fixture
def run(tmp_path):
    def run(content, *, guarded=True):
        path, folder = tmp_path / "表.xlsx", tmp_path / "work"
        path.write_bytes(content)
        folder.mkdir(exist_ok=True)
        return running.run(path, kind_of(path) if guarded else "xlsx", folder=folder)

    return run


def test_a_workbook_is_read_in_the_confined_process(run):
    assert run(with_part("x", b"")).html.startswith("<table><thead><tr><th>药名</th>")


REFUSED = {
    "macros": lambda: with_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    "encrypted": locked_docx,
    "packed_too_well": lambda: with_part(SHEET, sheet(" " * 39_000_000)),
    "doctype": lambda: with_part(SHEET, sheet("", before=LAUGHS)),
    "bad_name": lambda: with_part("../../x.xml", "<x/>"),
    "members": lambda: with_part("x" * 10, b"")[:-22] + b"PK\5\6" + b"\0" * 4 + b"\xff" * 4 + b"\0" * 10,
}


@pytest.mark.parametrize("code", REFUSED)
def test_refused_before_anything_is_read(tmp_path, code):
    (tmp_path / "表.xlsx").write_bytes(REFUSED[code]())
    with pytest.raises(Refused) as refused:
        kind_of(tmp_path / "表.xlsx")
    assert refused.value.code == code


DEADLY = {
    "laughs": ("not_xml", lambda: sheet(f"<row>{cell('A1', '&e9;')}</row>", before=LAUGHS)),
    "outside": ("doctype", lambda: sheet(f"<row>{cell('A1', '&e9;')}</row>", before=OUTSIDE)),
    "late": ("not_xml", lambda: sheet(f"<row>{cell('A1', '&e9;')}</row>", before=f"<!--{'x' * 99_999}-->{LAUGHS}")),
    "deep": ("too_deep", lambda: sheet("<row><c>" + "<x>" * 5000 + "</x>" * 5000 + "</c></row>")),
    "cut": ("not_xml", lambda: sheet("<row><c")),
    "large": ("too_large", lambda: sheet(" " * 41 * 2**20)),
    "not one": ("not_xml", lambda: "\0" * 100),
}


@pytest.mark.parametrize("name", DEADLY)
def test_refused_within_seconds_even_without_the_guard(run, name):
    code, make = DEADLY[name]
    content, began = with_part(SHEET, make()), time.monotonic()
    with pytest.raises(Refused) as refused:
        run(content, guarded=False)

    assert refused.value.code == code
    assert time.monotonic() - began < 10


HARMLESS = {
    "rows without end": lambda: sheet("".join(f'<row r="{n}">{cell(f"A{n}", "x")}</row>' for n in range(1, 100_000))),
    "columns without end": lambda: sheet(f"<row>{cell('A1', 'x') * 150_000}</row>"),
    "everything merged": lambda: sheet(
        f"<row>{cell('A1', 'x')}{cell('B1', 'y')}</row>",
        after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 100_000 + "</mergeCells>",
    ),
    "all columns hidden": lambda: sheet("", after='<cols><col min="1" max="2000000000" hidden="1"/></cols>'),
    "strange numbers": lambda: sheet(
        '<row r="-5"><c r="Ä9" s="99999" t="s"><v>9e99</v></c><c t="?"/></row><row r="x"/>'
    ),
    "no strings": lambda: sheet('<row><c t="s"><v>-1</v></c><c t="s"><v>7777</v></c></row>'),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_no_program_writes_is_read_without_harm(run, name):
    content, began = with_part(SHEET, HARMLESS[name]()), time.monotonic()
    made = run(content, guarded=False)

    assert time.monotonic() - began < 10
    assert len(made.html) < 200_000
