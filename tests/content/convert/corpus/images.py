"""Pictures of a few bytes: PNG, EMF, WMF and TIFF."""

import io
import struct
import zlib

from PIL import Image


def png(width=2, height=2, colour=(0, 128, 128)) -> bytes:
    """Its header may claim any size; there are rows for what is small only."""
    rows = b"".join(b"\0" + bytes(colour) * width for _row in range(height)) if width * height < 10**6 else b""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def emf() -> bytes:
    """One rectangle [MS-EMF]."""
    box = struct.pack("<IIiiii", 43, 24, 100, 100, 900, 700)
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    size = 88 + len(box) + len(end)
    bounds = struct.pack("<iiii", 0, 0, 1000, 800) + struct.pack("<iiii", 0, 0, 20000, 16000)
    rest = struct.pack("<IIIIHHIIIiiii", 0x464D4520, 0x10000, size, 3, 1, 0, 0, 0, 0, 1920, 1080, 508, 286)
    return struct.pack("<II", 1, 88) + bounds + rest + box + end


def wmf() -> bytes:
    """One rectangle behind a placeable header [MS-WMF]."""
    head = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 1000, 800, 1440, 0)
    check = 0
    for (word,) in struct.iter_unpack("<H", head):
        check ^= word
    records = struct.pack("<IHhhhh", 7, 0x041B, 700, 900, 100, 100) + struct.pack("<IH", 3, 0)
    meta = struct.pack("<HHHIHIH", 1, 9, 0x0300, (18 + len(records)) // 2, 0, 7, 0)
    return head + struct.pack("<H", check) + meta + records


def scan(mode="L") -> bytes:
    """What a scanner writes."""
    made = io.BytesIO()
    Image.new(mode, (8, 8)).save(made, "TIFF")
    return made.getvalue()
