"""Our Markdown: what Python-Markdown reads, plus what colleagues type (docs/markdown.md)."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from content.text.bounding import BoundingExtension
from content.text.cutting import CuttingExtension

SUBSCRIPT = r"(?<=[A-Za-z)\]])~(\d{1,3}[+\-−]?|[A-Za-z]{1,6}|[+\-−])~"  # H~2~O, but never 10~20 mL，5~10 分钟
SUPERSCRIPT = r"(?<=[^\s^])\^([A-Za-z0-9+\-−*]{1,10})\^"  # 10^9^/L, but never 10^9/L，10^12/L
ADDRESS = r"(?<![\w/.@:\"'=])https?://[^\s<>\"'`，。；：、！？（）【】《》“”‘’\u3000\\*\x02\x03]+"
AFTER_AN_ADDRESS = ".,;:!?)]"  # ends the sentence, not the address


def new_parser() -> Markdown:
    return Markdown(
        output_format="html",
        extensions=[
            TableExtension(use_align_attribute=True),
            "fenced_code",
            "sane_lists",
            "def_list",
            "nl2br",
            FootnoteExtension(BACKLINK_TEXT="↩", BACKLINK_TITLE="回到正文 {}"),
            MarkdownInHtmlExtension(),
            DialectExtension(),
            CuttingExtension(),
            BoundingExtension(),
        ],
    )


class DialectExtension(Extension):
    """~~gone~~, ==marked==, H~2~O, 10^9^/L and bare addresses."""

    def extendMarkdown(self, md):
        md.delimiters.add("~", "s", double=True)
        md.delimiters.add("=", "mark", double=True)
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "~", "=", "^", "|", "<"]
        md.inlinePatterns.register(Level(SUBSCRIPT, "sub"), "subscript", 58)
        md.inlinePatterns.register(Level(SUPERSCRIPT, "sup"), "superscript", 57)
        md.inlinePatterns.register(Address(ADDRESS, md), "address", 118)


class Level(InlineProcessor):
    """A few characters below or above the line."""

    def __init__(self, pattern, tag):
        super().__init__(pattern)
        self.tag = tag

    def handleMatch(self, m, data):
        element = Element(self.tag)
        element.text = AtomicString(m.group(1))
        return element, m.start(0), m.end(0)


class Address(InlineProcessor):
    """A bare address becomes a link."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m, data):
        address = m.group(0).rstrip(AFTER_AN_ADDRESS)
        if re.fullmatch(r"https?:/*", address):
            return None, None, None
        element = Element("a", href=address)
        element.text = AtomicString(address)
        return element, m.start(0), m.start(0) + len(address)
