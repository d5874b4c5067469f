"""How the pages of a large space lie below one another, whatever their number: a page's place says all."""

UIDS = "23456789abcdefghjkmnpqrstuvwxyz"
AT_TOP, WIDE, LEVELS = 6, 10, 6
BLOCK = AT_TOP + WIDE * (LEVELS - 1)  # a subtree six levels deep is whole before the next begins
FIVE = 5  # pages below one that carries any; two of each level do


def above(place):
    """The place of the page this one lies below, None at the top."""
    block, rest = divmod(place, BLOCK)
    if rest < AT_TOP:
        return None
    level, rest = divmod(rest - AT_TOP, WIDE)
    first = AT_TOP + WIDE * (level - 1) if level else 0
    return block * BLOCK + first + rest // FIVE * FIVE


def carries(place):
    """Whether pages lie below it."""
    rest = place % BLOCK
    return rest in (0, FIVE) if rest < AT_TOP else rest < BLOCK - WIDE and (rest - AT_TOP) % FIVE == 0


def uid_of(number):
    """`mass` and the number in letters that are read aloud without doubt."""
    letters = ""
    for _ in range(8):
        number, rest = divmod(number, len(UIDS))
        letters = UIDS[rest] + letters
    return "mass" + letters
