"""The nodes and marks of the editor, under the names TipTap gives them.

Whatever the dialect renders has its node here. Raise SCHEMA at any change: browsers with another number must load
anew before they may touch a text, else they delete what they do not know.
"""

from typing import NamedTuple

SCHEMA = 2


class Kind(NamedTuple):
    """A kind of node: what it may hold (a group, or names) and its attributes with what they are when nobody says."""

    holds: tuple[str, ...] = ()
    attrs: dict = {}
    group: str = ""


BLOCK, INLINE, TEXT = ("block",), ("inline",), ("text",)
ITEMS, CELLS = ("listItem", "taskItem"), ("tableHeader", "tableCell")
CELL = {"colspan": 1, "rowspan": 1, "align": None, "scope": None}

NODES: dict[str, Kind] = {
    "doc": Kind(("block", "footnotes")),
    "paragraph": Kind(INLINE, group="block"),
    "heading": Kind(INLINE, {"level": 2}, "block"),
    "bulletList": Kind(ITEMS, {"loose": False}, "block"),
    "orderedList": Kind(ITEMS, {"start": 1, "type": None, "loose": False}, "block"),
    "taskList": Kind(("taskItem",), {"loose": False}, "block"),
    "listItem": Kind(BLOCK),
    "taskItem": Kind(BLOCK, {"checked": False}),
    "blockquote": Kind(BLOCK, group="block"),
    "callout": Kind(BLOCK, {"kind": "提示", "title": None}, "block"),
    "textBox": Kind(BLOCK, group="block"),
    "details": Kind(("detailsSummary", "detailsContent"), {"open": False}, "block"),
    "detailsSummary": Kind(INLINE),
    "detailsContent": Kind(BLOCK),
    "codeBlock": Kind(TEXT, {"language": None}, "block"),
    "table": Kind(("tableRow",), {"caption": None}, "block"),
    "tableRow": Kind(CELLS),
    "tableHeader": Kind(BLOCK, CELL),
    "tableCell": Kind(BLOCK, CELL),
    "definitionList": Kind(("definitionTerm", "definitionDescription"), group="block"),
    "definitionTerm": Kind(INLINE),
    "definitionDescription": Kind(BLOCK),
    "horizontalRule": Kind(group="block"),
    "comment": Kind((), {"text": ""}, "block"),
    "include": Kind((), {"uid": "", "anchor": "", "label": ""}, "block"),  # a section of another page
    "html": Kind((), {"source": ""}, "block"),  # what has no node of its own, kept as its source
    "footnotes": Kind(("footnote",)),
    "footnote": Kind(BLOCK, {"id": ""}),
    "text": Kind(group="inline"),
    "hardBreak": Kind(group="inline"),
    "image": Kind((), {"src": "", "alt": "", "title": None, "width": None}, "inline"),
    "file": Kind((), {"uid": "", "name": ""}, "inline"),
    "mention": Kind((), {"uid": "", "label": ""}, "inline"),
    "footnoteRef": Kind((), {"id": ""}, "inline"),
    "place": Kind((), {"id": ""}, "inline"),
}

# Every mark with its attributes, in the order in which a node lists them: what comes first stands outside.
MARKS: dict[str, dict] = {
    "link": {"href": ""},
    "bold": {},
    "italic": {},
    "strike": {},
    "underline": {},
    "highlight": {},
    "small": {},
    "abbr": {"title": None},
    "quote": {},
    "kbd": {},
    "samp": {},
    "var": {},
    "ruby": {},
    "rt": {},
    "rp": {},
    "subscript": {},
    "superscript": {},
    "code": {},
}
RANK = {name: number for number, name in enumerate(MARKS)}

TAG_OF_MARK = {
    "bold": "b", "italic": "i", "strike": "s", "underline": "u", "highlight": "mark", "small": "small",
    "quote": "q", "kbd": "kbd", "samp": "samp", "var": "var", "ruby": "ruby", "rt": "rt", "rp": "rp",
    "subscript": "sub", "superscript": "sup", "code": "code",
}  # fmt: skip
MARK_OF_TAG = {tag: mark for mark, tag in TAG_OF_MARK.items()} | {"strong": "bold", "em": "italic"}

# They stand for themselves and lead somewhere already.
NEVER_LINKED = frozenset(["file", "mention", "footnoteRef", "place"])
CONTAINERS = frozenset(name for name, kind in NODES.items() if "block" in kind.holds)
LISTS = frozenset(["bulletList", "orderedList", "taskList"])


def new(name: str, content: list | None = None, /, **attrs) -> dict:
    """A node with all its attributes."""
    node = {"type": name}
    if known := NODES[name].attrs:
        node["attrs"] = {**known, **attrs}
    if content is not None and NODES[name].holds:
        node["content"] = content
    return node


def said(text: str, marks=()) -> dict:
    node = {"type": "text", "text": text}
    if marks:
        node["marks"] = list(marks)
    return node


def mark(name: str, /, **attrs) -> dict:
    return {"type": name, "attrs": {**MARKS[name], **attrs}} if MARKS[name] else {"type": name}


def is_a(node: dict, *names: str) -> bool:
    return node["type"] in names


def held(node: dict) -> list[dict]:
    return node.get("content") or []
