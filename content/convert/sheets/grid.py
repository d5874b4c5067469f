"""What is seen on one sheet: blocks of rows with their spans, and what is left out of them."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from content.convert.sheets.book import RELATION, Piece, pieces_of, x
from content.convert.word.names import whole

MOST_ROWS, MOST_COLUMNS = 2_000, 50
MOST_MERGED = 20_000
_LAST_COLUMN = 16_384
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_BOOLEANS = {"1": "TRUE", "0": "FALSE"}


@dataclass
class Cell:
    pieces: tuple[Piece, ...] = ()
    rows: int = 1
    columns: int = 1
    link: str = ""
    is_covered: bool = False  # by a merged cell

    @property
    def text(self):
        return "".join(one.text for one in self.pieces)


@dataclass
class Grid:
    """`blocks` are rows of cells that stand together, empty rows between them. The others are counted or quoted."""

    blocks: list[list[list[Cell]]] = field(default_factory=list)
    hidden_rows: int = 0  # that say something
    hidden_columns: int = 0
    more_rows: int = 0  # than anybody reads
    more_columns: int = 0
    not_reckoned: list[str] = field(default_factory=list)  # places of formulas without a value
    parts: list[str] = field(default_factory=list)  # ids of drawings


def read(book, part, most_rows=MOST_ROWS) -> Grid:
    reading = _Reading(book, min(most_rows, MOST_ROWS))
    for element in book.elements(part, "row", "cols", "mergeCell", "hyperlink", "drawing"):
        reading.take(element)
    return reading.grid(book.relations(part))


class _Reading:
    def __init__(self, book, most_rows):
        self.book, self.most_rows, self.made = book, most_rows, Grid()
        self.rows, self.row = {}, 0  # {row: {column: pieces}}
        self.hidden, self.unseen, self.merged, self.links = set(), set(), [], {}

    def take(self, element):
        if element.tag == x("row"):
            self._take_row(element)
        elif element.tag == x("cols"):
            for one in element:
                if one.get("hidden") in ("1", "true"):
                    last = min(whole(one.get("max"), 0), _LAST_COLUMN)
                    self.hidden.update(range(max(1, whole(one.get("min"), 1)), last + 1))
        elif element.tag == x("mergeCell") and len(self.merged) < MOST_MERGED:
            self.merged.append(_area(element.get("ref")))
        elif element.tag == x("hyperlink") and len(self.links) < MOST_MERGED:
            self.links[_area(element.get("ref"))[:2]] = element.get(RELATION, "")
        elif element.tag == x("drawing"):
            self.made.parts.append(element.get(RELATION, ""))

    def _take_row(self, element):
        self.row = whole(element.get("r"), self.row + 1)
        is_seen = element.get("hidden") not in ("1", "true")
        if is_seen and len(self.rows) >= self.most_rows:
            self.made.more_rows += next(element.iter(x("v"), x("t")), None) is not None
            return
        column, said = 0, {}
        for cell in element.iterchildren(x("c")):
            column = _area(cell.get("r"))[1] or column + 1
            pieces = self._pieces(cell)
            if any(one.text.strip() for one in pieces):
                said[column] = pieces
            elif cell.find(x("f")) is not None and not cell.findtext(x("v")):
                self.made.not_reckoned.append(cell.get("r") or "")
        if not is_seen:
            self.unseen.add(self.row)
            self.made.hidden_rows += bool(said)
        elif said:
            self.rows[self.row] = said

    def _pieces(self, cell):
        kind, value = cell.get("t", "n"), cell.findtext(x("v")) or ""
        if kind == "inlineStr":
            words = cell.find(x("is"))
            return () if words is None else pieces_of(words)
        if kind == "s":
            place = whole(value, -1)
            return self.book.strings[place] if 0 <= place < len(self.book.strings) else ()
        if kind == "b":
            value = _BOOLEANS.get(value, value)
        elif kind == "n" and value:
            value = self.book.shown(value, whole(cell.get("s"), 0))
        return (Piece(value),) if value else ()

    def grid(self, relations) -> Grid:
        used = sorted({column for row in self.rows.values() for column in row})
        seen = [column for column in used if column not in self.hidden]
        self.made.hidden_columns, self.made.more_columns = len(used) - len(seen), max(0, len(seen) - MOST_COLUMNS)
        seen = seen[:MOST_COLUMNS]
        for numbers in self._together():
            self.made.blocks.append(self._block(numbers, seen, relations))
        self.made.blocks = [block for block in self.made.blocks if block]
        return self.made

    def _together(self):
        """Numbers of rows that stand together: no empty row between them, or a merged cell from one to the next."""
        numbers, block = sorted(self.rows), []
        tied = {first: last for first, _left, last, _right in sorted(self.merged)}
        reach = 0
        for number, following in pairwise([*numbers, None]):
            block.append(number)
            reach = max(reach, number, tied.get(number, 0))
            if following is None or not self._reaches(reach + 1, following):
                yield block
                block = []

    def _reaches(self, number, following):
        """Only hidden rows lie between."""
        gap = range(number, following)
        return len(gap) <= len(self.unseen) and all(one in self.unseen for one in gap)

    def _block(self, numbers, columns, relations):
        columns = [one for one in columns if any(one in self.rows[number] for number in numbers)]
        cells = {(number, one): Cell(self.rows[number].get(one, ())) for number in numbers for one in columns}
        for place, relation in self.links.items():
            target = relations.get(relation)
            if place in cells and target is not None and target.is_external:
                cells[place].link = target.target
        for area in self.merged:
            _merge(cells, area, numbers, columns)
        return [[cells[number, one] for one in columns] for number in numbers] if columns else []


def _merge(cells, area, numbers, columns):
    first, left, last, right = area
    rows = numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]
    wide = columns[bisect_left(columns, left) : bisect_right(columns, right)]
    inside = [(row, column) for row in rows[:1] for column in wide]
    if not inside or cells[inside[0]].is_covered or cells[inside[0]].rows * cells[inside[0]].columns > 1:
        return
    for row in rows:
        for column in wide:
            if cells[row, column].is_covered:  # areas that lie over each other are nobody's
                return
            cells[row, column].is_covered = True
    shown = cells[inside[0]]
    shown.is_covered, shown.rows, shown.columns = False, len(rows), len(wide)


def _area(words) -> tuple[int, int, int, int]:
    """Row and column of its first cell and of its last; zeros where nobody can tell."""
    found = [_PLACE.fullmatch(one) for one in (words or "").upper().split(":")[:2]]
    if not found or None in found:
        return 0, 0, 0, 0
    places = [(int(one[2]), _column(one[1])) for one in found]
    return *places[0], *places[-1]


def _column(letters):
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - 64
    return number
