"""A page and a tree in the same terms: frames in brackets, and words with their marks."""

import re
from html.parser import HTMLParser

from content.text.dressing.callouts import KINDS
from content.text.tree.schema import MARK_OF_TAG, TAG_OF_MARK, held

FRAMES = {
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "th",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "aside",
    "pre",
}
MARKS = set(MARK_OF_TAG) | {"a", "abbr"}
VOID = {"br", "hr", "img", "input"}
_BLANK = re.compile(r"[\s\u200b]+")


def words_of_page(html: str) -> str:
    """All that is said, without blanks and without the page's own signs."""
    page = _Page()
    page.feed(html)
    return _BLANK.sub("", "".join(page.words))


def outline_of_page(html: str) -> list:
    page = _Page()
    page.feed(html)
    return tidy(page.events)


def tidy(events):
    """Neighbouring words of one look joined, blanks left out."""
    made = []
    for event in events:
        if isinstance(event, str):
            made.append(event)
            continue
        text, marks = _BLANK.sub("", event[0]), frozenset(event[1])
        if not text or "caption" in marks:
            continue
        if made and isinstance(made[-1], tuple) and made[-1][1] == marks:
            made[-1] = (made[-1][0] + text, marks)
        else:
            made.append((text, marks))
    return _levelled(_without_empty([one for one in made if one != "¶"]))


def _without_empty(events):
    """Frames that hold nothing are not in the tree, and not seen on the page."""
    made = []
    for event in events:
        if (
            event == ")"
            and made
            and made[-1] in ("(blockquote", "(aside", "(ul", "(ol", "(dl", "(table", "(tr", "(details", "(summary")
        ):
            made.pop()
        else:
            made.append(event)
    return made


def _levelled(events):
    """The page's title is the only h1: headings may all be one level lower."""
    levels = [int(one[2]) for one in events if isinstance(one, str) and one.startswith("(h")]
    if 1 not in levels:
        return events
    return [
        re.sub(r"(?<=^\(h)\d", lambda m: str(min(int(m[0]) + 1, 6)), one) if isinstance(one, str) else one
        for one in events
    ]


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.events, self.words, self.open, self.marks, self.skipping = [], [], [], [], 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        look = attrs.get("class") or ""
        if self.skipping:
            self.skipping += tag not in VOID
            return
        if (tag == "a" and look in ("anchor", "footnote-backref")) or (tag == "i" and "data-icon" in attrs):
            self.skipping = 1
            return
        if tag == "sup" and (attrs.get("id") or "").startswith("fnref"):
            self.events.append("note")
            self.skipping = 1
            return
        closing = None
        if tag == "img":
            self.events.append(f"img:{_BLANK.sub('', attrs.get('alt') or '')}")
        elif tag == "br":
            self.events.append("¶")
        elif tag == "hr":
            self.events.append("hr")
        elif tag == "input":
            self.events.append("done" if "checked" in attrs else "todo")
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.events.append(f"({tag}")
            closing = ")"
        elif tag == "div" and look.startswith("callout"):
            self.events.append("(callout")
            closing = ")"
        elif tag == "div" and "data-include" in attrs:
            self.events.append(f"section:{attrs['data-include']}#{attrs.get('data-part') or ''}")
        elif tag == "div" and look == "footnote":
            self.events.append("(notes")
            closing = ")"
        elif tag == "strong" and look == "k":
            self.marks.append("title")
            closing = "mark"
        elif tag in FRAMES:
            spans = "".join(f" {name}={attrs[name]}" for name in ("colspan", "rowspan") if name in attrs)
            self.events.append(f"({tag}{spans}")
            closing = ")"
        elif tag in ("a", "figcaption"):
            self.events += ["¶"] if {"data-attachment", "data-file"} & set(attrs) else []
            self.marks.append("link" if tag == "a" else "caption")
            closing = "mark"
        elif tag in MARKS and not (tag == "code" and self.open and self.open[-1][0] == "pre"):
            self.marks.append(MARK_OF_TAG.get(tag, tag))
            closing = "mark"
        elif tag != "span":
            self.events.append("¶")
        if tag not in VOID:
            self.open.append((tag, closing))

    def handle_endtag(self, tag):
        if self.skipping:
            self.skipping -= 1
            return
        name, closing = self.open.pop()
        assert name == tag
        if closing == "mark":
            self.marks.pop()
        elif name != "span":
            self.events.append(closing or "¶")

    def handle_data(self, data):
        if not self.skipping:
            self.words.append(data)
            self.events.append((data, self.marks[:]))


def outline_of_tree(doc: dict) -> list:
    events = []
    for block in held(doc):
        _block(block, events)
    return tidy(events)


def _block(node, events):
    kind, attrs = node["type"], node.get("attrs", {})
    events.append("¶")
    opening = {
        "heading": lambda: f"(h{attrs['level']}",
        "bulletList": lambda: "(ul",
        "taskList": lambda: "(ul",
        "orderedList": lambda: "(ol",
        "listItem": lambda: "(li",
        "taskItem": lambda: "(li",
        "blockquote": lambda: "(blockquote",
        "callout": lambda: "(callout",
        "textBox": lambda: "(aside",
        "details": lambda: "(details",
        "detailsSummary": lambda: "(summary",
        "codeBlock": lambda: "(pre",
        "table": lambda: "(table",
        "tableRow": lambda: "(tr",
        "tableHeader": lambda: "(th" + _spans(attrs),
        "tableCell": lambda: "(td" + _spans(attrs),
        "definitionList": lambda: "(dl",
        "definitionTerm": lambda: "(dt",
        "definitionDescription": lambda: "(dd",
        "footnotes": lambda: "(notes",
        "footnote": lambda: "(li",
    }.get(kind)
    if opening:
        events.append(opening())
    if kind == "footnotes":
        events += ["hr", "(ol"]
    if kind == "taskItem":
        events.append("done" if attrs["checked"] else "todo")
    if kind == "callout":
        events.append((attrs["title"] or KINDS[attrs["kind"]][2], ["title"]))
        events.append("¶")
    if kind == "table" and attrs["caption"]:
        events.append((attrs["caption"], []))
    if kind == "include":
        events += [f"section:{attrs['uid']}#{attrs['anchor']}", (attrs["label"], [])]
    if kind == "horizontalRule":
        events.append("hr")
    for child in held(node):
        if child["type"] in ("text", "hardBreak", "image", "file", "mention", "footnoteRef", "place"):
            _inline(child, events)
        else:
            _block(child, events)
    if kind == "footnotes":
        events.append(")")
    events.append(")" if opening else "¶")


def _spans(attrs):
    return "".join(f" {name}={attrs[name]}" for name in ("colspan", "rowspan") if attrs[name] > 1)


def _inline(node, events):
    kind, marks = node["type"], [one["type"] for one in node.get("marks", ())]
    attrs = node.get("attrs", {})
    if kind == "text":
        events.append((node["text"], marks))
    elif kind == "hardBreak":
        events.append("¶")
    elif kind == "image":
        events.append(f"img:{_BLANK.sub('', attrs['alt'])}")
    elif kind == "file":
        events += ["¶", (attrs["name"], [*marks, "link"])]
    elif kind == "mention":
        events.append((attrs["label"], [*marks, "link"]))
    elif kind == "footnoteRef":
        events.append("note")


__all__ = ["TAG_OF_MARK", "outline_of_page", "outline_of_tree", "words_of_page"]
