"""Which column of a staff list means what."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from files.tables.errors import Unreadable

LOOK_FOR_HEADER_IN = 15  # lines; a title and a remark often stand above


@dataclass(frozen=True)
class Field:
    """A field of a staff list and the headings under which offices write it."""

    name: str
    label: str
    aliases: tuple[str, ...]
    is_required: bool = False


FIELDS = [
    Field("number", gettext_lazy("工号"), ("工号", "员工号", "职工号", "员工编号", "职工编号", "人员编号"), True),
    Field("name", gettext_lazy("姓名"), ("姓名", "员工姓名", "职工姓名", "名字"), True),
    Field(
        "unit",
        gettext_lazy("单位代码"),
        ("单位代码", "科室代码", "部门代码", "单位编码", "部门编码", "单位", "科室", "部门", "单位名称", "部门名称"),
        True,
    ),
    Field("position", gettext_lazy("岗位"), ("岗位", "岗位代码", "岗位名称", "职位", "职务"), True),
    Field("is_main", gettext_lazy("主岗"), ("主岗", "是否主岗", "主要岗位")),
    Field("starts_on", gettext_lazy("开始日期"), ("开始日期", "起始日期", "任职日期", "入职日期", "生效日期")),
    Field("ends_on", gettext_lazy("结束日期"), ("结束日期", "截止日期", "离职日期", "失效日期")),
    Field("phone", gettext_lazy("手机"), ("手机", "手机号", "手机号码", "移动电话", "联系电话")),
    Field("email", gettext_lazy("邮箱"), ("邮箱", "电子邮箱", "邮件", "电子邮件", "邮箱地址", "email", "e-mail")),
]
BY_NAME = {field.name: field for field in FIELDS}


class HeaderMissing(Unreadable):
    """No line names all required columns; `header` is the best one, for somebody to point them out."""

    def __init__(self, words, header):
        super().__init__(words)
        self.header = header


@dataclass(frozen=True)
class Columns:
    """Where the fields stand: {name: place}, the header as it is written, and the line below which people begin."""

    places: dict[str, int]
    header: list[str]
    line: int

    def cell_name(self, field, line):
        """“C27”, as Excel calls it."""
        return f"{letters(self.places[field])}{line}" if field in self.places else str(line)


def find(sheet, chosen=None) -> Columns:
    """Recognise the header; `chosen` are the places somebody pointed out."""
    best_line, best_header, best = 0, [], {}
    for line, cells in sheet.lines[:LOOK_FOR_HEADER_IN]:
        header = [str(cell or "")[:80] for cell in cells]
        places = _recognised(header)
        if len(places) > len(best) or not best_header:
            best_line, best_header, best = line, header, places
    best |= {name: place for name, place in (chosen or {}).items() if name in BY_NAME and place < len(best_header)}
    missing = [str(field.label) for field in FIELDS if field.is_required and field.name not in best]
    if missing:
        raise HeaderMissing(_("没有找到这些列：%(columns)s") % {"columns": "、".join(missing)}, best_header)
    return Columns(best, best_header, best_line)


def _recognised(header):
    places = {}
    plain = [cell.replace(" ", "").replace("*", "").partition("（")[0].partition("(")[0].lower() for cell in header]
    for field in FIELDS:
        for alias in field.aliases:  # in this order: a code says more than a name
            if alias in plain:
                places[field.name] = plain.index(alias)
                break
    return places


def letters(place):
    """0 → “A”, 26 → “AA”."""
    name, place = "", place + 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
