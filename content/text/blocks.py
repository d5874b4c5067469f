"""A Markdown source in blocks: the headings, paragraphs, list items and table rows that people change one by one."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from content.text.cutting import FIRST_ITEM, HEADING, RULE, TABLE_LINE

_FENCE = re.compile(r"(`{3,}|~{3,})")
_ITEM = re.compile(r"( *)(?:[-*+]|\d{1,9}\.)( +\S|$)")
_NUMBER = re.compile(r"^( *)\d{1,9}\.")
_HTML = re.compile(r"<(aside|blockquote|details|div|dl|figure|ol|pre|section|table|ul)\b", re.IGNORECASE)
_NOTE = re.compile(r"\[\^[^\]]+\]:")
_WORDS_OF_HEADING = re.compile(r"^#{1,6}\s+|\s+#+$")
NEXT_TO_ANOTHER = {("item", "item"), ("row", "row"), ("columns", "row"), ("row", "columns")}  # without a blank line


@dataclass(frozen=True)
class Block:
    """`gap` is what parts it from the next block, whose kind is `next`; at the end of a text both may be empty."""

    kind: str  # heading paragraph item row columns table quote code html rule note
    text: str
    gap: str = "\n\n"
    next: str = ""

    @cached_property
    def key(self) -> str:
        """Equal for blocks that say the same: padding of tables and numbers of lists do not count."""
        if self.kind in ("row", "columns"):
            cells = [cell.strip() for cell in self.text.strip().strip("|").split("|")]
            return "row:" + "|".join(re.sub("-+", "-", cell) if self.kind == "columns" else cell for cell in cells)
        if self.kind == "item":
            return "item:" + _NUMBER.sub(r"\g<1>1.", self.text).rstrip()
        return f"{self.kind}:{self.text.rstrip()}"

    @property
    def words(self) -> str:
        """A heading without its signs."""
        return _WORDS_OF_HEADING.sub("", self.text.split("\n")[0]).strip()


def split(source: str, *, whole_tables: bool = False) -> list[Block]:
    """Joining the blocks gives the source again, but for blank lines at its beginning."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n").split("\n")
    found, at, reader = [], 0, _Reader(lines, whole_tables)
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        kind, end = reader.block(at, found[-1][0] if found else "")
        found.append((kind, at, end))
        at = end
    return [_block(lines, found, number) for number in range(len(found))]


def join(blocks: list[Block]) -> str:
    """The source of the blocks, whichever texts they come from: parted so that each stays a block of its own."""
    if not blocks:
        return ""
    pieces = [block.text + _gap(block, following) for block, following in pairwise(blocks)]
    return "".join(pieces) + blocks[-1].text + blocks[-1].gap


def _gap(block, following):
    if block.gap and (following.kind == block.next or "\n\n" in block.gap.replace(" ", "")):
        return block.gap
    return "\n" if (block.kind, following.kind) in NEXT_TO_ANOTHER else "\n\n"


def _block(lines, found, number):
    kind, start, end = found[number]
    is_last = number + 1 == len(found)
    blank = lines[end:] if is_last else lines[end : found[number + 1][1]]
    gap = "\n" + "\n".join([*blank, ""]) if not is_last else "".join("\n" + line for line in blank)
    return Block(kind, "\n".join(lines[start:end]), gap, "" if is_last else found[number + 1][0])


class _Reader:
    """Says where the block that begins on a line ends."""

    def __init__(self, lines, whole_tables):
        self.lines = lines
        self.whole_tables = whole_tables
        self.unclosed = set()  # tags without an end from here on: looked for once

    def block(self, at, before):
        line = self.lines[at]
        if match := _FENCE.match(line):
            return "code", self.fence_end(at, match[1])
        if HEADING.match(line):
            return "heading", at + 1
        if (match := _HTML.match(line)) and (end := self.element_end(at, match[1].lower())):
            return "html", end
        if self.is_table(at):
            return ("table", self.table_end(at)) if self.whole_tables else ("row", at + 1)
        if before == "row" and TABLE_LINE.match(line) and "|" in line:
            return "columns", at + 1
        if before in ("row", "columns") and "|" in line and self.lines[at - 1].strip():
            return "row", at + 1
        if line.startswith(">"):
            return "quote", self.run_end(at, lambda each: each.startswith(">"))
        if RULE.match(line):
            return "rule", at + 1
        if _ITEM.match(line):
            return "item", self.text_end(at, in_list=True)
        return ("note" if _NOTE.match(line) else "paragraph"), self.text_end(at, in_list=False)

    def fence_end(self, at, fence):
        for end in range(at + 1, len(self.lines)):
            line = self.lines[end].rstrip()
            if line.startswith(fence) and not line.strip(fence[0]):
                return end + 1
        return len(self.lines)

    def element_end(self, at, name):
        """Where the element closes, or nothing when it never does."""
        if name in self.unclosed:
            return None
        tag, depth = re.compile(rf"<(/?){name}\b", re.IGNORECASE), 0
        for end in range(at, len(self.lines)):
            for match in tag.finditer(self.lines[end]):
                depth += -1 if match[1] else 1
            if depth <= 0:
                return end + 1
        self.unclosed.add(name)
        return None

    def is_table(self, at):
        following = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        return "|" in self.lines[at] and "|" in following and TABLE_LINE.match(following) is not None

    def table_end(self, at):
        return self.run_end(at, lambda line: "|" in line)

    def run_end(self, at, belongs):
        while at < len(self.lines) and self.lines[at].strip() and belongs(self.lines[at]):
            at += 1
        return at

    def text_end(self, at, *, in_list):
        """A paragraph or an item runs on until something else begins."""
        end = at + 1
        while end < len(self.lines) and self.lines[end].strip():
            line = self.lines[end]
            begins = (_ITEM if in_list else FIRST_ITEM).match(line) or line.startswith((">", "```", "~~~"))
            if begins or HEADING.match(line) or RULE.match(line) or self.is_table(end) or _NOTE.match(line):
                break
            end += 1
        return end
