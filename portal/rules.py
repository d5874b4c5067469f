"""Who sees a module link, and who keeps it."""

from django.db.models import Q

from access import rules
from access.reach import reach_of
from org.choices import RoleKind
from portal.models import ModuleLink


@rules.register(ModuleLink)
class ModulePolicy(rules.RulePolicy):
    """view: its audience, while it is on · edit: administrators, within their part of the tree."""

    actions = ("view", "edit")

    def rule(self, user, action) -> Q:
        reach = reach_of(user)
        if action == "view":
            return Q(is_on=True, audience__in=reach.audiences)
        within = rules.NO_ONE
        for path in reach.role_paths(RoleKind.ADMINISTRATOR):
            within |= Q(unit__path__startswith=path)
        return within
