"""The pictures of a text: each kept once, named by what it is, with the size it is shown in."""

import hashlib
import struct

from lxml import etree

from content.convert.word.names import WP, A, R, w, whole
from content.convert.word.package import Broken
from content.convert.word.results import Picture

MOST_PIXELS = 100_000_000  # 30,000 × 30,000 takes 3.6 GB to be shown
MOST_BYTES = 50 * 1024 * 1024
MOST_IN_ALL = 300 * 1024 * 1024
_EMU_A_PIXEL = 9525
_MARKS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
    (b"\x01\0\x09\0", "wmf"),
)
_JPEG_SIZES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))


class Album:
    """`number` gives each picture of the box a number as its words; readers ask for it by that."""

    def __init__(self, box, report, keep):
        self.box, self.report, self.keep = box, report, keep
        self._shown, self._kept, self._size = [], {}, 0

    @property
    def pictures(self):
        return list(self._kept.values())

    def number(self):
        for story in (self.box.main, self.box.footnotes, self.box.endnotes):
            if story is not None:
                self._number(story, self.box.relations(self.box.name_of(story)))

    def _number(self, story, relations):
        for drawing in story.iter(w("drawing")):
            blip = next(drawing.iter(f"{{{A}}}blip"), None)
            relation = None if blip is None else relations.get(blip.get(f"{{{R}}}embed"))
            if relation is None:
                continue
            extent, about = drawing.find(f"*/{{{WP}}}extent"), drawing.find(f"*/{{{WP}}}docPr")
            if about is None:
                about = etree.Element(f"{{{WP}}}docPr")
                drawing[0].insert(0, about)
            sizes = [0 if extent is None else whole(extent.get(name), 0) // _EMU_A_PIXEL for name in ("cx", "cy")]
            said = " ".join((about.get("descr") or about.get("title") or "").split())[:500]
            self._shown.append((relation.target, said, *sizes, drawing))
            about.set("descr", str(len(self._shown) - 1))

    def attributes_of(self, image):
        """What the HTML says of it."""
        place = whole(image.alt_text)
        if place is None or not 0 <= place < len(self._shown):
            self.report.lose("missing_picture", None, image.alt_text or "")
            return {"src": ""}
        target, said, width, height, drawing = self._shown[place]
        picture = self._picture(target, width, height, drawing)
        if picture is None:
            return {"src": "", "alt": said}
        size = {"width": str(width), "height": str(height)} if width > 0 and height > 0 else {}
        return {"src": picture.name, "alt": said, **size}

    def take(self, target, where) -> str:
        """The name of a picture that stands nowhere in a text; nothing where it cannot be shown."""
        picture = self._picture(target, 0, 0, None, where)
        return "" if picture is None else picture.name

    def _picture(self, target, width, height, drawing, where=None):
        try:
            content = self.box.read(target)
        except Broken:
            self.report.lose("missing_picture", drawing, target, where=where)
            return None
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self._kept:
            kind = kind_of(content)
            if kind is None:
                self.report.lose("strange_picture", drawing, target.rpartition("/")[2], where=where)
                return None
            if self._is_too_large(content, kind):
                self.report.lose("large_picture", drawing, target.rpartition("/")[2], where=where)
                return None
            name = f"{digest[:32]}.{'jpg' if kind == 'jpeg' else kind}"
            self._kept[digest] = Picture(name, kind, digest, len(content), max(width, 0), max(height, 0))
            self.keep(name, content)
        return self._kept[digest]

    def _is_too_large(self, content, kind):
        wide, high = pixels_of(content, kind)
        self._size += len(content)
        return wide * high > MOST_PIXELS or len(content) > MOST_BYTES or self._size > MOST_IN_ALL


def kind_of(content) -> str | None:
    """By how it begins, whatever it is called."""
    if content[40:44] == b" EMF":
        return "emf"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return next((kind for mark, kind in _MARKS if content.startswith(mark)), None)


def pixels_of(content, kind) -> tuple[int, int]:
    """What its header claims; nothing is decoded."""
    try:
        if kind == "png":
            return struct.unpack_from(">II", content, 16)
        if kind == "gif":
            return struct.unpack_from("<HH", content, 6)
        if kind == "bmp":
            wide, high = struct.unpack_from("<ii", content, 18)
            return abs(wide), abs(high)
        if kind == "jpeg":
            return _of_jpeg(content)
    except struct.error:
        pass
    return 0, 0


def _of_jpeg(content):
    place = 2
    while place + 9 < len(content) and content[place] == 0xFF:
        marker, length = content[place + 1], struct.unpack_from(">H", content, place + 2)[0]
        if marker in _JPEG_SIZES:
            high, wide = struct.unpack_from(">HH", content, place + 5)
            return wide, high
        place += 2 + length
    return 0, 0
