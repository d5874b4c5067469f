"""Bytes to text: what Chinese files really come in."""

from django.utils.translation import gettext as _

from content.text import encodings
from content.transfer.errors import Refused


def decode(content: bytes, name: str) -> tuple[str, str]:
    """(text, encoding): UTF-8, UTF-16 or GB18030. Raises Refused, naming the file, for what is none of them."""
    try:
        text, encoding = encodings.decode(content)
    except encodings.NotText:
        raise Refused(_("“%(name)s”不是 UTF-8、UTF-16 或 GB18030 的文本，没有导入。") % {"name": name}) from None
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
