"""Tables as every reader understands them: each row with all its cells (ECMA-376 Part 1, 17.4)."""

from lxml import etree

from content.convert.word.names import TBL, TC, TR, VAL, P, is_on, value_of, w, whole
from content.convert.word.trees import remove, text_of

WIDEST = 200  # columns; Word has 63


def tidy(story, report):
    for row in list(story.iter(TR)):
        if is_on(row.find(f"{w('trPr')}/{w('hidden')}")):
            report.lose("hidden", next(row.iterancestors(TBL)).getprevious(), text_of(row))
            remove(row)
            continue
        for cell in row.findall(TC):
            _whole_span(cell)
        _join_sideways(row)
        _fill(row, "gridBefore", 0)
        _fill(row, "gridAfter", len(row))
        if row.find(TC) is None:
            remove(row)
    for table in list(story.iter(TBL)):
        if table.find(f".//{TC}") is None:
            remove(table)


def _properties(cell):
    found = cell.find(w("tcPr"))
    if found is None:
        found = etree.Element(w("tcPr"))
        cell.insert(0, found)
    return found


def _span(cell):
    return whole(value_of(cell, "tcPr", "gridSpan"), 1)


def _set_span(cell, span):
    properties = _properties(cell)
    for old in properties.findall(w("gridSpan")):
        properties.remove(old)
    if span > 1:
        etree.SubElement(properties, w("gridSpan")).set(VAL, str(min(span, WIDEST)))


def _whole_span(cell):
    """17.4.17: a number; some programs write what is none."""
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    if found is not None:
        _set_span(cell, max(_span(cell), 1))
    if cell.find(f".//{P}") is None:
        cell.append(etree.Element(P))


def _join_sideways(row):
    """17.4.22 hMerge: the older way to span columns; cells that go on hold nothing."""
    first = None
    for cell in row.findall(TC):
        mark = cell.find(f"{w('tcPr')}/{w('hMerge')}")
        if mark is None or mark.get(VAL) == "restart":
            first = cell
        elif first is not None:
            _set_span(first, _span(first) + _span(cell))
            if text_of(cell):
                first.extend(one for one in cell if one.tag != w("tcPr"))
            row.remove(cell)


def _fill(row, name, place):
    """17.4.14, 17.4.15: columns that a row leaves out before or behind its cells."""
    columns = whole(value_of(row, "trPr", name), 0)
    if not 0 < columns <= WIDEST:
        return
    cell = etree.Element(TC)
    _set_span(cell, columns)
    etree.SubElement(cell, P)
    if place == 0:
        first = row.find(TC)
        place = len(row) if first is None else row.index(first)
    row.insert(place, cell)
