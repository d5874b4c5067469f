"""The lines of a staff list, read cell by cell and gathered person by person."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from people.staff import cells
from people.staff.cells import Fault
from people.staff.columns import FIELDS
from people.staff.posts import Post

PARSERS = {
    "number": cells.number,
    "name": cells.name,
    "is_main": cells.yes,
    "starts_on": cells.day,
    "ends_on": cells.day,
    "phone": cells.phone,
    "email": cells.email,
}


@dataclass
class Line:
    """One line: what is written, what it means, and what is wrong with it."""

    place: int
    written: dict[str, str]
    values: dict = field(default_factory=dict)
    faults: list[dict] = field(default_factory=list)


@dataclass
class Draft:
    """One person of the list with all the lines that name the number."""

    number: str
    lines: list[Line]
    name: str = ""
    phone: str = ""
    email: str = ""
    posts: list[Post] = field(default_factory=list)
    says_main: bool = False

    @property
    def faults(self):
        return [fault for line in self.lines for fault in line.faults]


class Reader:
    """Reads lines with the columns of their sheet and the units and positions there are."""

    def __init__(self, columns, known, replacements=()):
        self.columns, self.known, self.replacements = columns, known, replacements

    def lines(self, sheet):
        return [self._line(place, row) for place, row in sheet.lines if place > self.columns.line]

    def _line(self, place, row):
        raw = {name: row[at] if at < len(row) else None for name, at in self.columns.places.items()}
        line = Line(place, {name: _shown(cell) for name, cell in raw.items()})
        for each in FIELDS:
            try:
                line.values[each.name] = self._parsed(each.name, raw.get(each.name))
            except Fault as fault:
                self.complain(line, each.name, str(fault), fault.guess)
        start, end = line.values.get("starts_on"), line.values.get("ends_on")
        if start and end and end < start:
            self.complain(line, "ends_on", _("结束日期早于开始日期"))
        return line

    def _parsed(self, name, cell):
        if name == "unit":
            return self.known.unit(cell, self.replacements)
        if name == "position":
            return self.known.position(cell, self.replacements)
        return PARSERS[name](cell)

    def complain(self, line, name, words, guess=""):
        cell = self.columns.cell_name(name, line.place)
        written = line.written.get(name, "")
        line.faults.append({"field": name, "cell": cell, "written": written, "words": words, "guess": guess})

    def people(self, lines) -> list[Draft]:
        """Lines of the same number are one person; faults between them are put on the line that brings them."""
        drafts = {}
        for line in lines:
            number = line.values.get("number", "")
            key = number or f"line {line.place}"
            draft = drafts.setdefault(key, Draft(number, []))
            draft.lines.append(line)
            if "name" in line.values:
                self._join(draft, line)
        return list(drafts.values())

    def _join(self, draft, line):
        for name, words in (
            ("name", _("同一个工号的姓名前后不同")),
            ("phone", _("同一个人的手机前后不同")),
            ("email", _("同一个人的邮箱前后不同")),
        ):
            value, before = line.values.get(name) or "", getattr(draft, name)
            if value and before and value != before:
                self.complain(line, name, words)
            setattr(draft, name, before or value)
        if "unit" in line.values and "position" in line.values:
            self._add_post(draft, line)

    def _add_post(self, draft, line):
        values, is_main = line.values, line.values.get("is_main")
        post = Post(
            values["unit"].pk, values["position"].pk, values.get("starts_on"), values.get("ends_on"), bool(is_main)
        )
        if any(other.key == post.key for other in draft.posts):
            self.complain(line, "unit", _("和上面重复：同一单位的同一岗位"))
        elif is_main and draft.says_main:
            self.complain(line, "is_main", _("一个人只能有一个主岗"))
        else:
            draft.posts.append(post)
            draft.says_main |= bool(is_main)


def _shown(cell):
    try:
        return cells.text(cell)[:80]
    except Fault:
        return str(cell)[:80]
