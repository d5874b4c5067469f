"""What people are told about pages: who asks to read, what was decided."""

from django.urls import reverse
from django.utils.translation import gettext as _

from content.comments import notices as comment_notices  # noqa: F401  register themselves
from content.wanted import notices  # noqa: F401  register themselves
from notifications.registry import NoticeKind, register


@register
class Asked(NoticeKind):
    name = "access.asked"
    tile, icon = "article", "lock"
    group = "approval"
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
    group = "approval"
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

    def url(self, notice):
        return reverse("content:draft", args=[notice.thing.uid])


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


class Review(NoticeKind):
    """About a review date. Once the date has moved there is nothing left to do, and the notice says so."""

    tile, icon = "article", "badge-check"
    group = "approval"

    def is_done(self, notice):
        return str(notice.thing.valid_until or "") != notice.values["until"]

    def detail(self, notice):
        return _("已经核验过了，不用再处理") if self.is_done(notice) else self.what_to_do(notice)

    def what_to_do(self, notice):
        return _("读一遍：还对就点“仍然正确”，不对就修改")

    def url(self, notice):
        if self.is_done(notice):
            return super().url(notice)
        return reverse("portal:waiting") + "?kind=reviews"


@register
class ReviewDue(Review):
    name = "review.due"
    needs = "edit"

    def sentence(self, notice):
        said = {"title": notice.thing.title, "days": notice.values["days"]}
        if said["days"] > 0:
            return _("《%(title)s》还有 %(days)s 天到复核日期") % said
        return _("《%(title)s》今天到复核日期") % said


@register
class ReviewOverdue(Review):
    name = "review.overdue"
    needs = "edit"
    icon = "triangle-alert"

    def sentence(self, notice):
        said = {"title": notice.thing.title, "days": -notice.values["days"], "head": notice.values["head"]}
        if said["head"]:
            return _("《%(title)s》已过复核日期 %(days)s 天，已告知 %(head)s") % said
        return _("《%(title)s》已过复核日期 %(days)s 天") % said


@register
class ReviewEscalated(Review):
    name = "review.escalated"
    icon = "triangle-alert"

    def sentence(self, notice):
        said = {"title": notice.thing.title, "days": -notice.values["days"], "who": notice.values["maintainer"]}
        return _("%(who)s 维护的《%(title)s》已过复核日期 %(days)s 天") % said

    def what_to_do(self, notice):
        return _("请提醒维护人；或自己看过后点“仍然正确”，也可以转给别的同事")

    def url(self, notice):
        return notice.thing.get_absolute_url()


@register
class Entrusted(NoticeKind):
    """Pages in a new pair of hands; without their names, since there may be many."""

    name = "page.entrusted"
    tile = "person"
    group = "approval"
    needs = None

    def sentence(self, notice):
        return _("%(who)s 把 %(count)s 页交给您维护") % {"who": notice.who, "count": notice.values["count"]}

    def detail(self, notice):
        return _("原因：%(reason)s") % {"reason": notice.values["reason"]}

    def url(self, notice):
        return reverse("content:maintained")


class Import(NoticeKind):
    tile, icon = "file", "arrow-up"

    def url(self, notice):
        return reverse("content:import", args=[notice.values["uid"]])


@register
class ReadIn(Import):
    name = "import.read"

    def sentence(self, notice):
        return _("“%(name)s”读好了，请核对后导入") % {"name": notice.values["name"]}


@register
class BroughtIn(Import):
    """Whether all of it came in, its report says."""

    name = "import.finished"

    def sentence(self, notice):
        return _("“%(name)s”已导入《%(title)s》") % {"name": notice.values["name"], "title": notice.thing.title}


@register
class TakenOut(NoticeKind):
    name = "export.finished"
    tile, icon = "file", "download"

    def sentence(self, notice):
        return _("《%(title)s》导出好了，%(pages)s 页") % {"title": notice.thing.title, **notice.values}

    def detail(self, notice):
        return _("一周内可以下载")

    def url(self, notice):
        return reverse("content:export", args=[notice.thing.slug])


@register
class SpaceAsked(NoticeKind):
    name = "space.asked"
    tile, icon = "article", "book-open"
    group = "approval"
    needs = None

    def sentence(self, notice):
        return _("%(who)s 申请新空间“%(title)s”") % notice.values

    def detail(self, notice):
        return notice.values["reason"]

    def url(self, notice):
        return reverse("content:space_request", args=[notice.values["pk"]])


@register
class SpaceGiven(NoticeKind):
    name = "space.given"
    tile, icon = "article", "circle-check"

    def sentence(self, notice):
        return _("您申请的空间《%(title)s》建好了") % {"title": notice.thing.title}


@register
class SpaceDeclined(NoticeKind):
    name = "space.declined"
    tile, icon = "article", "circle-x"
    needs = None

    def sentence(self, notice):
        return _("您申请的空间“%(title)s”没有通过") % notice.values

    def detail(self, notice):
        return notice.values["answer"]
