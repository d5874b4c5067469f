"""The words without the dress: for search, excerpts and counting."""

import re

from content.text.tokens import get, is_end, is_start, is_tag, said

BLOCKS = frozenset((
    "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "summary", "table", "tr", "ul",
))  # fmt: skip
CELLS = frozenset(["td", "th"])


def plain(tokens) -> str:
    """One line a block, cells parted by tabs; notes' numbers and our own signs left out."""
    pieces, skipped, lead = [], None, False
    for token in tokens:
        name = token.get("name")
        if skipped:
            skipped = None if is_end(token, skipped) else skipped
        elif is_sign(token):
            skipped = name
        elif name is None or token["type"] == "Entity":
            pieces.append("" if is_layout(token) else said(token))
        elif is_tag(token, "img"):
            pieces.append(get(token, "alt"))
        elif name in BLOCKS or (is_start(token, "a") and get(token, "data-attachment")):
            pieces.append("\n")
        elif is_end(token, *CELLS):
            pieces.append("\t")
        elif name == "span":
            pieces.append(" " if lead else "")
            lead = is_start(token, "span") and get(token, "class") == "article-no"
    return re.sub(r"[ \t]*\n\s*", "\n", "".join(pieces)).strip()


def is_sign(token) -> bool:
    if is_start(token, "a"):
        return get(token, "class") in ("anchor", "footnote-backref")
    return is_start(token, "sup") and get(token, "id").startswith("fnref")


def is_layout(token) -> bool:
    """The line breaks between elements, which are nobody's words."""
    return token["type"] != "Entity" and "\n" in token["data"] and not token["data"].strip()
