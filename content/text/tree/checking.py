"""A tree from a stranger: only what the schema knows may enter a page."""

import re

from content.text.cleaning import PROTOCOLS
from content.text.dressing.callouts import KINDS
from content.text.limits import MAX_CHARACTERS
from content.text.tree.schema import LISTS, MARKS, NODES
from ui.uid import is_uid

MAX_DEPTH = 50  # levels of nodes; the page may nest 60 elements
MAX_NODES = 200_000
_ID = re.compile(r"[\w.:-]{1,80}")
_NOTE = re.compile(r"[\w-]{1,40}")
_ANCHOR = re.compile(r"[\w.:-]{0,80}")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0<>\"`\\]")


class Unfit(ValueError):
    """What is wrong and where, for the log: whoever sends such a tree is no editor of ours."""

    def __init__(self, why: str, path=()):
        super().__init__(f"{why} ({'/'.join(map(str, path)) or 'doc'})")
        self.why = why


def check(tree) -> None:
    """Raises Unfit at the first thing that is not of our schema."""
    if not isinstance(tree, dict) or tree.get("type") != "doc":
        raise Unfit("not a doc")
    counted = {"nodes": 0, "characters": 0}
    waiting = [(tree, None, ())]
    while waiting:
        node, parent, path = waiting.pop()
        _check_node(node, parent, path)
        counted["nodes"] += 1
        counted["characters"] += len(node.get("text", ""))
        if counted["nodes"] > MAX_NODES or counted["characters"] > MAX_CHARACTERS:
            raise Unfit("too long")
        if len(path) > MAX_DEPTH:
            raise Unfit("too deep", path[:8])
        kind = node["type"]
        children = node.get("content", [])
        waiting += [(child, kind, (*path, kind)) for child in children]


def _check_node(node, parent, path):
    kind = node.get("type") if isinstance(node, dict) else None
    if not isinstance(kind, str) or kind not in NODES:
        raise Unfit(f"unknown node {str(kind)[:40]!r}", path)
    if set(node) - {"type", "attrs", "content", "marks", "text"}:
        raise Unfit(f"unknown field of {kind}", path)
    if parent is not None and not {kind, NODES[kind].group} & _held_by(parent):
        raise Unfit(f"{kind} within {parent}", path)
    content = node.get("content", [])
    if not isinstance(content, list) or (content and not NODES[kind].holds):
        raise Unfit(f"content of {kind}", path)
    if (kind == "text") != isinstance(node.get("text"), str) or ("text" in node and not node["text"]):
        raise Unfit(f"text of {kind}", path)
    _check_attrs(kind, node.get("attrs"), NODES[kind].attrs, path)
    _check_marks(node, kind, path)
    if kind == "details" and [one.get("type") for one in content if isinstance(one, dict)] != [
        "detailsSummary",
        "detailsContent",
    ]:
        raise Unfit("parts of details", path)


def _held_by(parent):
    return set(NODES[parent].holds)


def _check_marks(node, kind, path):
    marks = node.get("marks", [])
    if not isinstance(marks, list) or (marks and NODES[kind].group != "inline") or len(marks) > len(MARKS):
        raise Unfit(f"marks of {kind}", path)
    for one in marks:
        name = one.get("type") if isinstance(one, dict) else None
        if not isinstance(name, str) or name not in MARKS or set(one) - {"type", "attrs"}:
            raise Unfit(f"unknown mark {str(name)[:40]!r}", path)
        _check_attrs(name, one.get("attrs"), MARKS[name], path)


def _check_attrs(kind, attrs, known, path):
    if attrs is None:
        attrs = {}
    if not isinstance(attrs, dict):
        raise Unfit(f"attributes of {kind}", path)
    for name, value in attrs.items():
        if name not in known:
            raise Unfit(f"unknown attribute {str(name)[:40]!r} of {kind}", path)
        rule = _RULES.get((kind, name)) or _RULES.get(name)
        if not (rule(value) if rule else value is None):
            raise Unfit(f"attribute {name!r} of {kind}", path)
    for name in _NEEDED.get(kind, ()):
        if name not in attrs:
            raise Unfit(f"{kind} without {name!r}", path)


def _number(least, most):
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _string(most):
    return lambda value: isinstance(value, str) and len(value) <= most


def _maybe(rule):
    return lambda value: value is None or rule(value)


def _one_of(*values):
    return lambda value: value is None or (isinstance(value, str) and value in values)


def _matching(pattern):
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_target(value):
    """Where the allow-list lets a link lead, too."""
    if not isinstance(value, str) or not 0 < len(value) <= 2_000 or _ODD.search(value):
        return False
    scheme = _SCHEME.match(value)
    return scheme is None or scheme[1].lower() in PROTOCOLS


def _is_boolean(value):
    return isinstance(value, bool)


def _is_html(value):
    """Only what reading itself would keep as it is."""
    from content.text.tree.reading import tree_of

    if not isinstance(value, str) or len(value) > 100_000 or "\n" in value:
        return False
    return tree_of(value)["content"] == [{"type": "html", "attrs": {"source": value}}]


_RULES = {
    "level": _number(1, 6),
    "loose": _is_boolean,
    "start": _number(0, 999_999),
    ("orderedList", "type"): _one_of("a", "A", "i", "I"),
    "checked": _is_boolean,
    ("callout", "kind"): lambda value: isinstance(value, str) and value in KINDS,
    ("callout", "title"): _maybe(_string(500)),
    "open": _is_boolean,
    "language": _maybe(_string(30)),
    "caption": _maybe(_string(1_000)),
    "colspan": _number(1, 1_000),
    "rowspan": _number(1, 1_000),
    "align": _one_of("left", "center", "right"),
    "scope": _one_of("row", "col", "rowgroup", "colgroup"),
    ("comment", "text"): _string(20_000),
    "source": _is_html,
    ("footnote", "id"): _matching(_NOTE),
    ("footnoteRef", "id"): _matching(_NOTE),
    ("place", "id"): _matching(_ID),
    "anchor": _matching(_ANCHOR),
    "src": _is_target,
    "width": _maybe(_number(1, 9_999)),
    "href": _is_target,
    "alt": _string(500),
    "title": _maybe(_string(500)),
    "uid": lambda value: isinstance(value, str) and is_uid(value),
    "name": _string(1_000),
    "label": _string(1_000),
}
_NEEDED = {
    "image": ("src",),
    "file": ("uid", "name"),
    "mention": ("uid", "label"),
    "footnote": ("id",),
    "footnoteRef": ("id",),
    "place": ("id",),
    "link": ("href",),
    "html": ("source",),
    "include": ("uid",),
}

__all__ = ["LISTS", "Unfit", "check"]
