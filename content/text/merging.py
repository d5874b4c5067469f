"""Two people changed one text: take in what does not touch, show both where it does. Nothing of either is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from content.text.aligning import align
from content.text.blocks import Block, join, split


class Origin(StrEnum):
    KEPT = "kept"  # nobody changed it
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # both changed it, to the same
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Part:
    """One place: what stood there, what each made of it. An empty side means that it was deleted, or not yet there."""

    origin: Origin
    base: tuple[Block, ...]
    mine: tuple[Block, ...]
    theirs: tuple[Block, ...]
    heading: str = ""  # the words of the heading it stands under
    context: str = ""  # the block before it

    @property
    def taken(self) -> tuple[Block, ...]:
        """What goes into the merged text; of a conflict, mine until somebody decides."""
        return self.theirs if self.origin == Origin.THEIRS else self.mine

    @property
    def text(self) -> str:
        return join(list(self.taken)).strip("\n")

    @property
    def base_text(self) -> str:
        return join(list(self.base)).strip("\n")

    @property
    def my_text(self) -> str:
        return join(list(self.mine)).strip("\n")

    @property
    def their_text(self) -> str:
        return join(list(self.theirs)).strip("\n")

    @property
    def both_texts(self) -> str:
        return "\n\n".join(filter(None, (self.my_text, self.their_text)))


@dataclass(frozen=True)
class Merged:
    parts: tuple[Part, ...]

    @property
    def conflicts(self) -> list[Part]:
        return [part for part in self.parts if part.origin == Origin.CONFLICT]

    @property
    def settled(self) -> list[Part]:
        """What was merged without asking."""
        return [part for part in self.parts if part.origin in (Origin.MINE, Origin.THEIRS, Origin.BOTH)]

    @property
    def is_clean(self) -> bool:
        return not self.conflicts

    @property
    def text(self) -> str:
        """The merged text; where it is not clean, with mine."""
        return join([block for part in self.parts for block in part.taken])

    def with_answers(self, answers: Sequence[str]) -> str:
        """The text with one answer a conflict, in order; an empty one leaves the place out."""
        answers = iter(answers)
        blocks = []
        for part in self.parts:
            blocks += _answered(part, next(answers)) if part.origin == Origin.CONFLICT else part.taken
        return join(blocks)


def merge(base: str, mine: str, theirs: str) -> Merged:
    """By headings, paragraphs, list items and table rows; a table whose columns changed counts as one."""
    for whole_tables in (False, True):
        texts = [split(text, whole_tables=whole_tables) for text in (base, mine, theirs)]
        changes = [_Changes(texts[0], text) for text in texts[1:]]
        if not any(change.touches_columns() for change in changes):
            break
    return Merged(tuple(_described(_joined(_parts(texts[0], *changes)))))


class _Changes:
    """What one side made of the base: the fate of each block, and what it put before each."""

    def __init__(self, base, text):
        self.base, self.text = base, text
        self.fate = [None] * len(base)
        self.inserted = [[] for _gap in range(len(base) + 1)]
        at = 0
        for i, j in align(base, text, loose=True):
            if i is None:
                self.inserted[at].append(text[j])
            else:
                self.fate[i] = None if j is None else text[j]
                at = i + 1

    def is_changed(self, at) -> bool:
        return self.fate[at] is None or self.fate[at].key != self.base[at].key

    def touches_columns(self) -> bool:
        return any(block.kind == "columns" and self.is_changed(at) for at, block in enumerate(self.base))


def _parts(base, mine, theirs):
    for at in range(len(base) + 1):
        new, also_new = tuple(mine.inserted[at]), tuple(theirs.inserted[at])
        if new or also_new:
            yield Part(_origin_of_new(new, also_new), (), new, also_new)
        if at < len(base):
            yield _part_of(base[at], mine, theirs, at)


def _origin_of_new(new, also_new):
    if not also_new:
        return Origin.MINE
    if not new:
        return Origin.THEIRS
    same = [block.key for block in new] == [block.key for block in also_new]
    return Origin.BOTH if same else Origin.CONFLICT


def _part_of(block, mine, theirs, at):
    here, there = mine.fate[at], theirs.fate[at]
    by_me, by_them = mine.is_changed(at), theirs.is_changed(at)
    if not by_me and not by_them:
        origin = Origin.KEPT
        here = there = _touched_up(block, here, there)
    elif by_me and by_them:
        same = (here and here.key) == (there and there.key)
        origin = Origin.BOTH if same else Origin.CONFLICT
    else:
        origin = Origin.MINE if by_me else Origin.THEIRS
        if here and there:
            here, there = _spaced_alike(block, here, there)
    return Part(origin, (block,), (here,) if here else (), (there,) if there else ())


def _touched_up(block, here, there):
    """Says the same as before; numbers, padding and spacing follow whoever changed them."""
    text = here if here.text != block.text else there
    gap = _spacing(block, here, there)
    return Block(text.kind, text.text, gap.gap, gap.next)


def _spacing(block, here, there):
    """Whichever side parted it otherwise from what follows."""
    return here if (here.gap, here.next) != (block.gap, block.next) else there


def _spaced_alike(block, here, there):
    gap = _spacing(block, here, there)
    return tuple(Block(each.kind, each.text, gap.gap, gap.next) for each in (here, there))


def _joined(parts):
    """Neighbouring places of one origin are one place; conflicts stay apart, for each is decided by itself."""
    joined = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and last.origin == part.origin != Origin.CONFLICT:
            joined[-1] = Part(part.origin, last.base + part.base, last.mine + part.mine, last.theirs + part.theirs)
        else:
            joined.append(part)
    return joined


def _described(parts):
    heading = context = ""
    for part in parts:
        yield Part(part.origin, part.base, part.mine, part.theirs, heading, context)
        for block in part.taken:
            heading = block.words if block.kind == "heading" else heading
            context = block.text


def _answered(part, answer):
    if not answer.strip():
        return []
    like = next(iter(part.mine + part.theirs + part.base))
    last = (part.mine or part.theirs or part.base)[-1]
    return [Block(like.kind, answer.strip("\n"), last.gap, last.next)]
