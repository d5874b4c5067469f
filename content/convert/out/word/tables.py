"""Tables with their merged cells, heads that repeat, and borders that WPS shows too."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate

from content.convert.out.word.xml import el

MOST_COLUMNS = 63  # Word's own limit
WIDEST = 1000  # as browsers take `colspan`
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
JUSTIFIED = {"num": "right", "middle": "center"}


@dataclass
class Cell:
    """A place of the grid: where an element begins, or what an element above reaches down to."""

    element: object
    span: int
    rows: int
    goes_on: bool = False


def table(element, width, write):
    """The `w:tbl`; `write(tc, cell element, width, justified)` fills a cell."""
    rows = list(_rows(element))
    grid = _grid(rows)
    columns = max((sum(cell.span for cell in row) for row in grid), default=0)
    if not columns:
        return None
    share = int(width.twips / columns)
    made = el("tbl", _properties(), el("tblGrid", *(el("gridCol", w=share) for _ in range(columns))))
    heads = _heads(rows)
    for at, row in enumerate(grid):
        head = el("tblHeader") if at < heads else None
        line = el("tr", el("trPr", el("cantSplit"), head))
        for cell in row:
            line.append(_cell(cell, share, write))
        missing = columns - sum(cell.span for cell in row)
        if missing:
            line.append(_cell(Cell(None, missing, 1), share, write))
        made.append(line)
    return made


def _cell(cell, share, write):
    merge = el("vMerge") if cell.goes_on else el("vMerge", val="restart") if cell.rows > 1 else None
    span = el("gridSpan", val=cell.span) if cell.span > 1 else None
    made = el("tc", el("tcPr", el("tcW", w=share * cell.span, type="dxa"), span, merge))
    if cell.element is None or cell.goes_on:
        made.append(el("p"))
    else:
        look = next((JUSTIFIED[name] for name in (cell.element.get("class") or "").split() if name in JUSTIFIED), "")
        write(made, cell.element, share * cell.span, look)
    return made


def _rows(element):
    for child in element:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _heads(rows):
    """How many rows on top repeat on each sheet: never all of them."""
    count = next((at for at, row in enumerate(rows) if row.getparent().tag != "thead"), 0)
    return min(count, len(rows) - 1)


def _grid(rows):
    """For each row its cells from left to right, what comes down from above among them."""
    grid, hanging = [], {}  # column: (cell, rows still to come)
    for at, row in enumerate(rows):
        cells, column = [], 0
        waiting = list(row.iterchildren("td", "th"))
        while waiting or any(each >= column for each in hanging):
            if column in hanging:
                above, left = hanging.pop(column)
                cells.append(replace(above, goes_on=True))
                if left > 1:
                    hanging[column] = (above, left - 1)
                column += above.span
                continue
            room = min((each for each in hanging if each > column), default=column + WIDEST) - column
            if not waiting:
                cells.append(Cell(None, room, 1))
                column += room
                continue
            element = waiting.pop(0)
            down = min(_number(element, "rowspan"), len(rows) - at)
            across = max(1, min(_number(element, "colspan"), room))
            cell = Cell(element, across, down)
            cells.append(cell)
            if down > 1:
                hanging[column] = (cell, down - 1)
            column += across
        grid.append(cells)
    return _without_empty_columns(grid)


def _number(element, name):
    value = element.get(name) or ""
    return min(max(1, int(value)), WIDEST) if value.isdecimal() else 1


def _without_empty_columns(grid):
    """`colspan="99"` over two columns is two: in a table too wide for Word a column where no cell begins is none."""
    if max((sum(cell.span for cell in row) for row in grid), default=0) <= MOST_COLUMNS:
        return grid
    begins = sorted({place for row in grid for place, _cell in _placed(row)})
    for row in grid:
        for place, cell in list(_placed(row)):
            cell.span = bisect_left(begins, place + cell.span) - bisect_left(begins, place)
    return grid


def _placed(row):
    """(column it begins in, cell)"""
    return zip(accumulate((cell.span for cell in row[:-1]), initial=0), row, strict=False)


def _properties():
    borders = el("tblBorders", *(el(side, val="single", sz=4, space=0, color="555555") for side in SIDES))
    return el("tblPr", el("tblStyle", val="TableGrid"), el("tblW", w=5000, type="pct"), borders)
