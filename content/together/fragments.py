"""The editor's tree in a Yjs document, just as y-tiptap 3.0.9 writes and reads it in the browser.

A node is an element; neighbouring words are one text whose marks are its formats. y-tiptap keeps no marks of pictures,
files and people: they stand in the attribute `marks`, which the editor's nodes have, too.
"""

import re

from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from content.text.tree.checking import MAX_DEPTH, MAX_NODES, Unfit, check
from content.text.tree.schema import NODES, RANK, held, is_a, new
from content.together import characters

BODY = "body"  # the name of the fragment in the document
_HASHED = re.compile(r"(.*)(--[a-zA-Z0-9+/=]{8})$")  # y-tiptap's name of a mark that may stand twice


def body_of(doc: Doc) -> XmlFragment:
    return doc.get(BODY, type=XmlFragment)


# ── Tree → document ──


def fill(doc: Doc, tree: dict) -> None:
    """Write a tree into a document that has no body yet."""
    body = body_of(doc)
    with doc.transaction():
        plant(body, 0, held(tree))


def plant(parent, at: int, nodes: list[dict]) -> None:
    """Put nodes between the children of an element, in order."""
    for run in segments(nodes):
        if isinstance(run, list):
            text = parent.children.insert(at, XmlText())
            characters.write(text, runs(run))
        else:
            element = parent.children.insert(at, XmlElement(run["type"], attributes(run)))
            plant(element, 0, held(run))
        at += 1


def segments(nodes: list[dict]) -> list[list[dict] | dict]:
    """What becomes one child each: neighbouring words together, every other node alone."""
    made: list = []
    for node in nodes:
        if not is_a(node, "text"):
            made.append(node)
        elif made and isinstance(made[-1], list):
            made[-1].append(node)
        else:
            made.append([node])
    return made


def runs(texts: list[dict]) -> list[characters.Run]:
    return [(one["text"], {mark["type"]: mark.get("attrs", {}) for mark in one.get("marks", ())}) for one in texts]


def attributes(node: dict) -> dict:
    """As the element keeps them: what is nothing is left out."""
    attrs = {name: value for name, value in node.get("attrs", {}).items() if value is not None}
    if node.get("marks"):
        attrs["marks"] = node["marks"]
    return attrs


# ── Document → tree ──


def tree_of_doc(doc: Doc) -> dict:
    """What the document says. Raises Unfit when it is damaged or holds what our schema does not know."""
    body = body_of(doc)
    with doc.transaction():
        tree = {"type": "doc", "content": _nodes(body.children, 1, [0])}
    check(tree)
    return tree


def node_of(child: XmlElement) -> dict:
    """One element as a node, unchecked."""
    return _node(child, 1, [0])


def _nodes(children, depth, count):
    if depth > MAX_DEPTH + 1:
        raise Unfit("too deep")
    made = []
    for child in children:
        count[0] += 1
        if count[0] > MAX_NODES:
            raise Unfit("too long")
        made += words_of(child) if isinstance(child, XmlText) else [_node(child, depth, count)]
    return made


def words_of(text: XmlText) -> list[dict]:
    made = []
    for words, marks in characters.runs_of(text):
        if not isinstance(words, str):
            raise Unfit("no words in a text")
        if words:
            made.append(_with_marks({"type": "text", "text": words}, map(_mark, marks.items())))
    return made


def _node(element, depth, count):
    if not isinstance(element, XmlElement) or element.tag not in NODES:
        raise Unfit(f"unknown node {str(getattr(element, 'tag', None))[:40]!r}")
    kind = element.tag
    said = {name: _plain(value) for name, value in element.attributes if value is not None and name != "ychange"}
    marks = said.pop("marks", None) if NODES[kind].group == "inline" else None
    node: dict = {"type": kind}
    if attrs := {**NODES[kind].attrs, **said}:
        node["attrs"] = attrs
    content = _nodes(element.children, depth + 1, count)
    if NODES[kind].holds or content:
        node["content"] = _whole(content) if kind == "details" else content
    return _with_marks(node, marks) if isinstance(marks, list) else node


def _whole(parts):
    """Two who delete in a fold at once may leave it without its head or its inside."""
    if [part["type"] for part in parts] == ["detailsSummary", "detailsContent"]:
        return parts
    heads = [part for part in parts if is_a(part, "detailsSummary")]
    insides = [part for part in parts if is_a(part, "detailsContent")]
    return [
        new("detailsSummary", [one for part in heads for one in held(part)]),
        new("detailsContent", [one for part in insides for one in held(part)]),
    ]


def _mark(said):
    name, attrs = said
    hashed = _HASHED.match(name)
    made = {"type": hashed[1] if hashed else name}
    return {**made, "attrs": _plain(attrs)} if attrs else made


def _with_marks(node, marks):
    marks = sorted(marks, key=lambda mark: RANK.get(mark.get("type"), 0) if isinstance(mark, dict) else 0)
    return {**node, "marks": marks} if marks else node


def _plain(value):
    """Numbers come back as floats."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return value
