"""How a Chinese name is typed by those who only know its sound."""

from pypinyin import Style, lazy_pinyin


def pinyin_of(text: str) -> str:
    """“林小满” → “linxiaoman”."""
    return "".join(lazy_pinyin(text)).lower().replace(" ", "")[:120]


def initials_of(text: str) -> str:
    """“林小满” → “lxm”."""
    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower().replace(" ", "")[:40]
