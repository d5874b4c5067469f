"""How a Chinese name is typed by those who only know its sound.

pypinyin is imported when first used: its dictionary of phrases weighs 50 MB, and most processes never ask.
"""


def pinyin_of(text: str) -> str:
    """“林小满” → “linxiaoman”."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(text)).lower().replace(" ", "")[:120]


def initials_of(text: str) -> str:
    """“林小满” → “lxm”."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower().replace(" ", "")[:40]
