"""Workbooks that go out: the empty list, and the lines that could not be read. Nothing in them is ever a formula.

openpyxl is imported when first used: it weighs 18 MB, and most processes never write a workbook.
"""

import io

from django.utils.translation import gettext as _

from org.models import Position, Unit
from people.choices import Change
from people.staff.columns import FIELDS


def blank(unit) -> bytes:
    """The headings, two further sheets with the codes that can be used, and how to fill it in."""
    book = _book()
    names = [str(field.label) for field in FIELDS]
    _add(book, _("名单"), [names], widths=[14, 10, 16, 14, 8, 14, 14, 16, 28])
    units = Unit.objects.open().within(unit)
    _add(book, _("单位代码"), [[_("代码"), _("名称")], *units.values_list("code", "name")], widths=[16, 40])
    positions = Position.objects.values_list("code", "name")
    _add(book, _("岗位"), [[_("代码"), _("名称")], *positions], widths=[16, 24])
    how = [
        [_("一个人有几个岗位就写几行，工号相同")],
        [_("主岗写“是”或“否”；都不写，第一行算主岗")],
        [_("日期写成 2026-03-18；开始日期不写，新岗位从导入那天起")],
        [_("手机和邮箱空着，就保留原来的")],
    ]
    _add(book, _("怎么填"), how, widths=[60])
    return _saved(book)


def faults(staff_import) -> bytes:
    """Each faulty line with its place and what is wrong."""
    rows = [[_("行"), _("工号"), _("姓名"), _("单位"), _("岗位"), _("错在哪里，怎么改")]]
    for row in staff_import.rows.filter(kind=Change.FAULTY).iterator():
        said = "；".join(f"{fault['cell']} {fault['words']}".strip() for fault in row.shown["faults"])
        rows.append(
            [row.line or "", row.number, row.name, row.shown.get("unit", ""), row.shown.get("position", ""), said]
        )
    book = _book()
    _add(book, _("错误"), rows, widths=[8, 14, 12, 20, 14, 60])
    return _saved(book)


def _book():
    from openpyxl import Workbook

    return Workbook(write_only=True)


def _add(book, title, rows, widths):
    sheet = book.create_sheet(title)
    for place, width in enumerate(widths):
        sheet.column_dimensions[chr(65 + place)].width = width
    for place, row in enumerate(rows):
        sheet.append([_cell(sheet, value, is_head=place == 0 and len(row) > 1) for value in row])


def _cell(sheet, value, is_head):
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"  # a name that begins with “=” stays a name
    if is_head:
        cell.font = Font(bold=True)
    return cell


def _saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
