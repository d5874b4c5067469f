"""Words in their one form: no blanks at the edges, equal neighbours joined, marks in their order."""

import re

from content.text.dressing.links import target_of
from content.text.tree.pictures import cut, fitting
from content.text.tree.schema import MARKS, NEVER_LINKED, NODES, RANK, is_a

# What no parser lets through: controls, halves of characters, noncharacters.
_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINES = re.compile(r"[ \t]*[\n\r\u2028\u2029][\s]*")


def plain(text: str, *, lines: bool = False) -> str:
    """Without what no page can hold; on one line unless lines are wanted."""
    text = _NO_LETTER.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if lines else _LINES.sub(" ", text.replace("\t", " "))


def one_line(text: str) -> str:
    return " ".join(text.split())


def inline(nodes: list[dict], *, bare_end=False) -> list[dict]:
    """`bare_end` where no blank of any width may stay at the end, as in headings."""
    parts = _trimmed(_joined([part for part in map(_part, nodes) if part]))
    if bare_end:
        _trim_end(parts, None)
    return _joined(parts)


def _part(node):
    kind = node["type"]
    marks = _marks(node)
    if is_a(node, "text"):
        text = plain(node["text"])
        return _marked({"type": "text", "text": text}, marks) if text else None
    marks = [one for one in marks if one["type"] != "code" and not (one["type"] == "link" and kind in NEVER_LINKED)]
    if is_a(node, "hardBreak"):
        return _marked({"type": kind}, [])
    attrs = {**NODES[kind].attrs, **(node.get("attrs") or {})}
    attrs = {name: one_line(plain(value)) if isinstance(value, str) else value for name, value in attrs.items()}
    if kind == "image" and target_of(attrs["src"])[0] == "page":
        return _link(attrs["src"], attrs["alt"], marks)
    if kind == "image":
        attrs = fitting({**attrs, "title": attrs["title"] or None})
        return _marked({"type": kind, "attrs": attrs}, marks) if attrs["src"] else None
    words = attrs.get("name", attrs.get("label", "-"))
    return _marked({"type": kind, "attrs": attrs}, marks if kind != "place" else []) if words else None


def _link(href, text, marks):
    """A section of another page, among words, is a link to it."""
    if not any(one["type"] == "link" for one in marks):
        marks = [{"type": "link", "attrs": {"href": href}}, *marks]
    return _marked({"type": "text", "text": text}, marks) if text else None


def _marked(node, marks):
    return {**node, "marks": marks} if marks else node


def _marks(node):
    found = {}
    for one in node.get("marks") or []:
        attrs = {**MARKS[one["type"]], **(one.get("attrs") or {})}
        if attrs.get("title"):
            attrs["title"] = cut(one_line(plain(attrs["title"])), 200) or None
        found[one["type"]] = {"type": one["type"], "attrs": attrs} if attrs else {"type": one["type"]}
    return [found[name] for name in sorted(found, key=RANK.get)]


def _trimmed(parts):
    """Without blanks where a line begins or ends, nor breaks where the block does."""
    made = []
    for part in parts:
        if is_a(part, "hardBreak"):
            _trim_end(made, " ")
            made.append(part)
            continue
        if is_a(part, "text"):
            at_start = not made or is_a(made[-1], "hardBreak")
            text = part["text"].lstrip(None if not made else " ") if at_start else part["text"]
            if not text:
                continue
            part = {**part, "text": text}
        made.append(part)
    while made and is_a(made[0], "hardBreak"):
        del made[0]
        if made and is_a(made[0], "text"):
            made[0] = {**made[0], "text": made[0]["text"].lstrip()}
            if not made[0]["text"]:
                del made[0]
    while made:
        _trim_end(made, " ")
        if not made or not (is_a(made[-1], "hardBreak") or (is_a(made[-1], "text") and made[-1]["text"].isspace())):
            break
        made.pop()
    return made


def _trim_end(made, blanks):
    while made and is_a(made[-1], "text"):
        text = made[-1]["text"].rstrip(blanks)
        if text:
            made[-1] = {**made[-1], "text": text}
            return
        made.pop()


def _joined(parts):
    made = []
    for part in parts:
        last = made[-1] if made else None
        if last and is_a(part, "text") and is_a(last, "text") and last.get("marks") == part.get("marks"):
            made[-1] = {**last, "text": last["text"] + part["text"]}
        else:
            made.append(part)
    return made
