"""A table as pipes where that says all, else as HTML that keeps merged cells and lists in cells."""

import re

from ui.numbers import number_in

MOST_SPAN = 100
_BLOCKS = ["ul", "ol", "blockquote", "pre", "table", "aside"]
HEAD = 20  # characters; a first row of words this short names the columns
_BREAKS = re.compile(r"(?:\s*<br>\s*)+")
_PLACE = re.compile(r'<span id="[^"]*"></span>')
_LINES = re.compile(r"(?:\s*\n)+\s*")
_OUTER_BREAKS = re.compile(r"^(?:\s*<br>)+|(?:<br>\s*)+$")


def write_table(table, cells: dict[int, str]) -> str:
    rows = [[_Cell(cell, cells.get(id(cell), "")) for cell in _own_cells(row)] for row in _own_rows(table)]
    rows = [row for row in rows if row]
    caption = table.find("caption", recursive=False)
    title = cells.get(id(caption), "").strip() if caption else ""
    if not rows:
        return f"\n\n{title}\n\n" if title else ""
    if len(rows) == len(rows[0]) == 1:  # a frame around text, no table
        return f"\n\n{rows[0][0].text.replace('<br>', chr(10))}\n\n"
    if _is_plain(rows):
        above = f"{title}\n\n" if title else ""
        return f"\n\n{above}{_pipes(rows)}\n\n"
    above = f"<caption>{title}</caption>\n" if title else ""
    if table.find_parent("li"):  # there Python-Markdown reads HTML within a line alone
        return f"\n\n<table>{above.strip()}{''.join(map(_row_in_a_line, rows))}</table>\n\n"
    return f'\n\n<table markdown="1">\n{above}{_html(rows)}\n</table>\n\n'


def holds_blocks(cell) -> bool:
    return cell.find(_BLOCKS) is not None


class _Cell:
    def __init__(self, cell, text):
        self.tag = cell.name
        self.is_head = cell.name == "th" or (cell.parent.parent is not None and cell.parent.parent.name == "thead")
        spans = {name: min(number_in(cell.get(name)), MOST_SPAN) for name in ("rowspan", "colspan")}
        self.spans = {name: span for name, span in spans.items() if span > 1}
        self.text = _OUTER_BREAKS.sub("", text.strip()).strip()
        self.is_block = "\n" in self.text or holds_blocks(cell)
        if not self.is_block:
            self.text = _BREAKS.sub("<br>", self.text)


def _own_rows(table):
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _own_cells(row):
    return row.find_all(["td", "th"], recursive=False)


def _is_plain(rows):
    is_even = len({len(row) for row in rows}) == 1
    is_simple = not any(cell.spans or cell.is_block for row in rows for cell in row)
    return is_even and is_simple and len(rows) > 1 and _has_head(rows)


def _has_head(rows):
    first = rows[0]
    if any(cell.is_head for row in rows[1:] for cell in row if all(each.is_head for each in row)):
        return False  # two rows of heads need HTML
    return all(cell.is_head for cell in first) or all(0 < len(_PLACE.sub("", cell.text)) <= HEAD for cell in first)


def _pipes(rows):
    lines = [f"| {' | '.join(cell.text.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines)


def _html(rows):
    return "\n".join(f'<tr markdown="1">{"".join(map(_html_cell, row))}</tr>' for row in rows)


def _row_in_a_line(row):
    cells = (f"<{cell.tag}{_spans(cell)}>{_LINES.sub('<br>', cell.text)}</{cell.tag}>" for cell in row)
    return f"<tr>{''.join(cells)}</tr>"


def _spans(cell):
    return "".join(f' {name}="{value}"' for name, value in cell.spans.items())


def _html_cell(cell):
    spans = _spans(cell)
    if cell.is_block:
        return f'<{cell.tag}{spans} markdown="block">\n\n{cell.text}\n\n</{cell.tag}>'
    return f'<{cell.tag}{spans} markdown="span">{cell.text}</{cell.tag}>'
