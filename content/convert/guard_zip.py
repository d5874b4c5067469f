"""A zip before anybody unpacks it: what its list says, and how its XML begins."""

import re
import struct
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from content.convert.refusing import Refused

MOST_MEMBERS = 5_000
MOST_BYTES_OF_LIST = 2 * 1024 * 1024
MOST_BYTES = 400 * 1024 * 1024  # unpacked
MOST_BYTES_OF_A_MEMBER = 100 * 1024 * 1024
MOST_BYTES_OF_XML = 40 * 1024 * 1024
MOST_RATIO = 400  # unpacked to packed; a table of empty cells reaches 100
RATIO_MATTERS = 8 * 1024 * 1024  # bytes unpacked
LOOKED_AT = 16 * 1024  # bytes of each part; a DTD stands before the first element
MOST_BYTES_OF_TYPES = 1024 * 1024
_END = b"PK\x05\x06"
_LONGEST_COMMENT = 65_536
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MAIN = (
    ("wordprocessingml.document.main+xml", "docx"),
    ("wordprocessingml.template.main+xml", "docx"),
    ("spreadsheetml.sheet.main+xml", "xlsx"),
    ("presentationml.presentation.main+xml", "pptx"),
    ("presentationml.slideshow.main+xml", "pptx"),
)


def kind_of(file) -> str:
    _check_end(file)
    try:
        with ZipFile(file) as box:
            return _kind(box)
    except Refused:
        raise
    except Exception as error:  # BadZipFile, zlib.error, struct.error, RuntimeError, NotImplementedError …
        raise Refused("cut_off", error) from error


def _check_end(file):
    """How long its list is, before the list is read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_COMMENT - 22))
    tail = file.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < 22:
        raise Refused("cut_off", "no end")
    *_disks, _here, count, length, _offset = struct.unpack_from("<HHHHII", tail, place + 4)
    if count > MOST_MEMBERS:
        raise Refused("members", count)
    if length > MOST_BYTES_OF_LIST:
        raise Refused("members", f"{length} bytes")
    file.seek(0)


def _kind(box):
    infos = box.infolist()
    if len(infos) > MOST_MEMBERS:
        raise Refused("members", len(infos))
    names = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in infos}
    is_office = "[content_types].xml" in names
    for name, info in names.items():
        _check(name, info, is_office)
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise Refused("too_large", "unpacked")
    if is_office:
        kind = _office(box, names)
        _check_beginnings(box, names)
        return kind
    if "mimetype" in names and "opendocument.text" in _begins(box, names["mimetype"]).decode("latin-1"):
        return "odt"
    return "zip"


def _check(name, info, is_office):
    if info.flag_bits & 0x1:
        raise Refused("encrypted", name)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused("strange_packing", f"{name}: {info.compress_type}")
    if ".." in name.split("/") or re.match(r"[a-z]:", name) or info.filename.startswith(("/", "\\")):
        raise Refused("bad_name", info.filename)
    if info.file_size > RATIO_MATTERS and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        raise Refused("packed_too_well", name)
    most = MOST_BYTES_OF_XML if is_office and _is_xml(name) else MOST_BYTES_OF_A_MEMBER
    if info.file_size > most:
        raise Refused("too_large", f"{name}: {info.file_size}")


def _is_xml(name):
    return name.endswith((".xml", ".rels", ".vml"))


def _office(box, names):
    types = box.open(names["[content_types].xml"]).read(MOST_BYTES_OF_TYPES).replace(b"\0", b"").decode("latin-1")
    if "macroEnabled" in types or any(name.endswith("vbaproject.bin") for name in names):
        raise Refused("macros")
    for mark, kind in _MAIN:
        if mark in types:
            return kind
    if any(name.startswith("word/") for name in names):
        return "docx"  # some programs call their parts application/xml
    raise Refused("no_document", types[:200])


def _check_beginnings(box, names):
    for name, info in names.items():
        if _is_xml(name) and _DTD.search(_begins(box, info).replace(b"\0", b"")):  # UTF-16 has them between letters
            raise Refused("doctype", name)


def _begins(box, info):
    try:
        return box.open(info).read(LOOKED_AT)
    except BadZipFile as error:
        raise Refused("cut_off", f"{info.filename}: {error}") from error
