"""Draws the first page of PDFs, cut to what is on it: `python -m files.confined.drawing FOLDER A.pdf B.pdf…`.

Each becomes A.png beside it in FOLDER, unless it is empty. No Django.
"""

import sys
from contextlib import suppress
from pathlib import Path

from files.confined.confining import confine

CPU_SECONDS = 60
MEMORY = 1024**3  # bytes of address space
LARGEST = 64 * 1024**2  # bytes of a picture
SCALE = 2 * 96 / 72  # as fine as a screen of two dots a pixel
LONGEST_SIDE = 4000  # pixels
MARGIN = 4


def main():
    import pypdfium2

    folder, *names = sys.argv[1:]
    confine(cpu=CPU_SECONDS, memory=MEMORY, largest=LARGEST, writes_below=folder)
    for name in names:
        with suppress(pypdfium2.PdfiumError):
            _draw(Path(folder) / name)
    print("done")


def _draw(path):
    import pypdfium2
    from PIL import Image, ImageChops

    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0]
        picture = page.render(scale=min(SCALE, LONGEST_SIDE / max(page.get_size()))).to_pil().convert("RGB")
    box = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    if box:
        left, top, right, bottom = box
        wide, high = picture.size
        box = max(0, left - MARGIN), max(0, top - MARGIN), min(wide, right + MARGIN), min(high, bottom + MARGIN)
        picture.crop(box).save(path.with_suffix(".png"), optimize=True)


if __name__ == "__main__":
    main()
