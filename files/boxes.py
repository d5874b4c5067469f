"""What is in a zip: Word, Excel and many others are zips with known parts."""

import struct
import zipfile

from django.utils.translation import gettext as _

from files.errors import Refused
from files.types import TYPES, FileType

MOST_OF_A_LIST = 2 * 1024 * 1024  # bytes; a list of contents longer than that is not read, and no office file has one
END_MARK = b"PK\x05\x06"
LARGE_MARK = b"PK\x06\x07"  # the list of a zip above four gigabytes or 65,535 parts stands elsewhere
END_LENGTH = 22
LONGEST_COMMENT = 65_535
MACROS = {"docx": "docm", "xlsx": "xlsm", "pptx": "pptm"}
PARTS = {  # the part without which a file is not what it says
    "docx": "word/document",
    "xlsx": "xl/workbook",
    "pptx": "ppt/presentation",
    "vsdx": "visio/document",
    "ofd": "OFD.xml",
    "odt": "content.xml",
    "ods": "content.xml",
    "odp": "content.xml",
    "xmind": "content.",
    "epub": "META-INF/container.xml",
}
OFFICE = ("docx", "xlsx", "pptx")


def type_in_box(file, said: str) -> FileType:
    """The type of a zip, by the parts in it and by its name where these are shared."""
    if said == "zip":
        return TYPES["zip"]
    names = _names(file)
    macros = any(name.endswith("vbaProject.bin") for name in names)
    without_macros = {with_: without for without, with_ in MACROS.items()}.get(said, said)
    kind = without_macros if without_macros in PARTS and _has(names, without_macros) else None
    kind = kind or next((each for each in OFFICE if _has(names, each)), None)
    if kind:
        return TYPES[MACROS.get(kind, kind) if macros else kind]
    if without_macros in PARTS:
        raise Refused(_("这个 .%(said)s 文件打不开，可能已损坏。") % {"said": said})
    return TYPES["zip"]


def _has(names, kind):
    return any(name.startswith(PARTS[kind]) for name in names)


def _names(file):
    """Names of the parts; nothing is unpacked. None of a box whose list is too long or broken."""
    if _length_of_list(file) > MOST_OF_A_LIST:
        return []
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as box:
            return box.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error):
        return []


def _length_of_list(file):
    """What the end of the zip says, read by hand: zipfile would read the whole list before telling."""
    size = file.seek(0, 2)
    file.seek(max(0, size - END_LENGTH - LONGEST_COMMENT))
    tail = file.read()
    if LARGE_MARK in tail:
        return MOST_OF_A_LIST + 1
    place = len(tail) - END_LENGTH  # zipfile looks there first, then for the last mark
    if not (tail[place:].startswith(END_MARK) and tail.endswith(b"\0\0")):
        place = tail.rfind(END_MARK)
    if place < 0 or len(tail) - place < END_LENGTH:
        return 0
    return struct.unpack_from("<I", tail, place + 12)[0]
