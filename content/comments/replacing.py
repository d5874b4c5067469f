"""Write other words over a passage, in the Markdown it comes from. Knows no database."""

import re

from content.comments.anchors import find, squeezed
from content.comments.errors import NotInPlain
from content.text import rendered
from content.text.escaping import escape


def replaced(source: str, quote: str, prefix: str, suffix: str, words: str) -> str:
    """The source with the passage put otherwise. Refused where the page would not say exactly that then."""
    was = rendered(source).text
    anchor = find(was, quote, prefix, suffix)
    if anchor is None:
        raise NotInPlain
    words = " ".join(words.split())
    wanted = squeezed(was[: anchor.start] + words + was[anchor.end :])
    for match in _occurrences(source, anchor.quote):
        tried = source[: match.start()] + escape(words) + source[match.end() :]
        if squeezed(rendered(tried).text) == wanted:
            return tried
    raise NotInPlain


def _occurrences(source, quote):
    """Where these words stand in the source, whatever blanks or signs of escaping are between them; few are tried."""
    pattern = r"[\s\\]*".join(re.escape(sign) for sign in squeezed(quote))
    return [match for match, _number in zip(re.finditer(pattern, source), range(20), strict=False)]
