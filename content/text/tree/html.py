"""HTML on one line, in which nothing can be taken for Markdown."""

import re

from content.text.tokens import said
from content.text.walking import EMPTY

_PLAIN = re.compile(r"[^\w \u3000-\u303f\uff00-\uffef“”‘’·…—]|_")
_NO_VALUE = re.compile(r"[\\`\[\]!<>&\"|^\x00-\x1f]|:(?=//)")  # what is read before tags are


def heavy(text: str) -> str:
    """Every sign as an entity."""
    return _PLAIN.sub(_entity, text)


def attribute(name: str, value) -> str:
    return f' {name}="{value_of(str(value))}"'


def value_of(text: str) -> str:
    return _NO_VALUE.sub(_entity, text)


def tag(name: str, /, **attrs) -> str:
    """The opening tag with those attributes that say something."""
    return f"<{name}{''.join(attribute(key.rstrip('_'), value) for key, value in attrs.items() if value is not None)}>"


def html_of(tokens: list[dict]) -> str:
    parts = []
    for token in tokens:
        if token["type"] in ("StartTag", "EmptyTag"):
            attrs = "".join(attribute(name, value) for (_space, name), value in token["data"].items())
            parts.append(f"<{token['name']}{attrs}>")
        elif token["type"] == "EndTag":
            parts.append("" if token["name"] in EMPTY else f"</{token['name']}>")
        else:
            parts.append(heavy(said(token)))
    return "".join(parts)


def _entity(match):
    return f"&#{ord(match[0])};"
