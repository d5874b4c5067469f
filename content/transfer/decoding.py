"""Bytes to text: what Chinese files really come in."""

import codecs

from django.utils.translation import gettext as _

from content.transfer.errors import Refused

MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(content: bytes, name: str) -> tuple[str, str]:
    """(text, encoding): by its mark, else UTF-8, else GB18030. Raises Refused for what is none of them."""
    tried = [encoding for mark, encoding in MARKED if content.startswith(mark)] or ["utf-8", "gb18030"]
    for encoding in tried:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
    raise Refused(_("“%(name)s”不是 UTF-8、UTF-16 或 GB18030 的文本，没有导入。") % {"name": name})
