"""Who sees a wish: who asked for it, and who answers."""

from django.db.models import Q

from access import rules
from access.reach import reach_of
from org.choices import RoleKind
from org.models import Unit
from search.models import Wish, Wisher
from search.wishes import takers


@rules.register(Wish)
class WishPolicy(rules.RulePolicy):
    """answer: its maintainer, the stewards of its space, the librarians of the hospital · view: who asked, besides."""

    actions = ("view", "answer")

    def rule(self, user, action) -> Q:
        rule = Q(maintainer=user.pk) | takers.desk().answerable(user)
        for path in reach_of(user).role_paths(RoleKind.LIBRARIAN):
            is_top = len(path) == Unit.steplen
            rule |= Q(pk__isnull=False) if is_top else Q(hospital__path__startswith=path)
        return rule if action == "answer" else rule | Q(pk__in=Wisher.objects.filter(person=user.pk).values("wish"))
