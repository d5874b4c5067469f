"""From Markdown to the editor's tree, by what the page's own parser makes of it."""

import re

from content.text.dressing.names import Names
from content.text.tokens import get, is_end, is_start, said
from content.text.tree.normal import normal
from content.text.tree.parsing import tokens_of
from content.text.tree.reading_blocks import BLOCKS
from content.text.tree.reading_inline import INLINE, NOTHING, atom_of, mark_of
from content.text.tree.schema import new
from content.text.tree.schema import said as words

_LAYOUT = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*")
_NO_NAME = re.compile(r"[^\w-]+")


def tree_of(markdown: str) -> dict:
    """The whole text as ProseMirror's JSON. Raises Unrenderable (TooLong, TooDeep) as rendering does."""
    reader = Reader(tokens_of(markdown))
    blocks = reader.flow()
    notes = [new("footnotes", reader.notes)] if reader.notes else []
    return normal(new("doc", blocks + notes))


class Reader:
    """Goes through the tokens once; `flow` gathers blocks and puts loose words into paragraphs."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0
        self.marks = []
        self.notes = []
        self.note_names, self._names = {}, Names()

    def flow(self, closing: str = "") -> list[dict]:
        """Blocks up to the end of the element just entered, whose end is used up."""
        flow = _Flow()
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if closing and is_end(token, closing):
                break
            kind, name = token["type"], token.get("name")
            if kind == "StartTag" or kind == "EmptyTag":
                self._tag(token, name, flow)
            elif kind == "EndTag":
                self._end(name, flow)
            elif kind == "Comment":
                flow.block(new("comment", text=_uncommented(token["data"])))
            elif kind != "Doctype" and (text := said(token)):
                flow.say(words(_LAYOUT.sub(" ", text), self._marks()))
        flow.close()
        self.had_paragraphs = flow.had_paragraphs
        return flow.blocks

    def _tag(self, token, name, flow):
        if name == "p":
            flow.close()
            flow.had_paragraphs = True
            self._place(token, flow)
        elif read := BLOCKS.get(name):
            flow.close()
            for block in read(self, token):
                flow.block(block)
        elif name in INLINE:
            self._inline(token, name, flow)
        elif name not in ("input", "col"):
            flow.close()  # a frame without a look of its own
            self._place(token, flow)

    def _place(self, token, flow):
        if own := get(token, "id"):
            flow.say(new("place", id=own))

    def _inline(self, token, name, flow):
        node = atom_of(self, token)
        if node is None:
            self._place(token, flow)
            self.marks = [*self.marks, mark_of(token)]
        elif node is NOTHING:
            flow.end_note()
        else:
            flow.say({**node, "marks": self._marks()})

    def _marks(self):
        return [one for one in self.marks if one]

    def _end(self, name, flow):
        if name in INLINE:
            self.marks = self.marks[:-1]
        else:
            flow.close()

    def skip(self, name: str) -> list[dict]:
        """The tokens up to the end of the element just entered."""
        start, depth = self.at, 1
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            depth += is_start(token, name) - is_end(token, name)
            if not depth:
                break
        return self.tokens[start : self.at - 1]

    def note_name(self, raw: str) -> str:
        if raw not in self.note_names:
            self.note_names[raw] = self._names.new(_NO_NAME.sub("-", raw)[:40] or "n")
        return self.note_names[raw]


class _Flow:
    def __init__(self):
        self.blocks = []
        self.inline = []
        self.had_paragraphs = False

    def say(self, node):
        self.inline.append(node)

    def block(self, node):
        self.close()
        self.blocks.append(node)

    def end_note(self):
        """The blank before the way back is none of the author's."""
        if self.inline and "text" in self.inline[-1]:
            self.inline[-1]["text"] = self.inline[-1]["text"].removesuffix("\xa0")

    def close(self):
        if self.inline:
            self.blocks.append(new("paragraph", self.inline))
            self.inline = []


def _uncommented(data):
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        data = data.replace(entity, letter)
    return data
