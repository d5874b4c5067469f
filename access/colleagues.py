"""Who may see colleagues: every colleague; each keeps the own picture."""

from django.db.models import Q

from access import rules
from access.administration import people_under
from org.models import User


@rules.register(User)
class ColleaguePolicy(rules.RulePolicy):
    """view: that they exist, their name and picture · edit: what a person decides alone · administer: the account."""

    actions = ("view", "edit", "administer")

    def rule(self, user, action) -> Q:
        if action == "administer":
            return people_under(user)
        return Q(pk=user.pk) if action == "edit" else Q(pk__isnull=False)
