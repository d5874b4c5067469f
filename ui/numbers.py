"""Numbers as browsers and files send them."""

MOST_DIGITS = 18  # fits every column; and Python refuses to read a number of five thousand digits


def number_in(text) -> int:
    """The number a text says, 0 for everything else: “²” and “九” count as digits elsewhere, and are none."""
    text = str(text or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else 0
