"""What a file is by its content. Its name is only asked where several types share their first bytes."""

import codecs

import filetype
from django.utils.translation import gettext as _

from files.boxes import type_in_box
from files.errors import Refused
from files.types import TYPES, FileType, extension_of

HEAD = 8192  # bytes
TEXTS = {"txt", "md", "log", "csv", "html", "svg", "xml", "json", "ics", "vcf", "drawio"}
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")  # Microsoft's older container; also around encrypted new files
IN_COMPOUND = {"doc", "xls", "ppt", "wps", "et", "dps", "vsd", "msg", "docx", "xlsx", "pptx"}
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
BY_FIRST_BYTES = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/apng": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/tiff": "tif",
    "image/vnd.adobe.photoshop": "psd",
    "image/vnd.dwg": "dwg",
    "application/dicom": "dcm",
    "video/mp4": "mp4",
    "video/x-m4v": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
    "video/x-msvideo": "avi",
    "video/x-ms-wmv": "wmv",
    "video/mpeg": "mpg",
    "video/x-flv": "flv",
    "video/3gpp": "3gp",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/aac": "aac",
    "audio/ogg": "ogg",
    "audio/x-wav": "wav",
    "audio/x-flac": "flac",
    "audio/amr": "amr",
    "application/x-rar-compressed": "rar",
    "application/x-7z-compressed": "7z",
    "application/gzip": "gz",
    "application/x-tar": "tar",
}
# Pictures that become another type, since not every browser of the house shows them.
BECOMES = {
    "image/bmp": FileType("bmp", "image/bmp", True),
    "image/heic": FileType("heic", "image/heic", True),
    "image/avif": FileType("avif", "image/avif", True),
}
TEXT_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
TEXT_CONTROLS = {9, 10, 12, 13, 27}


def recognise(file, name: str) -> FileType:
    """The type of an upload, or Refused where it is none that we take or not what its name says."""
    file.seek(0)
    head = file.read(HEAD)
    said = extension_of(name)
    if not head:
        raise Refused(_("文件是空的。"))
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return TYPES["pdf"]
    if head.startswith(b"{\\rtf"):
        return TYPES["rtf"]
    if encoding_of(head):
        return _as_text(said)
    if head.startswith(ZIP):
        return type_in_box(file, said)
    if head.startswith(COMPOUND):
        return _in_compound(said)
    return _by_first_bytes(head)


def encoding_of(head: bytes) -> str:
    """How the beginning of a text is encoded; empty when it is no text."""
    if head.startswith(TEXT_MARKS):
        return "utf-16" if _decodes(head, "utf-16") else ""
    if any(byte < 32 and byte not in TEXT_CONTROLS for byte in head):
        return ""
    return next((encoding for encoding in ("utf-8", "gb18030") if _decodes(head, encoding)), "")


def _decodes(head, encoding):
    """The last character may be cut off where the head ends."""
    try:
        words = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return "\0" not in words


def _as_text(said):
    if said in TEXTS:
        return TYPES[said]
    if said in TYPES or said in ("bmp", "heic", "avif"):
        raise Refused(_("文件名是 .%(said)s，内容却是文字。请换成真正的文件再上传。") % {"said": said})
    return TYPES["txt"]


def _in_compound(said):
    if said in IN_COMPOUND:
        return TYPES[said]
    raise Refused(_("不支持这种文件。请换成 PDF、Office、图片、视频或压缩包。"))


def _by_first_bytes(head):
    found = filetype.guess(head)
    media_type = found.mime if found else ""
    if media_type in BECOMES:
        return BECOMES[media_type]
    if media_type in BY_FIRST_BYTES:
        return TYPES[BY_FIRST_BYTES[media_type]]
    if head[4:8] == b"ftyp":
        return TYPES["mp4"]
    raise Refused(_("不支持这种文件。请换成 PDF、Office、图片、视频或压缩包。"))
