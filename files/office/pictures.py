"""Drawings of Windows (EMF, WMF) as pictures that browsers show."""

from pathlib import Path

from files.confined.hosting import host
from files.office.errors import Failed
from files.office.looking import LOOKED_AT, metafile
from files.office.running import many

WALL_SECONDS = 90


def to_png(paths, folder, *, each_second=lambda: None):
    """What became of each: a PNG in the folder, cut to what is drawn, or Failed."""
    folder = Path(folder).resolve()
    kinds = [metafile(_start(path)) for path in paths]
    drawn = [number for number, kind in enumerate(kinds) if kind]
    results = [Failed("unknown") for _path in paths]
    sources = [(paths[number], kinds[number]) for number in drawn]
    for number, made in zip(drawn, many(sources, "pdf:draw_pdf_Export", folder, each_second=each_second), strict=True):
        results[number] = made
    pages = [made.name for made in results if isinstance(made, Path)]
    if pages:
        ending = host("files.confined.drawing", folder, *pages, wall=WALL_SECONDS, each_second=each_second)
        results = [_drawn(made, ending) if isinstance(made, Path) else made for made in results]
    return results


def _start(path):
    with open(path, "rb") as file:
        return file.read(LOOKED_AT)


def _drawn(page, ending):
    page.unlink()
    picture = page.with_suffix(".png")
    if picture.is_file():
        return picture
    return Failed("too_much" if ending.took_too_much else "broken", ending.words)
