"""What people are told about channels, and who is told of an issue."""

from django.urls import reverse
from django.utils.translation import gettext as _

from notifications import registry
from notifications.registry import NoticeKind, register
from org.models import User
from subscriptions.counting import followers_of
from subscriptions.models import Issue, Silence


@registry.recipients("subscriptions.followers")
def followers(issue):
    """Who follows the channel of this issue, wants to hear of it, and may read its first post now."""
    found = Issue.objects.select_related("channel__scope", "channel__compulsory").get(pk=issue)
    lead = found.places.select_related("post__scope").first()
    if lead is None or not lead.post.live:
        return User.objects.none()
    silent = Silence.objects.filter(channel=found.channel_id).values("person")
    return followers_of(found.channel, scope=lead.post.scope).exclude(pk__in=silent)


class OfChannel(NoticeKind):
    tile = "channel"


@register
class IssueOut(OfChannel):
    """About the first post of the issue."""

    name, group = "channel.issue", "channel"

    def sentence(self, notice):
        return f"{notice.values['channel']}：{notice.thing.title}"

    def detail(self, notice):
        count = notice.values["count"]
        return _("这一期共 %(count)d 篇") % {"count": count} if count > 1 else ""


class OfIssue(OfChannel):
    group = "approval"

    def url(self, notice):
        return notice.thing.get_absolute_url()


@register
class Submitted(OfIssue):
    name, needs, icon = "channel.submitted", "decide", "stamp"

    def sentence(self, notice):
        return _("%(who)s 提交了 %(issue)s，请审批") % {"who": notice.who, "issue": notice.thing}


@register
class Approved(OfIssue):
    name, needs, icon = "channel.approved", "view", "circle-check"

    def sentence(self, notice):
        return _("%(who)s 同意发出 %(issue)s") % {"who": notice.who, "issue": notice.thing}


@register
class Declined(OfIssue):
    name, needs, icon = "channel.declined", "view", "circle-x"

    def sentence(self, notice):
        return _("%(who)s 退回了 %(issue)s") % {"who": notice.who, "issue": notice.thing}

    def detail(self, notice):
        return notice.values["comment"]


@register
class Stuck(OfIssue):
    """A planned issue that could not go out."""

    name, needs, icon = "channel.stuck", "view", "circle-alert"
    is_urgent = True

    def sentence(self, notice):
        return _("%(issue)s 没有发出") % {"issue": notice.thing}

    def detail(self, notice):
        return notice.values["why"]


@register
class Preview(OfChannel):
    """Says nothing of the texts: the address asks who comes."""

    name, group, needs, icon = "channel.preview", "mention", None, "eye"

    def sentence(self, notice):
        return _("%(who)s 请您试读 %(issue)s") % {"who": notice.who, "issue": notice.values["name"]}

    def url(self, notice):
        from subscriptions.previewing import address_for

        return address_for(notice.values["issue"], notice.person_id)


@register
class FollowAsked(OfChannel):
    name, group, needs, icon = "channel.asked", "approval", "create", "user-round-plus"

    def sentence(self, notice):
        return _("%(who)s 申请关注 %(channel)s") % {"who": notice.who, "channel": notice.thing.title}

    def detail(self, notice):
        return notice.values["reason"]

    def url(self, notice):
        return reverse("subscriptions:requests", args=[notice.thing.slug])


@register
class LetIn(OfChannel):
    name, group, icon = "channel.let_in", "other", "circle-check"

    def sentence(self, notice):
        return _("您可以看 %(channel)s 了") % {"channel": notice.thing.title}


@register
class TurnedAway(OfChannel):
    """Says nothing of the channel: whoever was refused need not see it."""

    name, group, needs, icon = "channel.turned_away", "other", None, "circle-x"

    def sentence(self, notice):
        return _("您关注订阅号的申请没有通过")

    def detail(self, notice):
        return notice.values["answer"]


@register
class Said(OfChannel):
    name, group, icon = "channel.said", "comment", "message-circle"

    def sentence(self, notice):
        return _("%(who)s 给《%(title)s》留了言") % {"who": notice.who, "title": notice.thing.title}


@register
class Answered(OfChannel):
    name, group, icon = "channel.answered", "comment", "message-circle"

    def sentence(self, notice):
        return _("%(who)s 回复了您在《%(title)s》的留言") % {"who": notice.who, "title": notice.thing.title}
