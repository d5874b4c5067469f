"""Which block of one text is which of another: equal ones first, then the most alike, in order."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from content.text.blocks import Block

ALIKE = 0.34  # of their pairs of characters; below, a block is a new one
COMPARISONS = 40_000  # at most in one stretch: 0.2 s
LONG = 2_000  # blocks; above, what repeats too often is not searched for

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
    """The pairs, in order, whose likeness adds up to most."""
    if not old or not new:
        return []
    width = max(1, COMPARISONS // max(len(old), len(new)) // 2)
    left, right = [_grams(block) for block in old], [_grams(block) for block in new]
    best = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)] if len(old) * len(new) <= 4_000_000 else None
    if best is None:
        return []
    came = {}
    for i in range(1, len(old) + 1):
        middle = i * len(new) // len(old)
        row, above = best[i], best[i - 1]
        for j in range(1, len(new) + 1):
            row[j] = max(above[j], row[j - 1])
            if abs(j - middle) <= width and old[i - 1].kind == new[j - 1].kind:
                likeness = _likeness(left[i - 1], right[j - 1])
                if likeness >= ALIKE and above[j - 1] + likeness > row[j]:
                    row[j] = above[j - 1] + likeness
                    came[i, j] = True
    return list(reversed(list(_way_back(best, came, len(old), len(new)))))


def _way_back(best, came, i, j) -> Iterator[tuple[int, int]]:
    while i and j:
        if (i, j) in came:
            i, j = i - 1, j - 1
            yield i, j
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1


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
    text = "".join(block.text.split())
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)))


def _likeness(left, right) -> float:
    return 2 * len(left & right) / (len(left) + len(right))
