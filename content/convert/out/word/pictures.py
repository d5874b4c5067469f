"""Pictures from the folder of the job, as wide as on the page and never wider than their place."""

import io

from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Emu

from content.convert.out.tidying import SCHEME
from content.convert.out.word.xml import el

EMU_A_PIXEL = 9525  # at 96 a inch
TALLEST = Emu(21 * 360_000)


def picture(document, element, folder, width):
    """A run with the picture, or None where it cannot be read."""
    name = (element.get("src") or "").removeprefix(SCHEME)
    file = folder / name
    if not name or file.parent != folder or not file.is_file():
        return None
    try:
        inline = _inline(document, file)
    except UnrecognizedImageError:
        try:
            inline = _inline(document, _as_png(file))
        except (OSError, ValueError, UnrecognizedImageError):
            return None
    wished = element.get("width") or ""
    _fit(inline, int(wished) * EMU_A_PIXEL if wished.isdecimal() else 0, width)
    inline.docPr.set("descr", element.get("alt") or "")
    return el("r", el("drawing", inline))


def _inline(document, source):
    return document.part.new_pic_inline(str(source) if not isinstance(source, io.BytesIO) else source)


def _as_png(file):
    from PIL import Image

    made = io.BytesIO()
    with Image.open(file) as image:
        image.save(made, "PNG")
    made.seek(0)
    return made


def _fit(inline, wished, width):
    own = inline.extent
    ratio = own.cy / own.cx if own.cx else 1
    across = min(wished or own.cx, int(width))
    if across * ratio > TALLEST:
        across = int(TALLEST / ratio)
    inline.extent.cx, inline.extent.cy = int(across), int(across * ratio)
    shape = inline.graphic.graphicData.pic.spPr
    shape.cx, shape.cy = int(across), int(across * ratio)
