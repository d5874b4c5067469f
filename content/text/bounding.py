"""Python-Markdown with an upper bound: a hostile text must cost no more than a long one."""

import re

from markdown import inlinepatterns as inline
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from content.text.sizing import SizedPicture

LONGEST_WORDS = 1_000  # of a link
LONGEST_TARGET = 2_000  # of a link with its title, as browsers have it
DEEPEST_BRACKETS = 20

LESS_THAN = "\ufdd0"  # a noncharacter, for a < that opens nothing
_BRACKET = re.compile(r"[\[\]]")
_OPENING = re.compile(r"""<(?!/?[a-zA-Z](?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>|!--)""")
_LONG_NUMBER = re.compile(r"&(?=#[xX]?[0-9a-fA-F]{8})")


class BoundingExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Tame(md), "tame", 28)
        md.postprocessors.register(Restore(md), "restore", 5)
        for name, pattern, kind, priority in [
            ("reference", inline.REFERENCE_RE, inline.ReferenceInlineProcessor, 170),
            ("link", inline.LINK_RE, inline.LinkInlineProcessor, 160),
            ("image_link", inline.IMAGE_LINK_RE, SizedPicture, 150),
            ("image_reference", inline.IMAGE_REFERENCE_RE, inline.ImageReferenceInlineProcessor, 140),
            ("short_reference", inline.REFERENCE_RE, inline.ShortReferenceInlineProcessor, 130),
            ("short_image_ref", inline.IMAGE_REFERENCE_RE, inline.ShortImageReferenceInlineProcessor, 125),
        ]:
            bounded = type(f"Bounded{kind.__name__}", (Bounded, kind), {})
            md.inlinePatterns.register(bounded(pattern, md), name, priority)


class Bounded:
    """Looks for the end of a link only as far as a link can reach."""

    def getText(self, data, index):
        depth, start = 1, index
        while found := _BRACKET.search(data, index, start + LONGEST_WORDS):
            index = found.end()
            depth += 1 if found.group() == "[" else -1
            if depth == 0:
                return data[start : index - 1], index, True
            if depth > DEEPEST_BRACKETS:
                break
        return "", start, False

    def getLink(self, data, index):
        if not data.startswith("(", index) or data.find(")", index, index + LONGEST_TARGET) < 0:
            return "", None, index, False
        return super().getLink(data[: index + LONGEST_TARGET], index)


class Tame(Preprocessor):
    """Puts aside every < that opens neither tag nor comment: looking for its > would run to the end each time."""

    def run(self, lines):
        source = _LONG_NUMBER.sub("&amp;", "\n".join(lines).replace(LESS_THAN, ""))
        source = _OPENING.sub(LESS_THAN, source)
        last = source.rfind("-->") + 1
        return (source[:last] + source[last:].replace("<!--", LESS_THAN + "!--")).split("\n")


class Restore(Postprocessor):
    def run(self, text):
        return text.replace(LESS_THAN, "&lt;")
