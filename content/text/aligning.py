"""Which block of one text is which of another: equal ones first, then the most alike, in order."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from content.text.blocks import Block

ALIKE = 0.34  # of their pairs of characters; below, a block is a new one
COMPARISONS = 40_000  # at most in one stretch: 0.2 s
LONG = 2_000  # blocks; above, what repeats too often is not searched for

UP, LEFT, PAIR = (1, 0), (0, 1), (1, 1)
_LOOK = re.compile(r"[*_~=`#>|\s]+")  # a word made bold is the same word

Pair = tuple[int | None, int | None]


def align(old: Sequence[Block], new: Sequence[Block], *, loose: bool = False) -> list[Pair]:
    """Pairs of places, each place once and in order; None for a block the other text lacks.

    Loose pairs what stands in the same place, however different: for merging, where a rewritten paragraph is a change.
    """
    matcher = SequenceMatcher(
        None, [block.key for block in old], [block.key for block in new], autojunk=max(len(old), len(new)) > LONG
    )
    pairs = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            alike = _most_alike(old[i1:i2], new[j1:j2])
            pairs += _in_order(alike, i1, i2, j1, j2, loose)
    return pairs


def _most_alike(old, new) -> list[tuple[int, int]]:
    """The pairs, in order, whose likeness adds up to most. Long stretches are compared near the diagonal only."""
    if not old or not new:
        return []
    left, right = [_grams(block) for block in old], [_grams(block) for block in new]
    bands = _bands(len(old), len(new))
    steps, above = {}, _Row(0, [0.0])
    for i, block in enumerate(old):
        low, high = bands[i]
        sums = [above.best(low)]
        for j in range(low, high + 1):
            best, steps[i, j] = max((above.best(j + 1), UP), (sums[-1], LEFT))
            if block.kind == new[j].kind and (likeness := _likeness(left[i], right[j])) >= ALIKE:
                best, steps[i, j] = max((best, steps[i, j]), (above.best(j) + likeness, PAIR))
            sums.append(best)
        above = _Row(low, sums)
    return list(reversed(list(_way_back(steps, bands, len(old) - 1, len(new) - 1))))


def _bands(height, length):
    """Which of the new ones each old one is compared with."""
    width = max(1, COMPARISONS // max(height, length) // 2)
    middles = (i * length // height for i in range(height))
    return [(max(0, middle - width), min(length - 1, middle + width)) for middle in middles]


class _Row(NamedTuple):
    """The best sums of one old block: with none, one, two … of the new ones from `low` on."""

    low: int
    sums: list[float]

    def best(self, j):
        return self.sums[min(j - self.low, len(self.sums) - 1)] if j >= self.low else 0.0


def _way_back(steps, bands, i, j) -> Iterator[tuple[int, int]]:
    while i >= 0 and j >= 0:
        step = steps.get((i, j)) or (LEFT if j > bands[i][1] else UP)
        if step == PAIR:
            yield i, j
        i, j = i - step[0], j - step[1]


def _in_order(alike, i1, i2, j1, j2, loose) -> list[Pair]:
    pairs, i, j = [], i1, j1
    for a, b in [*((i1 + a, j1 + b) for a, b in alike), (i2, j2)]:
        if loose:
            while i < a and j < b:
                pairs.append((i, j))
                i, j = i + 1, j + 1
        pairs += [(place, None) for place in range(i, a)] + [(None, place) for place in range(j, b)]
        if (a, b) != (i2, j2):
            pairs.append((a, b))
        i, j = a + 1, b + 1
    return pairs


def _grams(block) -> frozenset[str]:
    text = _LOOK.sub("", block.text)
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)))


def _likeness(left, right) -> float:
    return 2 * len(left & right) / (len(left) + len(right))
