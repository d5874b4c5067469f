"""Who may do what with issues. Channels and posts are pages of a space: content/rules.py answers for them."""

from django.db.models import Q

from access import rules
from access.reach import reach_of
from org.choices import RoleKind
from org.models import Role, User
from subscriptions.models import Channel, Issue


@rules.register(Issue)
class IssuePolicy(rules.RulePolicy):
    """view: see what is being put together · compose: put it together, send it out · decide: agree to it."""

    actions = ("view", "compose", "decide")

    def rule(self, user, action) -> Q:
        reach = reach_of(user)
        readable = Q(channel__scope__in=reach.scopes)
        operated = Q(channel__editors__in=reach.audiences) | Q(channel__stewards__in=reach.audiences)
        approved = rules.NO_ONE
        for path in reach.role_paths(RoleKind.APPROVER):
            approved |= Q(channel__unit__path__startswith=path)
        if action == "compose":
            return readable & operated
        return readable & (approved if action == "decide" else operated | approved)


def operated_by(user):
    """The channels this person writes and sends for."""
    reach = reach_of(user)
    own = Q(editors__in=reach.audiences) | Q(stewards__in=reach.audiences)
    return Channel.objects.filter(own, live=True, scope__in=reach.scopes)


def deciders_of(channel):
    """Who may agree to an issue of the channel."""
    bearers = Role.objects.today().filter(kind=RoleKind.APPROVER).reaching(channel.unit)
    return User.objects.active().filter(pk__in=bearers.values("person"))
