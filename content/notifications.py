"""What people are told about pages: who asks to read, what was decided."""

from django.urls import reverse
from django.utils.translation import gettext as _

from notifications.registry import NoticeKind, register


@register
class Asked(NoticeKind):
    name = "access.asked"
    tile, icon = "article", "lock"
    needs = "edit"

    def sentence(self, notice):
        return _("%(who)s 请求查看《%(title)s》") % {"who": notice.who, "title": notice.thing.title}

    def detail(self, notice):
        return notice.values["reason"]

    def url(self, notice):
        return reverse("portal:waiting")


@register
class Given(NoticeKind):
    name = "access.given"
    tile, icon = "article", "circle-check"

    def sentence(self, notice):
        return _("%(who)s 同意您查看《%(title)s》") % {"who": notice.who, "title": notice.thing.title}

    def detail(self, notice):
        return notice.values["answer"]


@register
class Declined(NoticeKind):
    """Says nothing of the page: whoever was refused may not know its name."""

    name = "access.declined"
    tile, icon = "article", "circle-x"
    needs = None

    def sentence(self, notice):
        return _("您的查看请求没有通过")

    def detail(self, notice):
        return notice.values["answer"]


@register
class Approved(NoticeKind):
    name = "page.approved"
    tile, icon = "article", "circle-check"
    needs = "draft"

    def sentence(self, notice):
        return _("%(who)s 同意发布您对《%(title)s》的修改") % {"who": notice.who, "title": notice.thing.title}

    def detail(self, notice):
        return notice.values["comment"]


@register
class SentBack(Approved):
    name = "page.declined"
    icon = "undo-2"

    def sentence(self, notice):
        return _("%(who)s 退回了您对《%(title)s》的修改") % {"who": notice.who, "title": notice.thing.title}


@register
class Overridden(Approved):
    name = "page.overridden"
    icon = "triangle-alert"

    def sentence(self, notice):
        return _("%(who)s 未经审批发布了《%(title)s》") % {"who": notice.who, "title": notice.thing.title}

    def detail(self, notice):
        return _("原因：%(reason)s") % {"reason": notice.values["reason"]}

    def url(self, notice):
        return reverse("content:history", args=[notice.thing.uid])


@register
class BroughtIn(NoticeKind):
    name = "import.finished"
    tile, icon = "file", "arrow-up"

    def sentence(self, notice):
        return _("“%(name)s”已导入《%(title)s》") % {"name": notice.values["name"], "title": notice.thing.title}
