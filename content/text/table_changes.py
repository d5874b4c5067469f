"""What changed in a table: rows that came and went, and words within cells."""

import re
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from django.utils.translation import gettext as _

from content.text.aligning import align
from content.text.blocks import Block
from content.text.reading import plain_text
from content.text.word_changes import Sides, compare_html, plain, says_the_same, whole

_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])((?: [a-z-]+=\"[^\"]*\")*)>(.*?)</\1>", re.DOTALL)
_FRAME = re.compile(r"(.*?<table[^>]*>).*(</table>.*)", re.DOTALL)


class Cell(NamedTuple):
    tag: str
    attributes: str
    html: str


class Count(NamedTuple):
    added: int
    removed: int
    cells: int

    def __str__(self):
        parts = [
            (self.added, _("%(count)s 行新增")),
            (self.removed, _("%(count)s 行删去")),
            (self.cells, _("%(count)s 格修改")),
        ]
        return _("表格：") + "，".join(words % {"count": count} for count, words in parts if count)


def compare_tables(old: str, new: str) -> tuple[Sides, Count]:
    """Two rendered pipe tables. Columns are told by their heads, rows by what they say."""
    before, after = rows_of(old), rows_of(new)
    columns = _columns([plain_text(cell.html) for cell in before[0]], [plain_text(cell.html) for cell in after[0]])
    heads, pairs = (before[0], after[0]), align(_blocks(before[1:]), _blocks(after[1:]))
    rows = [(before[i + 1] if i is not None else None, after[j + 1] if j is not None else None) for i, j in pairs]
    made = [_row(*heads, columns), *(_row(*row, columns) for row in rows)]
    count = Count(
        sum(row[0] is None for row in rows),
        sum(row[1] is None for row in rows),
        sum(_cells_changed(*row, columns) for row in [heads, *rows] if None not in row),
    )
    opening, closing = _FRAME.fullmatch(plain(new)).groups()
    sides = (f"{opening}{_body(made, side)}{closing}" for side in range(3))
    return Sides(*sides), count


def rows_of(html) -> list[list[Cell]]:
    return [[Cell(*cell) for cell in _CELL.findall(row)] for row in _ROW.findall(plain(html).replace("<tr>\n", "<tr>"))]


def _body(rows, side):
    head, *others = ("".join(row[side]) for row in rows)
    return f"<thead>{head}</thead><tbody>{''.join(others)}</tbody>"


def _blocks(rows):
    return [Block("row", "|".join(plain_text(cell.html) for cell in row)) for row in rows]


def _columns(old, new):
    pairs = []
    for _what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        pairs += zip_longest(range(i1, i2), range(j1, j2))
    return pairs


def _row(old, new, columns) -> Sides:
    if old is None:
        return Sides(_whole_row(new, "ins"), "", _whole_row(new, "ins"))
    if new is None:
        return Sides(_whole_row(old, "del"), _whole_row(old, "del"), "")
    cells = [_cell(_at(old, i), _at(new, j)) for i, j in columns]
    return Sides(*(f"<tr>{''.join(cell[side] for cell in cells)}</tr>" for side in range(3)))


def _at(row, place):
    return None if place is None or place >= len(row) else row[place]


def _cell(old, new) -> Sides:
    if old is None and new is None:
        return Sides("", "", "")
    if old is None:
        html = _html(new, whole(new.html, "ins"))
        return Sides(html, "", html)
    if new is None:
        html = _html(old, whole(old.html, "del"))
        return Sides(html, html, "")
    sides = compare_html(old.html, new.html)
    return Sides(_html(new, sides.inline), _html(old, sides.old), _html(new, sides.new))


def _whole_row(row, tag):
    return f'<tr class="row-{tag}">{"".join(_html(cell, whole(cell.html, tag)) for cell in row)}</tr>'


def _html(cell, html):
    return f"<{cell.tag}{cell.attributes}>{html}</{cell.tag}>"


def _cells_changed(old, new, columns):
    return sum(_is_changed(_at(old, i), _at(new, j)) for i, j in columns)


def _is_changed(old, new):
    if old is None or new is None:
        return old != new
    return not says_the_same(old.html, new.html)
