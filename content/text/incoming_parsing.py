"""Foreign HTML read as browsers read it: whatever was left open is closed, whatever runs is not there."""

from html import escape

from bleach.html5lib_shim import BleachHTMLParser
from bs4 import BeautifulSoup

from content.text.limits import check_depth
from content.text.walking import walk

MOST_LEVELS = 120  # the writer of Markdown calls itself three times a level
SILENT = frozenset(("script", "style", "template", "link", "meta", "base", "noscript", "colgroup"))


def parse(html: str) -> BeautifulSoup:
    """Raises TooDeep."""
    check_depth(html, MOST_LEVELS)
    parser = BleachHTMLParser(tags=None, strip=False, consume_entities=True, namespaceHTMLElements=False)
    made = "".join(_pieces(parser.parse(html.replace("\x00", ""))))
    check_depth(made, MOST_LEVELS)
    return BeautifulSoup(made, "html.parser")


def _pieces(document):
    silent = None
    for token in walk(document):
        name = token.get("name")
        if silent:
            silent = None if token["type"] == "EndTag" and name == silent else silent
        elif name in SILENT:
            silent = name if token["type"] == "StartTag" else None
        elif name is None:
            yield escape(token["data"], quote=False)
        elif token["type"] == "EndTag":
            yield f"</{name}>"
        else:
            attributes = (f' {key}="{escape(value)}"' for (_namespace, key), value in token["data"].items())
            yield f"<{name}{''.join(attributes)}>"
