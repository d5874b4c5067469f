"""Blocks of cells as HTML. A row that says one thing above a table is a line; the first row of a table is its head."""

from html import escape

_LINKS = ("http://", "https://", "mailto:")


def html_of(blocks, heading="") -> tuple[str, list[str]]:
    """(HTML, the lines that are no tables)"""
    parts, lines = [f"<h2>{escape(heading)}</h2>"] if heading else [], []
    for block in blocks:
        while block and _says_one_thing(block[0]) and (len(block) == 1 or _is_alone(block[0])):
            cell = next(one for one in block[0] if one.text.strip())
            lines.append(" ".join(cell.text.split()))
            parts.append(f"<p>{_words(cell)}</p>")
            block = block[1:]
        if block:
            parts.append(_table(block))
    return "".join(parts), lines


def _says_one_thing(row):
    return sum(1 for one in row if one.text.strip()) == 1


def _is_alone(row):
    """In one cell over all columns, or in the first with nothing beside it; it does not reach into the next row."""
    shown = [one for one in row if not one.is_covered]
    return bool(row[0].text.strip()) and len(row) > 1 and all(one.rows == 1 for one in shown)


def _table(rows):
    head, *body = rows
    parts = ["<table><thead>", _row(head, "th"), "</thead>"]
    if body:
        parts += ["<tbody>", *(_row(row, "td") for row in body), "</tbody>"]
    return "".join((*parts, "</table>"))


def _row(row, tag):
    return f"<tr>{''.join(_cell(one, tag) for one in row if not one.is_covered)}</tr>"


def _cell(cell, tag):
    spans = "".join(
        f' {name}="{many}"' for name, many in (("colspan", cell.columns), ("rowspan", cell.rows)) if many > 1
    )
    return f"<{tag}{spans}>{_words(cell)}</{tag}>"


def _words(cell):
    pieces = (f"<{one.tag}>{escape(one.text)}</{one.tag}>" if one.tag else escape(one.text) for one in cell.pieces)
    words = "".join(pieces).strip().replace("\r\n", "\n").replace("\n", "<br>")
    if cell.link.lower().startswith(_LINKS):
        return f'<a href="{escape(cell.link)}">{words}</a>'
    return words
