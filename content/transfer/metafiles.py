"""Pictures of Word files as browsers can show them."""

from pathlib import Path

from content.convert.word.report import Loss
from content.transfer.office import as_png

DRAWN = ("emf", "wmf")


def shown(pictures, folder, *, each_second=lambda: None):
    """({name in the HTML: name of the file to take}, losses). A drawing nobody can turn is lost, and told."""
    names, lost = {}, []
    for picture in pictures:
        if picture.type not in DRAWN:
            names[picture.name] = picture.name
            continue
        each_second()
        made = as_png(folder / picture.name, folder)
        if made is None:
            lost.append(Loss("metafile", "", picture.name))
        else:
            names[picture.name] = Path(made).name
    return names, lost
