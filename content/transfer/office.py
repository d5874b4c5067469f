"""Old formats and drawings by way of LibreOffice, where the server has it."""

from itertools import islice

from content.convert import guard
from content.convert.refusing import Refused
from files import office

NO_OFFICE = "no_office"
OLD = ("doc", "wps", "rtf", "odt")
AT_A_TIME = 20  # a start takes longer than a file
CODES = {"missing": NO_OFFICE, "unconfined": NO_OFFICE, "broken": "damaged"}  # what its codes are to an import


class OldFiles:
    """The files of a run that have to become docx before they are read: the next ones along with the one asked for."""

    def __init__(self, run, source, *, each_second=lambda: None):
        self.run, self.source, self.each_second = run, source, each_second
        self.made = {}

    def docx(self, item, place, kind, folder):
        """The file as Word 2007 has it, in the folder. Raises Refused."""
        if not office.is_there():
            raise Refused(NO_OFFICE)
        if item.pk not in self.made:
            self._make(item, place, kind)
        made = self.made.pop(item.pk)
        if isinstance(made, office.Failed):
            raise Refused(CODES.get(made.code, made.code), made)
        return made.replace(folder / made.name)

    def _make(self, item, place, kind):
        files = {item.pk: (place, kind), **dict(islice(self._next(item), AT_A_TIME - 1))}
        home = self.source.folder(item).parent
        made = office.many_to_docx(list(files.values()), home, each_second=self.each_second)
        self.made |= dict(zip(files, made, strict=True))

    def _next(self, item):
        endings = tuple(f".{kind}" for kind in OLD)
        for other in self.run.items.filter(read_at=None).exclude(pk=item.pk).iterator(chunk_size=100):
            if other.path.lower().endswith(endings) and other.path in self.source.entries and other.pk not in self.made:
                place = self.source.lying(other)
                try:
                    kind = guard.kind_of(place, other.path)
                except Refused:
                    continue  # told when its turn comes
                if kind in OLD:
                    yield other.pk, (place, kind)


def as_pngs(places, folder, *, each_second=lambda: None):
    """Drawings (EMF, WMF) as pictures in the folder that browsers show: a path for each, or None."""
    if not places or not office.is_there():
        return [None] * len(places)
    made = office.pictures_to_png(places, folder, each_second=each_second)
    return [None if isinstance(one, office.Failed) else one for one in made]
