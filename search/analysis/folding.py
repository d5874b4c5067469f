"""One form for what people write in many: half-width, simplified, lower case."""

import re
import unicodedata
from functools import cache

HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2EBE0))


def fold(text) -> str:
    """“ＣＴ 增強” → “ct 增强”. The same on both sides of every comparison; may change the length of the text."""
    return _simplified(unicodedata.normalize("NFKC", text)).lower()


def fold_with_places(text) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the text it came from (and the end of the text)."""
    folded = fold(text)
    if len(folded) == len(text):  # nearly always
        return folded, range(len(text) + 1)
    pieces, places = [], []
    for place, letter in enumerate(text):
        piece = fold(letter)
        pieces.append(piece)
        places += [place] * len(piece)
    return "".join(pieces), [*places, len(text)]


def _simplified(text):
    if text.isascii():
        return text
    traditional, table = _traditional()
    return text.translate(table) if traditional.search(text) else text


@cache
def _traditional():
    """A pattern that finds traditional characters, and the table that replaces them one by one."""
    from opencc import OpenCC

    letters = [chr(code) for first, last in HAN_BLOCKS for code in range(first, last + 1)]
    simple = OpenCC("t2s").convert("\n".join(letters)).split("\n")
    pairs = {a: b for a, b in zip(letters, simple, strict=True) if a != b and len(b) == 1}
    return re.compile(f"[{''.join(pairs)}]"), str.maketrans(pairs)
