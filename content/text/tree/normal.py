"""The one form of all trees that say the same: what no page could show is gone."""

import re

from content.text.dressing.callouts import KINDS
from content.text.dressing.includes import anchor_of, label_of
from content.text.tree.normal_inline import inline, one_line, plain
from content.text.tree.normal_tables import table
from content.text.tree.notes import noted, without_signs
from content.text.tree.schema import LISTS, NODES, held, is_a, new
from content.text.tree.schema import said as words

_LANGUAGE = re.compile(r"[\w+#-][\w+#.-]{0,29}")
_BLANK_LINE = re.compile(r"^ +$", re.MULTILINE)
_HALF = str.maketrans({"<": "＜", ">": "＞", "`": "‘"})
_ENDS_A_COMMENT = re.compile(r"-->|--!>|^-?>|-$")


def normal(doc: dict) -> dict:
    """A new tree; the given one is left alone. Takes any tree that `check` passes."""
    notes = [note for block in held(doc) if is_a(block, "footnotes") for note in held(block)]
    names = {note["attrs"]["id"] for note in notes}
    doc = without_signs(doc, names)
    blocks = _blocks(held(doc), top=True)
    blocks, notes = noted(blocks, [_note(without_signs(note, names)) for note in notes])
    content = blocks or ([] if notes else [new("paragraph", [])])
    return new("doc", content + ([new("footnotes", notes)] if notes else []))


def _blocks(blocks, top=False) -> list[dict]:
    made = (_FORMS.get(block["type"], _frame)(block, top) for block in blocks if not is_a(block, "footnotes"))
    return [block for block in made if block]


def _attrs(node):
    known = NODES[node["type"]].attrs
    given = node.get("attrs") or {}
    return {name: given.get(name, default) for name, default in known.items()}


def _paragraph(node, top=False):
    content = inline(held(node))
    return new("paragraph", content) if content else None


def _heading(node, top=False):
    content = inline(held(node), bare_end=True)
    return new("heading", content, **_attrs(node)) if any(_is_said(one) for one in content) else _paragraph(node)


def _is_said(one):
    """A heading of signs alone would not be shown."""
    return one["type"] in ("file", "mention") or (is_a(one, "text") and bool(one["text"].strip()))


def _frame(node, top=False):
    content = _blocks(held(node))
    return new(node["type"], content, **_attrs(node)) if content else None


def _callout(node, top=False):
    attrs = _attrs(node)
    kind = attrs["kind"] if attrs["kind"] in KINDS else "提示"
    title = one_line(plain(attrs["title"] or "")).replace("://", "：//").translate(_HALF)
    return new("callout", filled(_blocks(held(node))), kind=kind, title=title or None)


def _details(node, top=False):
    summary = [one for part in held(node) if is_a(part, "detailsSummary") for one in held(part)]
    content = [one for part in held(node) if is_a(part, "detailsContent") for one in held(part)]
    summary, content = inline(summary, bare_end=True), _blocks(content)
    if not summary and not content:
        return None
    parts = [new("detailsSummary", summary), new("detailsContent", filled(content))]
    return new("details", parts, open=bool(_attrs(node)["open"]))


def _code(node, top=False):
    attrs = _attrs(node)
    text = plain("".join(one.get("text", "") for one in held(node)), lines=True).expandtabs(4)
    text = _BLANK_LINE.sub("", text)
    language = (attrs["language"] or "").lstrip(".")
    language = language if _LANGUAGE.fullmatch(language) else None
    return new("codeBlock", [words(text)] if text else [], language=language)


def _list(node, top=False):
    attrs = _attrs(node)
    items = [_item(item) for item in held(node)]
    if not items:
        return None
    kind = node["type"]
    if kind != "orderedList":
        kind = "taskList" if all(is_a(item, "taskItem") for item in items) else "bulletList"
    attrs["loose"] = _is_loose(items, attrs.get("loose"), attrs.get("type"))
    return new(kind, items, **attrs)


def _item(node):
    content = _blocks(held(node))
    if not content or not is_a(content[0], "paragraph"):
        content.insert(0, new("paragraph", []))
    return new(node["type"], content, **_attrs(node))


def _is_loose(items, wanted, lettered):
    """Whether the words of the items stand in paragraphs: Markdown knows it by the blank lines between them."""
    if any(len(item["content"]) > 1 and (lettered or not _holds_a_tight_list(item)) for item in items):
        return True
    says = any(held(item["content"][0]) for item in items)
    return bool(wanted) and says and (len(items) > 1 or len(items[0]["content"]) > 1)


def _holds_a_tight_list(item):
    content = item["content"]
    return (
        len(content) == 2
        and content[1]["type"] in LISTS
        and not content[1]["attrs"]["loose"]
        and bool(held(content[0]) and not content[1]["attrs"].get("type"))
    )


def _definitions(node, top=False):
    parts = []
    for part in held(node):
        if is_a(part, "definitionTerm"):
            parts.append(new("definitionTerm", inline(held(part), bare_end=True)))
        else:
            parts.append(new("definitionDescription", filled(_blocks(held(part)))))
    return new("definitionList", parts) if parts else None


def _note(node):
    return new("footnote", filled(_blocks(held(node))), **_attrs(node))


def _rule(node, top=False):
    return new("horizontalRule")


def _comment(node, top=False):
    """Only between the blocks of the page itself: elsewhere it would be words."""
    text = plain(_attrs(node)["text"], lines=True).replace("&lt;", "<")  # bounding writes it so
    text = _BLANK_LINE.sub("", text.replace("\t", " "))
    text = text.replace(">", "＞").rstrip("-") if _ENDS_A_COMMENT.search(text) else text
    return new("comment", text=text) if top and text.strip() else None


def _html(node, top=False):
    return new("html", **_attrs(node))


def _include(node, top=False):
    attrs = _attrs(node)
    return new("include", uid=attrs["uid"], anchor=anchor_of(attrs["anchor"]), label=label_of(plain(attrs["label"])))


def _table(node, top=False):
    return table(node, _attrs, lambda cell: filled(_blocks(held(cell))))


def filled(blocks):
    return blocks or [new("paragraph", [])]


_FORMS = {
    "paragraph": _paragraph,
    "heading": _heading,
    "callout": _callout,
    "details": _details,
    "codeBlock": _code,
    **dict.fromkeys(LISTS, _list),
    "definitionList": _definitions,
    "horizontalRule": _rule,
    "comment": _comment,
    "html": _html,
    "include": _include,
    "table": _table,
}
