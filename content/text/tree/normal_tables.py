"""Tables in their one form."""

from content.text.tree.normal_inline import one_line, plain
from content.text.tree.schema import held, is_a, new

MOST_SPAN = 100


def table(node, attrs_of, content_of) -> dict | None:
    rows = [new("tableRow", [_cell(cell, attrs_of(cell), content_of) for cell in held(row)]) for row in held(node)]
    if not any(held(row) for row in rows):
        return None
    if not any(cell["attrs"]["rowspan"] > 1 for row in rows for cell in held(row)):
        rows = [row for row in rows if held(row)]
    caption = one_line(plain(attrs_of(node)["caption"] or ""))
    made = new("table", rows, caption=caption or None)
    if is_plain(made, ignoring_scope=True):
        for cell in held(rows[0]):
            cell["attrs"]["scope"] = None
    return made


def _cell(cell, attrs, content_of):
    attrs["colspan"], attrs["rowspan"] = (min(max(1, attrs[name]), MOST_SPAN) for name in ("colspan", "rowspan"))
    attrs["scope"] = attrs["scope"] if is_a(cell, "tableHeader") else None
    return new(cell["type"], content_of(cell), **attrs)


def is_plain(node, ignoring_scope=False) -> bool:
    """Whether lines with pipes say all of it: one row of heads, nothing merged, words alone in the cells."""
    rows = held(node)
    if len(rows) < 2 or node["attrs"]["caption"] or len({len(held(row)) for row in rows}) != 1:
        return False
    aligned = [cell["attrs"]["align"] for cell in held(rows[0])]
    return all(
        _is_plain_row(row, "tableCell" if number else "tableHeader", aligned, ignoring_scope)
        for number, row in enumerate(rows)
    )


def _is_plain_row(row, kind, aligned, ignoring_scope):
    return all(
        is_a(cell, kind)
        and cell["attrs"]["colspan"] == cell["attrs"]["rowspan"] == 1
        and cell["attrs"]["align"] == align
        and (ignoring_scope or not cell["attrs"]["scope"])
        and len(cell["content"]) == 1
        and is_a(cell["content"][0], "paragraph")
        for cell, align in zip(held(row), aligned, strict=True)
    )
