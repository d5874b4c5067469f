"""Who sees a staff list that was brought: administrators of its unit."""

from django.db.models import Q

from access import rules
from access.administration import administered_paths
from people.models import StaffImport


@rules.register(StaffImport)
class StaffImportPolicy(rules.RulePolicy):
    def rule(self, user, action) -> Q:
        within = rules.NO_ONE
        for path in administered_paths(user):
            within |= Q(unit__path__startswith=path)
        return within
