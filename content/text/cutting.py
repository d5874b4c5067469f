"""Blocks that begin without a blank line before them.

People put a list or a table straight under a line of text; Python-Markdown would read both as one paragraph. And a
block of thousands of headings costs it quadratic time, which cutting it up first avoids.
"""

import re

from markdown.blockprocessors import BlockProcessor, BlockQuoteProcessor, HashHeaderProcessor
from markdown.extensions import Extension

LONGEST_PARAGRAPH = 20_000  # inline syntax is read in quadratic time; nobody writes this much without a break

HEADING = re.compile(r"#{1,6}[ \t]+\S")
RULE = re.compile(r" {0,3}(?:(?:-[ ]*){3,}|(?:_[ ]*){3,}|(?:\*[ ]*){3,})$")
UNDERLINE = re.compile(r"(?:=+|-+) *$")
ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}\.) +\S")
FIRST_ITEM = re.compile(r" {0,3}(?:[-*+]|1\.) +\S")
TABLE_LINE = re.compile(r"[ |:-]*-[ |:-]*$")
DEFINITION = re.compile(r" {0,3}: +\S")
NO_TEXT = re.compile(r" {4}|[>|:]| {0,3}\[\^")


class CuttingExtension(Extension):
    def extendMarkdown(self, md):
        md.parser.blockprocessors.register(Cutter(md.parser), "cut", 95)
        md.parser.blockprocessors.register(Heading(md.parser), "hashheader", 70)
        md.parser.blockprocessors.register(Quote(md.parser), "quote", 20)


class Heading(HashHeaderProcessor):
    """`# 标题` needs its blank: `#3 床` is not a heading."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?P<header>[ \t](?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)")


class Quote(BlockQuoteProcessor):
    """A blank line ends a quote, so two callouts may follow one another."""

    def lastChild(self, parent):
        return None


class Cutter(BlockProcessor):
    def test(self, parent, block):
        if "\n" not in block and len(block) <= LONGEST_PARAGRAPH:
            return False
        self.pieces = cut(block)
        return len(self.pieces) > 1

    def run(self, parent, blocks):
        blocks[0:1] = self.pieces


def cut(block: str) -> list[str]:
    """The pieces of a block that hold no blank line. Cutting a piece again gives the piece."""
    lines = block.split("\n")
    pieces, piece, length = [], [], 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        length += len(line)
        if piece and (begins_anew(piece, line, following) or (length > LONGEST_PARAGRAPH and is_text(piece))):
            pieces.append("\n".join(piece))
            piece, length = [], len(line)
        piece.append(line)
    pieces.append("\n".join(piece))
    return [part for piece in pieces for part in halves(piece)]


def begins_anew(piece: list[str], line: str, following: str) -> bool:
    first, last = piece[0], piece[-1]
    if HEADING.match(line) or HEADING.match(last):
        return True
    if len(piece) == 1 and UNDERLINE.match(line) and is_text(piece):  # the underline of a heading belongs to it
        return False
    if len(piece) == 2 and UNDERLINE.match(last) and is_text([first]):
        return True
    if RULE.match(line) or RULE.match(last):
        return not NO_TEXT.match(first)
    if TABLE_LINE.match(following) and "|" in following and "|" in line:
        return is_text(piece)
    if len(piece) > 1 and TABLE_LINE.match(piece[1]) and "|" in piece[1] and "|" in first:
        return "|" not in line
    if DEFINITION.match(following) and not line.startswith((" ", ":")):
        return DEFINITION.match(last) is not None
    return FIRST_ITEM.match(line) is not None and is_text(piece)


def is_text(piece: list[str]) -> bool:
    return not (NO_TEXT.match(piece[0]) or ITEM.match(piece[0]) or HEADING.match(piece[0]))


def halves(piece: str) -> list[str]:
    """A line longer than anybody reads, in parts."""
    if len(piece) <= LONGEST_PARAGRAPH or "\n" in piece or not is_text([piece]):
        return [piece]
    return [piece[at : at + LONGEST_PARAGRAPH] for at in range(0, len(piece), LONGEST_PARAGRAPH)]
