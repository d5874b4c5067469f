"""What people are told about pages that were missing."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from notifications.registry import NoticeKind, register


@register
class Asked(NoticeKind):
    name = "wish.asked"
    tile, icon = "article", "message-circle-question-mark"
    group = "comment"
    needs = "answer"

    def sentence(self, notice):
        return _("%(who)s 没有搜到“%(phrase)s”，请您来写") % {"who": notice.who, "phrase": notice.thing.phrase}

    def detail(self, notice):
        return _("也可以指给他一篇已有的，或说明为什么不写")


@register
class Offered(NoticeKind):
    """The title says what was looked for; whether it answers the reader sees."""

    name = "wish.offered"
    tile, icon = "article", "search"
    group = "comment"

    def sentence(self, notice):
        said = {"phrase": notice.values["phrase"], "title": notice.thing.title}
        return _("您找过的“%(phrase)s”，现在有了《%(title)s》") % said


@register
class Answered(Offered):
    name = "wish.answered"
    icon = "circle-check"

    def sentence(self, notice):
        said = {"who": notice.who, "phrase": notice.values["phrase"], "title": notice.thing.title}
        return _("您找过的“%(phrase)s”，%(who)s 答复了：《%(title)s》") % said


@register
class Declined(NoticeKind):
    name = "wish.declined"
    tile, icon = "article", "circle-x"
    group = "comment"
    needs = None

    def sentence(self, notice):
        return _("您找过的“%(phrase)s”不会写成一篇") % {"phrase": notice.values["phrase"]}

    def detail(self, notice):
        return notice.values["reason"]

    def url(self, notice):
        return reverse("search:wishes")


@register
class Missing(NoticeKind):
    """Once a week, to the stewards of a space."""

    name = "space.missing"
    tile, icon = "article", "search"
    needs = "steward"

    def sentence(self, notice):
        said = {"count": notice.values["count"], "title": notice.thing.title}
        return (
            ngettext(
                "《%(title)s》附近上周有 %(count)d 个词没有搜到",
                "《%(title)s》附近上周有 %(count)d 个词没有搜到",
                said["count"],
            )
            % said
        )

    def detail(self, notice):
        return "、".join(notice.values["phrases"])
