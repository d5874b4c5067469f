"""Who keeps words: the librarians of the group for everybody, those of a hospital for its people."""

from django.db.models import Q

from access import rules
from access.reach import reach_of, rights_of
from org.choices import RoleKind, UnitKind
from org.models import Unit
from search.models import Exclusion, Pin, Synonym

KEEPING_UNITS = (UnitKind.GROUP, UnitKind.HOSPITAL)


def kept_units(user):
    """The units whose words this person keeps, the largest first; empty for most people."""
    within = Q(pk__in=[])
    for path in reach_of(user).role_paths(RoleKind.LIBRARIAN):
        within |= Q(path__startswith=path)
    return Unit.objects.open().filter(within, kind__in=KEEPING_UNITS)


def is_keeper(user) -> bool:
    """Asked for every page's menu: costs librarians a query when their rights or the units have changed."""
    return bool(reach_of(user).role_paths(RoleKind.LIBRARIAN)) and _keeps_any(user, rights_of(user))


_kept: dict[int, tuple] = {}  # librarians, of whom there are few: the rights it was found out under, and the answer


def _keeps_any(user, rights) -> bool:
    known, answer = _kept.get(user.pk, (None, False))
    if known != rights:
        answer = kept_units(user).exists()
        _kept[user.pk] = rights, answer
    return answer


def keeps(user, unit) -> bool:
    """Whether this person may say words for the people of the unit."""
    return kept_units(user).filter(pk=unit.pk).exists()


class KeptPolicy(rules.RulePolicy):
    """keep: librarians of its unit or above · view: they, and librarians below, for whose people it holds too."""

    actions = ("view", "keep")

    def rule(self, user, action) -> Q:
        rule = rules.NO_ONE
        for path in reach_of(user).role_paths(RoleKind.LIBRARIAN):
            is_top = len(path) == Unit.steplen
            rule |= Q(unit__path__startswith=path) | (Q(unit=None) if is_top else rules.NO_ONE)
            if action == "view":
                above = [path[:end] for end in range(Unit.steplen, len(path), Unit.steplen)]
                rule |= Q(unit=None) | Q(unit__path__in=above)
        return rule


for model in (Synonym, Pin, Exclusion):
    rules.register(model)(KeptPolicy)
