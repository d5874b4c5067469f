"""Bytes of a text file as words, whatever machine wrote them."""

import codecs
import re
import unicodedata

from django.utils.translation import gettext_lazy as _

from content.errors import WritingError

_MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_BINARY = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!")
LOOKED_AT = 4_000  # bytes or characters; enough to tell
_USUAL = re.compile(r"[\t\n\r -~\u00a0-\u00ff\u2000-\u22ff\u2460-\u25ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_STRANGE = {"Cc", "Cn", "Co", "Cs"}
_PLAIN = "\t\n\r\f"
MOST_STRANGE = 0.02


class NotText(WritingError):
    message = _("这不是文字文件，或者编码无法识别。请用 UTF-8 另存后再试。")


def decode(content: bytes) -> tuple[str, str]:
    """(text, encoding). UTF-8, UTF-16 and UTF-32 with or without a mark, GB18030. Raises NotText."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _as(content, encoding), encoding.removesuffix("-sig")
    if content.startswith(_BINARY):
        raise NotText
    if (encoding := _wide(content)) is not None:
        return _as(content, encoding), encoding
    if b"\x00" in content[:LOOKED_AT]:
        raise NotText
    for encoding in ("utf-8", "gb18030"):
        try:
            return _as(content, encoding), encoding
        except NotText:
            continue
    raise NotText


def _as(content, encoding):
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise NotText from None
    if not is_writing(text):
        raise NotText
    return text.replace("\x00", "")


def is_writing(text: str) -> bool:
    """Hardly any character that nobody types: bytes of anything decode as GB18030, but not to words."""
    seen = text[:LOOKED_AT]
    strange = sum(unicodedata.category(letter) in _STRANGE and letter not in _PLAIN for letter in seen)
    return strange <= len(seen) * MOST_STRANGE


def _wide(content):
    """UTF-16 without a mark has zero bytes, and read the right way round it is Chinese or Latin."""
    if len(content) % 2 or b"\x00" not in content[:LOOKED_AT]:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        seen = content[:LOOKED_AT].decode(encoding, "replace")
        if len(_USUAL.findall(seen)) > len(seen) * 0.9:
            return encoding
    return None
