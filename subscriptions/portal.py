"""What channels add to the frame and to the workbench."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access import rules
from access.reach import reach_of
from org.choices import RoleKind
from portal import registry
from portal.registry import Errand, Line
from subscriptions import queries
from subscriptions.models import FollowRequest, Issue
from subscriptions.rules import operated_by
from ui import shell, words

SHOWN = 3  # issues on the workbench

shell.rail.register(
    40, "newspaper", gettext_lazy("订阅号"), "subscriptions:index", prefixes=("/channels/", "/posts/", "/issues/")
)


@registry.card("channels", 55, "subscriptions/cards/feed.html", title=gettext_lazy("关注的订阅号"), lazy=True)
def feed(user):
    """The latest issues of the channels this person follows, by their first post."""
    own = queries.followed(user)
    if not own:
        return None
    sent, _has_more = queries.feed(user, own, limit=SHOWN)
    return {"sent": sent} if sent else None


@registry.waiting
class Issues(registry.Waiting):
    """Issues that wait for a word of this person."""

    name, order, label = "issues", 12, gettext_lazy("订阅号审批")

    def asked(self, user):
        waiting = Issue.objects.filter(submission__isnull=False).exclude(submission__by=user.pk)
        found = rules.allowed(user, "decide", waiting).select_related("channel", "submission__by")
        return found.order_by("submission__at")[: registry.MOST + 1]

    def rows(self, user):
        return super().rows(user) if reach_of(user).role_paths(RoleKind.APPROVER) else []

    def errand(self, issue):
        facts = (self.label, _("%(who)s 提交") % {"who": issue.submission.by.name}, words.clock(issue.submission.at))
        return Errand(Line(str(issue), issue.get_absolute_url(), "channel", icon="stamp", facts=facts))


@registry.waiting
class Requests(registry.Waiting):
    """Colleagues who ask to follow a channel this person operates."""

    name, order, label = "follow_requests", 26, gettext_lazy("关注申请")

    def asked(self, user):
        asked = FollowRequest.objects.filter(decided_at=None, channel__in=operated_by(user).values("pk"))
        return asked.select_related("person", "channel").order_by("asked_at")[: registry.MOST + 1]

    def errand(self, row):
        title = _("%(who)s 申请关注 %(channel)s") % {"who": row.person.name, "channel": row.channel.title}
        facts = (self.label, words.clock(row.asked_at), row.reason)
        return Errand(Line(title, reverse("subscriptions:requests", args=[row.channel.slug]), "channel", facts=facts))
