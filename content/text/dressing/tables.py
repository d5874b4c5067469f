"""Tables scroll by themselves and say what they are; code does, too."""

from content.text.dressing.names import Names
from content.text.tokens import (
    HEADINGS,
    drop,
    end,
    end_of,
    get,
    is_end,
    is_start,
    put,
    start,
    text_of,
    without_notes,
)  # fmt: skip

CLASSES = {"right": "num", "center": "middle"}
LONGEST_LABEL = 60


def tables(tokens):
    dressed, depth, under, names = [], 0, "", Names()
    for at, token in enumerate(tokens):
        if token["type"] == "StartTag":
            name = token["name"]
            if name == "table":
                put(token, "class", "tbl")
                depth += 1
                if depth == 1:
                    label = names.new(label_of(tokens, at, under))
                    dressed.append(start("div", class_="tbl-wrap", tabindex="0", role="region", aria_label=label))
            elif name in ("th", "td"):
                cell(token)
            elif name == "thead":
                head(tokens, at)
            elif name == "pre":
                put(token, "tabindex", "0")
            elif name in HEADINGS:
                under = text_of(without_notes(tokens[at : end_of(tokens, at)])).removesuffix("#")
        dressed.append(token)
        if is_end(token, "table"):
            depth -= 1
            if depth == 0:
                dressed.append(end("div"))
    return dressed


def cell(token):
    if look := CLASSES.get(get(token, "align")):
        put(token, "class", look)
    drop(token, "align")


def head(tokens, at):
    for token in tokens[at : end_of(tokens, at)]:
        if is_start(token, "th") and not get(token, "scope"):
            put(token, "scope", "col")


def label_of(tokens, at, under) -> str:
    """The caption; else the heading above with the names of the columns."""
    place, row = at + 1, 0
    while place < len(tokens) and not row:
        if is_start(tokens[place], "caption"):
            return text_of(tokens[place : end_of(tokens, place)])[:LONGEST_LABEL]
        row = place if is_start(tokens[place], "tr") else 0
        place += 1
    cells = tokens[row : end_of(tokens, row)] if row else []
    columns = "、".join(filter(None, map(_said_first, _own_cells(cells))))
    return " ".join("：".join(filter(None, (under, columns))).split())[:LONGEST_LABEL] or "表"


def _own_cells(row):
    """Of a row, without those of tables in them."""
    at = 0
    while at < len(row):
        if is_start(row[at], "th", "td"):
            close = end_of(row, at)
            yield row[at:close]
            at = close
        at += 1


def _said_first(cell):
    inner = next((at for at, token in enumerate(cell) if is_start(token, "table")), len(cell))
    return text_of(without_notes(cell[:inner]))
