"""What the index holds of a text is what a question of the same text asks for."""

import random
import unicodedata

import pytest

from search.analysis import fold, tokens
from search.analysis.tokens import tokens_of_folded

LETTERS = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
MARKS = [letter for letter in LETTERS if unicodedata.category(letter)[0] == "M" or 0x1100 <= ord(letter) < 0x1200]


def test_of_every_letter_between_others():
    text = " ".join(f"a{letter}b 强{letter}化 か{letter}" for letter in LETTERS if letter.strip())
    for start in range(0, len(text), 50_000):
        piece = text[start : start + 50_000]
        assert tokens(piece) == tokens_of_folded(fold(piece))
    for letter in LETTERS[::7]:
        assert tokens(f"5{letter}强") == tokens_of_folded(fold(f"5{letter}强"))


@pytest.mark.parametrize("seed", range(3))
def test_of_letters_and_marks_in_any_order(seed):
    chance = random.Random(seed)
    for _ in range(3_000):
        some = [chance.choice(chance.choice([LETTERS, MARKS, "aÅ強か 5，。Σσ_＿ﾊﾞ"])) for _ in range(5)]
        assert tokens("".join(some)) == tokens_of_folded(fold("".join(some)))
