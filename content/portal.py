"""What pages add to the workbench: what waits, drafts, what changed, what is read."""

from dataclasses import replace
from datetime import timedelta

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import TaskState

from access.models import AccessRequest
from access.reach import reach_of
from activity import about
from activity.about import type_of
from content import queries
from content.lines import COLUMNS, for_lines, page_line
from content.models import ContentPage, RoleApprovalTask
from portal import registry
from portal.registry import Errand, Line
from ui import shell, words
from ui.days import today

shell.register_place("access_request", "content:ask")
AHEAD = timedelta(days=30)  # a review is announced that long before its day (W45)

shell.rail.register(
    20, "book-open", gettext_lazy("知识库"), "content:library", tab=True, prefixes=("/wiki/", "/spaces/")
)


@about.register
class Pages(about.Kind):
    """Pages of all kinds, and spaces."""

    name = "page"
    model = ContentPage

    def for_lines(self, things):
        return for_lines(things)

    def line(self, thing, **more):
        return page_line(thing, **more)


@registry.waiting("approvals", 10, gettext_lazy("发布审批"))
def approvals(user):
    """Changes of others that wait for the role this person bears. No query for who bears none."""
    roles = {kind for kind, _path in reach_of(user).roles}
    if not roles:
        return []
    steps = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, task__in=RoleApprovalTask.objects.filter(role__in=roles)
    )
    steps = steps.exclude(workflow_state__requested_by=user.pk).select_related("workflow_state__requested_by")
    steps = {int(step.workflow_state.object_id): step for step in steps.order_by("started_at")[: registry.MOST + 1]}
    pages = for_lines(ContentPage.objects.may(user, "approve").filter(pk__in=steps)) if steps else []
    return [_approval(page, steps[page.pk]) for page in pages]


def _approval(page, step):
    asked_by, title = step.workflow_state.requested_by, _("发布《%(title)s》") % {"title": page.title}
    facts = [_("发布审批"), words.clock(step.started_at)]
    if asked_by:
        facts.insert(1, _("%(who)s 提交") % {"who": asked_by.name})
    line = page_line(page, title=title, icon="stamp", facts=tuple(facts))
    return Errand(replace(line, url=reverse("content:approval", args=[step.pk])))


@registry.waiting("requests", 20, gettext_lazy("请求查看"))
def requests(user):
    """Colleagues who ask for a page this person maintains, or for one in a space this person keeps."""
    mine = Q(maintainer=user.pk) | Q(space__stewards__in=reach_of(user).audiences)
    pages = ContentPage.objects.may(user, "edit").filter(mine, pk=OuterRef("about_id")).order_by()
    waiting = AccessRequest.objects.waiting().filter(about_type=type_of(ContentPage)).select_related("person")
    waiting = waiting.annotate(title=Subquery(pages.values("title")[:1]), uid=Subquery(pages.values("uid")[:1]))
    return [_request(each) for each in waiting.exclude(title=None).order_by("asked_at")[: registry.MOST + 1]]


def _request(each):
    title = _("%(who)s 请求查看《%(title)s》") % {"who": each.person.name, "title": each.title}
    url = reverse("content:page", args=[each.uid, "-"])
    line = Line(title, url, icon="lock", facts=(_("请求查看"), words.clock(each.asked_at), each.reason))
    return Errand(line, template="content/errands/request.html", values={"request": each})


@registry.waiting("reviews", 30, gettext_lazy("到期核验"))
def reviews(user):
    """Pages this person maintains whose review is due within a month, or overdue."""
    mine = ContentPage.objects.pages().may(user, "edit").filter(maintainer=user, live=True)
    due = for_lines(mine.filter(valid_until__lte=today() + AHEAD).order_by("valid_until", "pk"))
    return [_review(page) for page in due.only(*COLUMNS, "valid_until")[: registry.MOST + 1]]


def _review(page):
    title = _("《%(title)s》还对吗") % {"title": page.title}
    facts = (_("到期核验"), _("有效至 %(day)s") % {"day": words.day(page.valid_until)})
    line = page_line(page, title=title, icon="badge-check", facts=facts)
    return Errand(line, due=page.valid_until, template="content/errands/review.html", values={"page": page})


@registry.card("drafts", 30, "content/cards/drafts.html", title=gettext_lazy("我的草稿"))
def drafts(user):
    found = list(queries.drafts_of(user, 5))
    return {"drafts": found} if found else None


@registry.card("changes", 60, "content/cards/changes.html", title=gettext_lazy("我的空间里的新内容"), lazy=True)
def changes(user):
    """What went live lately in the spaces of one's units and in what one watches."""
    return {"changes": queries.changes_near(user, 8)}


@registry.card(
    "popular", 60, "content/cards/popular.html", column=registry.SIDE, title=gettext_lazy("本周热门"), lazy=True
)
def popular(user):
    return {"popular": queries.popular(user, limit=6)}
