"""Workbooks that go out: the empty list, and the lines that could not be read."""

from django.utils.translation import gettext as _

from files.tables.writing import Book
from org.models import Position, Unit
from people.choices import Change
from people.staff.columns import FIELDS


def blank(unit) -> bytes:
    """The headings, two further sheets with the codes that can be used, and how to fill it in."""
    book = Book()
    names = [str(field.label) for field in FIELDS]
    book.add(_("名单"), [names], widths=[14, 10, 16, 14, 8, 14, 14, 16, 28])
    units = Unit.objects.open().within(unit)
    book.add(_("单位代码"), [[_("代码"), _("名称")], *units.values_list("code", "name")], widths=[16, 40])
    positions = Position.objects.values_list("code", "name")
    book.add(_("岗位"), [[_("代码"), _("名称")], *positions], widths=[16, 24])
    how = [
        [_("一个人有几个岗位就写几行，工号相同")],
        [_("主岗写“是”或“否”；都不写，第一行算主岗")],
        [_("日期写成 2026-03-18；开始日期不写，新岗位从导入那天起")],
        [_("手机和邮箱空着，就保留原来的")],
    ]
    book.add(_("怎么填"), how, widths=[60])
    return book.packed()


def faults(staff_import) -> bytes:
    """Each faulty line with its place and what is wrong."""
    rows = [[_("行"), _("工号"), _("姓名"), _("单位"), _("岗位"), _("错在哪里，怎么改")]]
    for row in staff_import.rows.filter(kind=Change.FAULTY).iterator():
        said = "；".join(f"{fault['cell']} {fault['words']}".strip() for fault in row.shown["faults"])
        rows.append(
            [row.line or "", row.number, row.name, row.shown.get("unit", ""), row.shown.get("position", ""), said]
        )
    book = Book()
    book.add(_("错误"), rows, widths=[8, 14, 12, 20, 14, 60])
    return book.packed()
