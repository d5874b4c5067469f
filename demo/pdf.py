"""A small PDF of Chinese text, without a font of its own: every viewer brings one, and its words can be read."""

from io import BytesIO

WIDTH, HEIGHT = 595, 842  # points, A4
LEFT, TOP, LINE = 72, 770, 22
SIZE, LARGE = 12, 18
FONT = b"""<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[
<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>
/DW 1000/W[1 95 500 814 907 500]/FontDescriptor
<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]
/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"""


def pages(*texts, under="") -> bytes:
    """One page a text; its first line is its heading. Lines are set as they come; `under` is drawn on each page first."""
    numbers = range(4, 4 + 2 * len(texts), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(texts)}>>".encode(),
        FONT,
    ]
    for number, text in zip(numbers, texts, strict=True):
        content = _content(text, under)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]"
            f"/Resources<</Font<</F 3 0 R>>>>/Contents {number + 1} 0 R>>".encode()
        )
        objects.append(f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream")
    return _bound(objects)


def _content(text, under):
    lines = [under]
    for place, line in enumerate(text.splitlines()):
        size = SIZE if place else LARGE
        coded = line.encode("utf-16-be").hex()
        lines.append(f"BT /F {size} Tf {LEFT} {TOP - place * LINE} Td <{coded}> Tj ET")
    return "\n".join(lines).encode()


def _bound(objects):
    made, places = BytesIO(), []
    made.write(b"%PDF-1.5\n")
    for number, each in enumerate(objects, 1):
        places.append(made.tell())
        made.write(f"{number} 0 obj\n".encode() + each + b"\nendobj\n")
    start = made.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    made.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    made.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())
    return made.getvalue()
