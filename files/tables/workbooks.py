"""Excel workbooks, read without believing their sizes, entities or empty cells."""

import io
import re
import zipfile

from django.utils.translation import gettext as _

from files.tables.errors import Unreadable

MAX_UNPACKED = 150 * 1024 * 1024
MAX_PARTS = 2_000
MAX_MERGED_CELLS = 50_000
MERGED = re.compile(rb'<mergeCell[^>]*\bref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")


def read_workbook(content):
    """The title of the first visible sheet, and its lines as (number, values); merged cells repeat their value."""
    from openpyxl import load_workbook  # 18 MB, which no process should carry that reads no workbook

    try:
        _examine(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = next((sheet for sheet in book.worksheets if sheet.sheet_state == "visible"), None)
        if sheet is None:
            raise Unreadable(_("工作簿里没有可见的工作表。"))
        merged = _merged_cells(book, sheet)
        sheet.reset_dimensions()  # they are written by hand in some programs, and wrong
        lines = [
            (number, list(cells))
            for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1)
            if any(cell is not None for cell in cells)
        ]
    except Unreadable:
        raise
    except Exception as error:  # a damaged workbook can fail anywhere in its forty kinds of parts
        raise Unreadable(_("打不开这个工作簿，它可能已经损坏。请在 Excel 或 WPS 里另存为 .xlsx 再上传。")) from error
    return sheet.title, _filled(lines, merged)


def _examine(content):
    """Refuse bombs before anything is unpacked; Python never unpacks more than a part says it holds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise Unreadable(_("这个工作簿展开后太大。请只留下要导入的那一张表，再另存一份。"))
        if any(part.flag_bits & 0x1 for part in parts):
            raise Unreadable(_("文件设了打开密码。请去掉密码另存一份再上传。"))
        if "xl/workbook.xml" not in archive.namelist():
            raise Unreadable(_("这不是 Excel 工作簿。请上传 .xlsx 或 .csv。"))
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as opened:
                    beginning = opened.read(2048)
                if beginning.startswith((b"\xff\xfe", b"\xfe\xff")) or any(mark in beginning for mark in FORBIDDEN):
                    raise Unreadable(_("这个工作簿里有不能接受的内容。请在 Excel 或 WPS 里另存为 .xlsx 再上传。"))


def _merged_cells(book, sheet):
    """{(line, column): (line, column) whose value it shows}"""
    from openpyxl.utils import range_boundaries

    with book._archive.open(sheet._worksheet_path) as part:
        ranges = MERGED.findall(part.read())
    shown = {}
    for each in ranges:
        left, top, right, bottom = range_boundaries(each.decode())
        if (right - left + 1) * (bottom - top + 1) + len(shown) > MAX_MERGED_CELLS:
            raise Unreadable(_("合并的单元格太多。请取消合并，再另存一份。"))
        for line in range(top, bottom + 1):
            for column in range(left, right + 1):
                shown[line, column] = (top, left)
    return shown


def _filled(lines, merged):
    if not merged:
        return lines
    values = dict(lines)
    for (line, column), (top, left) in merged.items():
        cells, source = values.get(line), values.get(top)
        if cells is not None and source is not None and left <= len(source):
            cells.extend([None] * (column - len(cells)))
            cells[column - 1] = source[left - 1]
    return lines
