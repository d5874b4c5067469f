"""The box in which Office kept its files before 2007 [MS-CFB]: whose it is, and whether it is locked."""

import struct

from content.convert.refusing import Refused

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_SECTORS = 4_000  # of the directory
_ENTRY = 128
_SECTORS_IN_HEADER = 109
_KINDS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"))


def kind_of(file, size, extension) -> str:
    try:
        entries = dict(_entries(_Box(file, size)))
    except (struct.error, IndexError, OSError, ValueError) as error:
        raise Refused("cut_off", error) from error
    if "EncryptedPackage" in entries or "EncryptionInfo" in entries:
        raise Refused("encrypted")
    for name, kind in _KINDS:
        if name in entries:
            if kind == "doc" and entries[name]:
                raise Refused("encrypted")
            return "wps" if kind == "doc" and extension == ".wps" else kind
    if extension == ".wps":
        return "wps"
    raise Refused("unknown", ", ".join(sorted(entries))[:200])


class _Box:
    def __init__(self, file, size):
        self.file, self.size = file, size
        head = self._at(0, 512)
        shift, _mini = struct.unpack_from("<HH", head, 30)
        if shift not in (9, 12):
            raise ValueError("sectors")
        self.width = 1 << shift
        self.directory = struct.unpack_from("<I", head, 48)[0]
        self.tables = struct.unpack_from(f"<{_SECTORS_IN_HEADER}I", head, 76)

    def _at(self, place, length):
        self.file.seek(place)
        return self.file.read(length)

    def sector(self, number):
        place = (number + 1) * self.width
        if place >= self.size:
            raise ValueError("outside")
        return self._at(place, self.width)

    def chain(self, number):
        """Sectors one after the other. A table that the header does not name ends it: directories lie in front."""
        for _step in range(MOST_SECTORS):
            if number >= 0xFFFFFFFA:
                return
            yield self.sector(number)
            each = self.width // 4
            table, place = divmod(number, each)
            if table >= _SECTORS_IN_HEADER or self.tables[table] >= 0xFFFFFFFA:
                return
            number = struct.unpack_from("<I", self.sector(self.tables[table]), place * 4)[0]


def _entries(box):
    """(name, whether it is a locked document)"""
    for sector in box.chain(box.directory):
        for place in range(0, len(sector), _ENTRY):
            entry = sector[place : place + _ENTRY]
            length, kind = struct.unpack_from("<HB", entry, 64)
            if kind not in (1, 2, 5) or not 2 <= length <= 64:
                continue
            name = entry[: length - 2].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", entry, 116)
            yield name, name == "WordDocument" and size >= 4096 and _is_locked(box.sector(first))


def _is_locked(head):
    """[MS-DOC] 2.5.2 FibBase.fEncrypted"""
    return bool(struct.unpack_from("<H", head, 10)[0] & 0x0100)
