"""Pictures out of the RTF that Word puts beside its HTML, which names files of the writer's disk.

Nothing else of it is read. `pictures` answers in their order; what no page can show (EMF, WMF) has no content.
"""

import re
from dataclasses import dataclass

MOST_CHARACTERS = 32 * 1024 * 1024  # two a byte
MOST_TOKENS = 400_000
MOST_PICTURES = 60  # looked at; how many are taken in is the paste's concern
MOST_BYTES = 20 * 1024 * 1024  # of one

_TOKEN = re.compile(
    r"(?P<sign>[{}])"
    r"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\(?P<star>\*)"
    r"|(?P<text>(?:[^{}\\]++|\\[^a-zA-Z*])++)"
    r"|\\",
    re.DOTALL,
)
# What says the same once more for older programs, or stands on no place of the text.
_ELSEWHERE = frozenset((
    "nonshppict", "shprslt", "listpicture", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
    "footerf", "background", "objdata", "themedata", "colorschememapping", "datastore", "fonttbl", "stylesheet",
))  # fmt: skip
_SHOWN = frozenset(("pngblip", "jpegblip"))
_NOT_SHOWN = frozenset(("emfblip", "wmetafile", "macpict", "dibitmap", "wbitmap", "pmmetafile"))
_SIZES = frozenset(("picwgoal", "pichgoal", "picscalex", "picscaley", "piccropl", "piccropr", "piccropt", "piccropb"))
_MARKS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_HEX = re.compile(r"[^0-9a-fA-F]+")
_TWIPS_A_PIXEL = 15


@dataclass(frozen=True)
class Carried:
    """`size` is what it is shown in, in pixels; `content` None where no page can show it."""

    content: bytes | None
    size: tuple[int, int]

    @property
    def kind(self) -> str:
        return next((kind for mark, kind in _MARKS.items() if (self.content or b"").startswith(mark)), "")


def pictures(rtf: str) -> list[Carried]:
    """Those of the text. What is no RTF, or too much of it, has none."""
    if not rtf.startswith("{\\rtf") or len(rtf) > MOST_CHARACTERS:
        return []
    return _Reader(rtf).read()


class _Reader:
    """One walk over the tokens. A group is what stands between braces."""

    def __init__(self, rtf):
        self.rtf, self.found = rtf, []
        self.depth, self.skipped, self.picture = 0, 0, None  # the depth at which what is left out began

    def read(self):
        at = 0
        for _token in range(MOST_TOKENS):
            token = _TOKEN.match(self.rtf, at)
            if token is None or len(self.found) >= MOST_PICTURES:
                return self.found
            at = token.end()
            if token["sign"]:
                self._brace(token["sign"])
            elif token["word"] == "bin":  # so many bytes of anything follow
                at += max(0, int(token["number"] or 0))
            elif token["word"]:
                self._word(token["word"], int(token["number"] or 0))
            elif token["text"] and self._is_in_picture:
                self.picture.text.append(token["text"])
        return []

    @property
    def _is_in_picture(self):
        return self.picture is not None and self.depth == self.picture.depth and not self.skipped

    def _brace(self, sign):
        self.depth += 1 if sign == "{" else -1
        if self.skipped and self.depth < self.skipped:
            self.skipped = 0
        if self.picture is not None and self.depth < self.picture.depth:
            self.found.append(self.picture.made())
            self.picture = None

    def _word(self, word, number):
        if self.skipped:
            return
        if word in _ELSEWHERE:
            self.skipped = self.depth
        elif word == "pict" and self.picture is None:
            self.picture = _Picture(self.depth)
        elif self._is_in_picture:
            self.picture.about(word, number)


class _Picture:
    def __init__(self, depth):
        self.depth, self.text, self.is_shown, self.sizes = depth, [], False, {}

    def about(self, word, number):
        if word in _SHOWN or word in _NOT_SHOWN:
            self.is_shown = word in _SHOWN
        elif word in _SIZES:
            self.sizes[word] = number

    def made(self):
        size = self._across("w", "x", "lr"), self._across("h", "y", "tb")
        return Carried(self._content() if self.is_shown else None, size)

    def _content(self):
        digits = _HEX.sub("", "".join(self.text))
        if not 16 <= len(digits) <= 2 * MOST_BYTES:
            return None
        return bytes.fromhex(digits[: len(digits) // 2 * 2])

    def _across(self, side, scale, crops):
        whole = self.sizes.get(f"pic{side}goal", 0) - sum(self.sizes.get(f"piccrop{crop}", 0) for crop in crops)
        return max(0, round(whole * (self.sizes.get(f"picscale{scale}") or 100) / 100 / _TWIPS_A_PIXEL))


def placed(carried: list[Carried], sizes: list[tuple[int, int]]) -> list[Carried | None]:
    """For each picture of the HTML the one of the RTF: by order, and where one has more than the other by size too."""
    if len(carried) == len(sizes):
        return list(carried)
    found, at = [], 0
    for size in sizes:
        place = next((place for place in range(at, len(carried)) if _is_like(carried[place].size, size)), None)
        found.append(None if place is None else carried[place])
        at = at if place is None else place + 1
    return found


def _is_like(one, other):
    return all(a and b and abs(a - b) <= max(2, b // 50) for a, b in zip(one, other, strict=True))
