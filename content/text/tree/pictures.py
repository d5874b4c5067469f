"""What a link or a picture can say in Markdown's own signs, and how much of it a tag can carry."""

import re

from content.text.tree.html import value_of

LONGEST = 500  # as the allow-list has it, entities counted as written
_TARGET = re.compile(r"(?!.*&#?\w+;)[\w\-./:?=%#+~,;@!$&]+")
_WORDS = re.compile(r"(?!\^)[^\\`\[\]<>&|\"']{0,400}")


def is_simple_target(target: str) -> bool:
    return _TARGET.fullmatch(target) is not None


def is_simple_picture(attrs: dict) -> bool:
    says = _WORDS.fullmatch(attrs["alt"]) and _WORDS.fullmatch(attrs["title"] or "")
    return bool(says) and is_simple_target(attrs["src"])


def fitting(attrs: dict) -> dict:
    """The attributes of a picture, short enough to survive."""
    if is_simple_picture(attrs):
        return attrs
    return {**attrs, "alt": cut(attrs["alt"], LONGEST), "title": cut(attrs["title"] or "", LONGEST) or None}


def cut(text: str, most: int) -> str:
    while len(value_of(text)) > most:
        text = text[: len(text) * most // len(value_of(text))].rstrip()
    return text
