"""Pictures of Word files as browsers can show them."""

from django.core.files.base import File

from content.convert.word.report import Loss
from content.transfer.office import as_pngs
from files import pictures as decoding
from files.errors import Refused
from files.types import TYPES

DRAWN = ("emf", "wmf")
SCANNED = "tiff"


def shown(pictures, folder, *, each_second=lambda: None):
    """({name in the HTML: name of the file to take}, losses). A drawing nobody can turn is lost, and told."""
    names = {picture.name: picture.name for picture in pictures if picture.type not in DRAWN}
    names |= {picture.name: _as_png(folder / picture.name) for picture in pictures if picture.type == SCANNED}
    drawn = [picture.name for picture in pictures if picture.type in DRAWN]
    places = [folder / name for name in drawn]
    lost = []
    for name, made in zip(drawn, as_pngs(places, folder, each_second=each_second), strict=True):
        if made is None:
            lost.append(Loss("metafile", "", name))
        else:
            names[name] = made.name
    return names, lost


def _as_png(place):
    """A scan's first page beside it; what cannot be read stays the file that it is."""
    try:
        with place.open("rb") as scan:
            made, _ = decoding.clean(File(scan), TYPES["tif"])
    except Refused:
        return place.name
    png = place.with_suffix(".png")
    png.write_bytes(made.read())
    return png.name
