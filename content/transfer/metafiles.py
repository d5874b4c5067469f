"""Pictures of Word files as browsers can show them."""

from content.convert.word.report import Loss
from content.transfer.office import as_pngs

DRAWN = ("emf", "wmf")


def shown(pictures, folder, *, each_second=lambda: None):
    """({name in the HTML: name of the file to take}, losses). A drawing nobody can turn is lost, and told."""
    names = {picture.name: picture.name for picture in pictures if picture.type not in DRAWN}
    drawn = [picture.name for picture in pictures if picture.type in DRAWN]
    places = [folder / name for name in drawn]
    lost = []
    for name, made in zip(drawn, as_pngs(places, folder, each_second=each_second), strict=True):
        if made is None:
            lost.append(Loss("metafile", "", name))
        else:
            names[name] = made.name
    return names, lost
