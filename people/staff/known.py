"""The units and positions a staff list may name, found by code or by name."""

from difflib import get_close_matches

from django.utils.translation import gettext as _

from org.models import Position, Unit
from people.staff import cells
from people.staff.cells import Fault


class Known:
    """Units within the subtree of the import, and all positions. Costs two queries."""

    def __init__(self, root):
        self.root = root
        self.units = {unit.pk: unit for unit in Unit.objects.within(root)}
        self.positions = {position.pk: position for position in Position.objects.all()}
        self._unit_by = _index(self.units.values(), ("code", "name", "short_name"))
        self._position_by = _index(self.positions.values(), ("code", "name"))
        self._unit_guesses, self._position_guesses = {}, {}

    def unit(self, cell, replacements=()):
        written = cells.text(cell)
        if not written:
            raise Fault(_("没有填单位代码"))
        found = self._unit_by.get(_plain(dict(replacements).get(f"unit:{written}", written)), [])
        if len(found) > 1:
            raise Fault(_("“%(written)s”不止一个，请填单位代码") % {"written": written})
        if not found:
            raise self._unknown_unit(written)
        if not found[0].is_open:
            raise Fault(_("“%(unit)s”已经停用") % {"unit": found[0]})
        return found[0]

    def _unknown_unit(self, written):
        if written not in self._unit_guesses:
            self._unit_guesses[written] = _guess(written, self._unit_by)
        words = _("%(root)s没有“%(written)s”这个单位") % {"root": self.root, "written": written[:40]}
        return _with_guess(words, self._unit_guesses[written], "code")

    def position(self, cell, replacements=()):
        written = cells.text(cell)
        if not written:
            raise Fault(_("没有填岗位"))
        found = self._position_by.get(_plain(dict(replacements).get(f"position:{written}", written)), [])
        if found:
            return found[0]
        if written not in self._position_guesses:
            self._position_guesses[written] = _guess(written, self._position_by)
        words = _("没有“%(written)s”这个岗位") % {"written": written[:40]}
        raise _with_guess(words, self._position_guesses[written], "code")

    def post_in_words(self, unit_id, position_id):
        return f"{self.units[unit_id]} {self.positions[position_id]}"


def _plain(written):
    return written.replace(" ", "").lower()


def _index(things, names):
    index = {}
    for thing in things:
        for name in {_plain(getattr(thing, name)) for name in names if getattr(thing, name)}:
            index.setdefault(name, []).append(thing)
    return index


def _guess(written, index):
    """The only thing with a name much like this one, or None; codes differ by a letter and mean something else."""
    if written.isascii():
        return None
    close = get_close_matches(_plain(written), index, n=1, cutoff=0.5)
    return index[close[0]][0] if close and len(index[close[0]]) == 1 else None


def _with_guess(words, thing, code):
    if thing is None:
        return Fault(words)
    return Fault(_("%(words)s。是“%(guess)s”吗") % {"words": words, "guess": thing}, getattr(thing, code))
