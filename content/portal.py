"""What pages add to the workbench: what waits, drafts, what changed, what is read."""

from datetime import timedelta

from django.db.models import BigIntegerField, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import TaskState

from access import rules
from access.models import AccessRequest
from access.reach import reach_of
from activity import about
from activity.about import type_of
from content import queries
from content.actions.spaces import may_make_spaces
from content.comments import errands as proposals  # noqa: F401  register themselves
from content.lines import COLUMNS, page_line, page_rows
from content.models import ContentPage, RoleApprovalTask, SpaceRequest
from content.wanted import errands  # noqa: F401  register themselves
from portal import registry
from portal.registry import Errand
from ui import shell, words
from ui.days import today
from ui.lines import Line

shell.register_place("access_request", "content:ask")
AHEAD = timedelta(days=30)  # a review is announced that long before its day (W45)
MAINTAINED_SHOWN = 8  # pages on a colleague's page

shell.rail.register(
    20,
    "book-open",
    gettext_lazy("知识库"),
    "content:library",
    tab=True,
    prefixes=("/wiki/", "/spaces/", "/new/", "/drafts/", "/imports/"),
)

shell.create.register(10, "file-text", gettext_lazy("知识页"), "content:start")
shell.create.register(12, "upload", gettext_lazy("导入文件"), "content:imports")
shell.account.register(15, "file-pen", gettext_lazy("我维护的页面"), "content:maintained")
shell.account.register(16, "message-square", gettext_lazy("我的建议"), "content:proposals")


@about.register
class Pages(about.Kind):
    """Pages of all kinds, and spaces."""

    name = "page"
    model = ContentPage
    columns = COLUMNS

    def line(self, row, **more):
        return page_line(row, **more)


@registry.waiting
class Approvals(registry.Waiting):
    """Changes of others that wait for a role this person bears."""

    name, order, label = "approvals", 10, gettext_lazy("发布审批")
    batch = "content/errands/approvals_batch.html"

    def asked(self, user):
        tasks = RoleApprovalTask.objects.filter(role__in={kind for kind, _path in reach_of(user).roles})
        steps = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=tasks)
        steps = steps.annotate(page=Cast("workflow_state__object_id", BigIntegerField()))
        steps = steps.filter(page__in=ContentPage.objects.may(user, "approve").values("pk"))
        steps = steps.exclude(workflow_state__requested_by=user.pk).select_related("workflow_state__requested_by")
        return steps.order_by("started_at", "pk")[: registry.MOST + 1]

    def rows(self, user):
        steps = {step.page: step for step in super().rows(user)} if reach_of(user).roles else {}
        pages = {page.pk: page for page in page_rows(ContentPage.objects.filter(pk__in=steps))} if steps else {}
        return [(pages[pk], step) for pk, step in steps.items()]

    def errand(self, row):
        page, step = row
        by = step.workflow_state.requested_by
        facts = (self.label, by and _("%(who)s 提交") % {"who": by.name}, words.clock(step.started_at))
        said = {
            "title": _("发布《%(title)s》") % {"title": page.title},
            "url": reverse("content:approval", args=[step.pk]),
        }
        line = page_line(page, icon="stamp", facts=facts, **said)
        return Errand(line, template="content/errands/approval.html", pick=f"{step.pk}-{step.revision_id}")


@registry.waiting
class Requests(registry.Waiting):
    """Colleagues who ask for a page this person maintains, or for one in a space this person keeps."""

    name, order, label = "requests", 20, gettext_lazy("请求查看")
    batch = "content/errands/requests_batch.html"

    def asked(self, user):
        mine = Q(maintainer=user.pk) | Q(space__stewards__in=reach_of(user).audiences)
        asked_for = self._waiting().values("about_id")
        return page_rows(ContentPage.objects.may(user, "edit").filter(mine, pk__in=asked_for))

    def rows(self, user):
        pages = {page.pk: page for page in super().rows(user)}
        asked = self._waiting().filter(about_id__in=pages)
        requests = asked.select_related("person").order_by("asked_at") if pages else []
        return [(pages[request.about_id], request) for request in requests[: registry.MOST + 1]]

    def _waiting(self):
        return AccessRequest.objects.waiting().filter(about_type=type_of(ContentPage))

    def errand(self, row):
        page, request = row
        title = _("%(who)s 请求查看《%(title)s》") % {"who": request.person.name, "title": page.title}
        facts = (self.label, words.clock(request.asked_at), request.reason)
        line = page_line(page, title=title, icon="lock", facts=facts)
        return Errand(line, template="content/errands/request.html", values={"pk": request.pk}, pick=str(request.pk))


@registry.waiting
class Reviews(registry.Waiting):
    """Pages this person maintains whose review is due within a month, or overdue."""

    name, order, label = "reviews", 30, gettext_lazy("到期核验")

    def asked(self, user):
        mine = ContentPage.objects.pages().visible_to(user).filter(maintainer=user.pk)
        due = mine.filter(valid_until__lte=today() + AHEAD).order_by("valid_until", "pk")
        return page_rows(due, "valid_until")[: registry.MOST + 1]

    def due(self, row):
        return row.valid_until

    def errand(self, row):
        title = _("《%(title)s》还对吗") % {"title": row.title}
        facts = (self.label, _("有效至 %(day)s") % {"day": words.day(row.valid_until)})
        line = page_line(row, title=title, icon="badge-check", facts=facts)
        return Errand(line, row.valid_until, "content/errands/review.html", {"uid": row.uid})


@registry.waiting
class NewSpaces(registry.Waiting):
    """Spaces colleagues ask for, in the part of the tree this person makes spaces in."""

    name, order, label = "new_spaces", 25, gettext_lazy("申请新空间")

    def asked(self, user):
        waiting = rules.allowed(user, "decide", SpaceRequest.objects.waiting()).exclude(person=user)
        return waiting.select_related("person", "unit").order_by("asked_at")[: registry.MOST + 1]

    def rows(self, user):
        return super().rows(user) if may_make_spaces(user) else []

    def errand(self, row):
        title = _("%(who)s 申请新空间“%(title)s”") % {"who": row.person.name, "title": row.title}
        facts = (self.label, str(row.unit), words.clock(row.asked_at), row.reason)
        return Errand(Line(title, reverse("content:space_request", args=[row.pk]), "space", facts=facts))


@registry.card("drafts", 30, "content/cards/drafts.html", title=gettext_lazy("我的草稿"))
def drafts(user):
    found = queries.drafts_of(user, 5)
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


@registry.slot("person", 10, "content/slots/maintained.html")
def maintained(user, person):
    """What a colleague keeps, as far as the reader may read it; on the colleague's page in the directory."""
    pages = ContentPage.objects.knowledge().visible_to(user).filter(maintainer=person)
    rows = page_rows(pages.order_by("-last_published_at", "pk"))[:MAINTAINED_SHOWN]
    return {"lines": [page_line(row) for row in rows], "count": pages.count(), "person": person}
