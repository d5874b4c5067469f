"""The allow-list. Whatever an author's text becomes passes it; our own classes are put on afterwards."""

import re

from bleach.sanitizer import Cleaner

from content.text.walking import walk

TAGS = frozenset((
    "a", "abbr", "aside", "b", "blockquote", "br", "caption", "code", "col", "colgroup", "dd", "del", "details",
    "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins",
    "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
))  # fmt: skip
# Let through and then left out by content.text.dressing: their words count, they do not.
HOLLOW = frozenset((
    "acronym", "address", "article", "bdi", "bdo", "big", "center", "cite", "dfn", "font", "footer", "header",
    "hgroup", "label", "main", "nav", "nobr", "section", "strike", "time", "tt",
))  # fmt: skip
PROTOCOLS = frozenset(["http", "https", "mailto", "tel", "page", "file", "mention"])

_NUMBER = re.compile(r"\d{1,3}")
_ID = re.compile(r"[\w.:-]{1,80}")
_LANGUAGE = re.compile(r"language-[\w+#.-]{1,30}")
_ATTRIBUTES = {
    ("a", "href"): re.compile(r".{1,2000}", re.DOTALL),
    ("img", "src"): re.compile(r".{1,2000}", re.DOTALL),
    ("img", "alt"): re.compile(r".{0,500}", re.DOTALL),
    ("img", "title"): re.compile(r".{0,500}", re.DOTALL),
    ("img", "width"): re.compile(r"[1-9]\d{0,3}"),
    ("abbr", "title"): re.compile(r".{0,200}", re.DOTALL),
    ("td", "rowspan"): _NUMBER,
    ("td", "colspan"): _NUMBER,
    ("th", "rowspan"): _NUMBER,
    ("th", "colspan"): _NUMBER,
    ("td", "align"): re.compile(r"left|center|right"),
    ("th", "align"): re.compile(r"left|center|right"),
    ("th", "scope"): re.compile(r"row|col|rowgroup|colgroup"),
    ("col", "span"): _NUMBER,
    ("ol", "start"): re.compile(r"\d{1,6}"),
    ("ol", "type"): re.compile(r"[1aAiI]"),
    ("details", "open"): re.compile(r".{0,4}"),
    ("code", "class"): _LANGUAGE,
    ("div", "class"): re.compile(r"footnote"),
    ("a", "class"): re.compile(r"footnote-(?:ref|backref)"),
    ("aside", "class"): re.compile(r"textbox"),
    **{(tag, "id"): _ID for tag in ("a", "span", "li", "sup", "div", "aside", "p")},
}


def is_allowed(tag: str, name: str, value: str) -> bool:
    check = _ATTRIBUTES.get((tag, name))
    return check is not None and check.fullmatch(value) is not None


def new_cleaner() -> Cleaner:
    """Not for two threads at once: its parser has a state."""
    cleaner = Cleaner(tags=TAGS | HOLLOW, attributes=is_allowed, protocols=PROTOCOLS)
    cleaner.walker = walk
    cleaner.serializer.use_best_quote_char = False  # one regular form, which content.text.filling relies on
    return cleaner
