"""How a Chinese name is typed by those who only know its sound."""

from hanzi import sounds


def pinyin_of(text: str) -> str:
    """“林小满” → “linxiaoman”."""
    return "".join(sounds.spoken(text)).lower().replace(" ", "")[:120]


def initials_of(text: str) -> str:
    """“林小满” → “lxm”."""
    return sounds.initials(text).lower().replace(" ", "")[:40]
