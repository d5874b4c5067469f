"""What administrators look after: the units of their part of the tree, and the people and roles in it."""

from django.db.models import Q

from access import rules
from access.reach import reach_of
from org.choices import RoleKind
from org.models import Membership, Role, Unit
from ui.days import today

EVERYBODY = Q(pk__isnull=False)  # an empty Q would vanish in an “or”


def administered_paths(user) -> list[str]:
    """Paths of the units a person administers, without those that lie below another of them."""
    paths = sorted(reach_of(user).role_paths(RoleKind.ADMINISTRATOR))
    return [path for place, path in enumerate(paths) if not any(path.startswith(above) for above in paths[:place])]


def is_administrator(user) -> bool:
    return bool(administered_paths(user))


def people_under(user) -> Q:
    """Accounts a person administers: whose main post is in the own part of the tree, never one's own.

    Nobody who administers more than that part is among them: a slip of paper would hand over their rights.
    """
    within = rules.NO_ONE
    for path in administered_paths(user):
        within |= EVERYBODY if len(path) == Unit.steplen else _mainly_in(path) & ~_administers_more_than(path)
    return within & ~Q(pk=user.pk)


def _mainly_in(path) -> Q:
    going_on = Membership.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today()))
    here = Q(unit__path__startswith=path)
    works = Q(pk__in=going_on.filter(here, is_main=True).values("person"))
    worked = Q(pk__in=Membership.objects.filter(here).values("person")) & ~Q(pk__in=going_on.values("person"))
    return works | worked


def _administers_more_than(path) -> Q:
    roles = Role.objects.filter(kind=RoleKind.ADMINISTRATOR).exclude(unit__path__startswith=path)
    going_on = roles.filter(Q(ends_on=None) | Q(ends_on__gte=today()))
    return Q(pk__in=going_on.values("person")) | Q(is_superuser=True)


@rules.register(Unit)
class UnitPolicy(rules.RulePolicy):
    """view: every colleague · administer: administrators of it or of a unit above · place: those of a unit above.

    So nobody moves or closes the very unit from which the own rights come.
    """

    actions = ("view", "administer", "place")

    def rule(self, user, action) -> Q:
        if action == "view":
            return EVERYBODY
        within = rules.NO_ONE
        for path in administered_paths(user):
            here = Q(path__startswith=path)
            within |= here & ~Q(path=path) if action == "place" else here
        return within


@rules.register(Role)
class RoleRowPolicy(rules.RulePolicy):
    """view, end: administrators of the unit or of one above; nobody changes the own roles."""

    actions = ("view", "end")

    def rule(self, user, action) -> Q:
        within = rules.NO_ONE
        for path in administered_paths(user):
            within |= Q(unit__path__startswith=path)
        return within & ~Q(person=user.pk) if action == "end" else within
