"""Two texts beside one another for readers: what came, what went, word by word, tables by row and cell."""

import re
from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.text.aligning import align
from content.text.blocks import Block, join, split
from content.text.filling import fill
from content.text.limits import Unrenderable
from content.text.reading import excerpt, plain_text
from content.text.rendering import render
from content.text.table_changes import compare_tables
from content.text.word_changes import compare_html, plain, says_the_same, whole

MOST_CHARACTERS = 300_000  # in changed blocks; above, they are shown as rewritten, not word by word: 2 s
MOST_PIECES = 3_000
LOOKS = {"added": "changed", "removed": "changed is-del", "changed": "changed is-fix", "dressed": "changed is-fix"}

_NOTE = re.compile(r"^\[\^([^\]]+)\]:")
_INDENT = re.compile(r"^ +")
_BETWEEN = "<!-- next -->"  # parts pieces while they are filled together; no rendering holds a comment


@dataclass(frozen=True)
class Piece:
    """A place: same, heading (unchanged, above a change), added, removed, changed, or dressed (only its look)."""

    kind: str
    html: str  # both texts in one
    old: str = ""
    new: str = ""
    count: int = 1  # blocks of a stretch that stayed
    title: str = ""  # what such a stretch is about
    note: str = ""  # how many rows and cells of a table

    @property
    def is_change(self) -> bool:
        return self.kind in LOOKS

    @property
    def look(self) -> str:
        return LOOKS.get(self.kind, "")

    def __str__(self) -> SafeString:
        """With the bar of its change."""
        return mark_safe(f'<div class="{self.look}">{self.html}</div>' if self.look else self.html)


@dataclass(frozen=True)
class Differences:
    pieces: list[Piece] = field(default_factory=list)

    @property
    def changes(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.is_change]

    @property
    def summary(self) -> str:
        """“5 处修改，其中 1 张表”."""
        count, tables = len(self.changes), sum(bool(piece.note) for piece in self.changes)
        if not count:
            return _("文字没有变")
        said = ngettext("%(count)s 处修改", "%(count)s 处修改", count) % {"count": count}
        if not tables:
            return said
        return said + ngettext("，其中 %(count)s 张表", "，其中 %(count)s 张表", tables) % {"count": tables}

    def for_reader(self, user) -> "Differences":
        """With pictures and links as this reader may have them: one query in all."""
        parts = (part for piece in self.pieces for part in (piece.html, piece.old, piece.new))
        filled = fill(_BETWEEN.join(parts), user, sections=False)
        parts = iter(mark_safe(part) for part in filled.split(_BETWEEN))
        return Differences(
            [replace(piece, html=next(parts), old=next(parts), new=next(parts)) for piece in self.pieces]
        )


def compare(old: str, new: str) -> Differences:
    """For anybody who may read both; call `for_reader` before showing it."""
    before, after = split(old, whole_tables=True), split(new, whole_tables=True)
    pairs = [(_at(before, i), _at(after, j)) for i, j in align(before, after)]
    stretches = [(same, list(stretch)) for same, stretch in groupby(pairs, _is_same)]
    show = _word_by_word if _is_showable(pairs) else _rewritten
    pieces = []
    for number, (same, stretch) in enumerate(stretches, 1):
        pieces += _stayed([new for _old, new in stretch], number < len(stretches)) if same else show(stretch)
    return Differences(pieces)


def _at(blocks, place):
    return None if place is None else blocks[place]


def _is_same(pair):
    return None not in pair and pair[0].key == pair[1].key


def _is_showable(pairs):
    changed = [pair for pair in pairs if not _is_same(pair)]
    size = sum(len(block.text) for pair in changed for block in pair if block)
    return size <= MOST_CHARACTERS and len(changed) <= MOST_PIECES


def _word_by_word(pairs):
    return [_changed(old, new) for old, new in pairs]


def _rewritten(pairs):
    """Everything that went, then everything that came."""
    old, new = ([block for block in side if block] for side in zip(*pairs, strict=True))
    gone, come = _html(old, "removed-text"), _html(new, "added-text")
    return [*([Piece("removed", gone, gone)] if old else []), *([Piece("added", come, "", come)] if new else [])]


def _stayed(blocks, is_followed) -> list[Piece]:
    """What stayed, to be folded away; the last heading stands open above the change it belongs to."""
    heads = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    if not (is_followed and heads):
        return [_stretch(blocks)] if blocks else []
    before, head, after = blocks[: heads[-1]], blocks[heads[-1]], blocks[heads[-1] + 1 :]
    html = _html([head])
    pieces = [_stretch(before)] if before else []
    pieces.append(Piece("heading", html, html, html))
    return pieces + ([_stretch(after)] if after else [])


def _stretch(blocks) -> Piece:
    html = _html(blocks)
    heads = [block.words for block in blocks if block.kind == "heading"]
    title = "、".join(heads[:3]) or excerpt(plain_text(html), 30)
    return Piece("same", html, html, html, count=len(blocks), title=title)


def _changed(old: Block | None, new: Block | None) -> Piece:
    if old is None:
        html = whole(_alone(new), "ins")
        return Piece("added", html, "", html, note=_("新增一张表") if new.kind == "table" else "")
    if new is None:
        html = whole(_alone(old), "del")
        return Piece("removed", html, html, "", note=_("删去一张表") if old.kind == "table" else "")
    before, after = _alone(old), _alone(new)
    if old.kind == new.kind == "table" and "<table" in before and "<table" in after:
        sides, count = compare_tables(before, after)
        return Piece("changed" if any(count) else "dressed", *sides, note=str(count) if any(count) else "")
    if says_the_same(before, after):
        return Piece("dressed", plain(after), plain(before), plain(after))
    return Piece("changed", *compare_html(before, after))


def _alone(block: Block) -> str:
    """The HTML of one block, an item of a list in a list of its own at its level."""
    if block.kind == "note":
        return _rendered(_NOTE.sub(r"\\[\1\\]", block.text))
    indent = len(block.text) - len(block.text.lstrip(" "))
    level = indent // 4 if block.kind == "item" else 0
    html = _rendered("\n".join(_INDENT.sub("", line, count=1) if indent else line for line in block.text.split("\n")))
    return '<ul><li class="outer">' * level + html + "</li></ul>" * level


def _html(blocks, look="") -> str:
    html = plain(_rendered(join(list(blocks))))
    return f'<div class="{look}">{html}</div>' if look else html


def _rendered(source) -> str:
    try:
        return render(source).html
    except Unrenderable:  # an old text that we would not take today
        return f"<pre>{escape(source)}</pre>"
