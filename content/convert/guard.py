"""What a file is, told from itself and never from its name, and whether it is one that may be opened at all.

Takes milliseconds: nothing is parsed, no more than beginnings are unpacked.
"""

import re
from pathlib import PurePosixPath

from content.convert import guard_ole, guard_zip
from content.convert.refusing import Refused

MOST_BYTES = 100 * 1024 * 1024
MOST_BYTES_OF_TEXT = 20 * 1024 * 1024
LOOKED_AT = 64 * 1024  # bytes
_MARKS = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
)
_OTHERS = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MZ", b"\x7fELF", b"BM", b"\x00\x00\x01\x00")
_ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|p|div|table|h[1-6]|span|ul|ol|br)\b[^<]*>", re.IGNORECASE)
_ARCHIVE = re.compile(r"\A(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:", re.IGNORECASE)


def kind_of(path, name="") -> str:
    """docx, doc, wps, rtf, html, markdown, text; xlsx, pptx, xls, ppt, odt, zip, pdf and picture. Raises Refused."""
    extension = PurePosixPath(str(name or path).replace("\\", "/")).suffix.lower()
    with open(path, "rb") as file:
        size = file.seek(0, 2)
        file.seek(0)
        start = file.read(LOOKED_AT)
        if not start.strip():
            raise Refused("empty")
        if size > MOST_BYTES:
            raise Refused("too_large", size)
        if start.startswith(b"PK"):
            return guard_zip.kind_of(file)
        if start.startswith(guard_ole.MARK):
            return guard_ole.kind_of(file, size, extension)
        for mark, kind in _MARKS:
            if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(mark):
                return kind
        if start.startswith(_OTHERS):
            raise Refused("unknown", start[:8])
    return _text(start, size, extension)


def _text(start, size, extension):
    words = _words(start)
    if size > MOST_BYTES_OF_TEXT:
        raise Refused("too_large", size)
    if _ARCHIVE.match(words):
        raise Refused("web_archive")
    if re.search(r"<\?mso-application|<w:wordDocument|<pkg:package", words):
        raise Refused("old_xml")
    if re.match(r"\s*<(?:!doctype\s+html|html|head|body|meta)\b", words, re.IGNORECASE):
        return "html"
    if extension in (".md", ".markdown"):
        return "markdown"
    if extension == ".txt":
        return "text"
    return "html" if _HTML.search(words) else "text"


def _words(start):
    for mark, encoding in _ENCODINGS:
        if start.startswith(mark):
            return start.decode(encoding, "replace")
    if b"\0" in start:
        raise Refused("not_text", start[:8])
    for encoding in ("utf-8", "gb18030"):
        try:
            return start[:-4].decode(encoding) if len(start) == LOOKED_AT else start.decode(encoding)
        except UnicodeDecodeError as error:
            if len(start) == LOOKED_AT and error.start > LOOKED_AT - 12:  # cut within a character
                return start[: error.start].decode(encoding)
    raise Refused("not_text", start[:8])
