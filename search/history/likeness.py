"""Whether two phrases ask for the same."""

from search.analysis import pairs

NEAR = 0.75  # of the pairs of characters, counted from both sides


def is_near(one, other) -> bool:
    """“夜班补贴 2026” and “2026夜班补贴” are; “高钾” and “低钾” are not. Takes folded phrases."""
    if one == other or "".join(sorted(one.split())) == "".join(sorted(other.split())):
        return True
    mine, theirs = set(pairs(one)), set(pairs(other))
    if not mine or not theirs:
        return False
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) >= NEAR
