"""What may be given to LibreOffice: told from its first bytes, and from the directory of a zip, within milliseconds."""

from files.office.errors import Failed
from files.readers.office import Package
from files.readers.paper import Cut, Encrypted, Unreadable

MOST_BYTES = 100 * 1024 * 1024
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LOOKED_AT = 64 * 1024
PLACEABLE, METAFILE = (
    b"\xd7\xcd\xc6\x9a",
    (b"\x01\x00\x09\x00\x00", b"\x02\x00\x09\x00\x00"),
)  # WMF with a size, without
EMF, EMF_MARK = b"\x01\x00\x00\x00", slice(40, 44)


def look(path):
    """Raises Failed."""
    with open(path, "rb") as file:
        size = file.seek(0, 2)
        file.seek(0)
        start = file.read(LOOKED_AT)
        file.seek(0)
        if size > MOST_BYTES:
            raise Failed("too_large", size)
        if start.startswith(b"PK"):
            _look_inside(file)
        elif start.startswith(COMPOUND):
            if ENCRYPTED in start:
                raise Failed("encrypted")
        elif not start.startswith(b"{\\rtf") and not metafile(start):
            raise Failed("unknown", start[:8])


def metafile(start) -> str:
    """emf, wmf or nothing."""
    if start.startswith(EMF) and start[EMF_MARK] == b" EMF":
        return "emf"
    return "wmf" if start.startswith((PLACEABLE, *METAFILE)) else ""


def _look_inside(file):
    try:
        Package(file)
    except Cut as error:
        raise Failed("too_large", error) from error
    except Encrypted:
        raise Failed("encrypted") from None
    except Unreadable as error:
        raise Failed("broken", error) from error
