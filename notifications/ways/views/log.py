"""发送记录: what did not arrive and why, for administrators, of the people they look after."""

from django.contrib import messages
from django.db.models import Count, Max, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from access import rules
from access.administration import is_administrator
from notifications import groups, registry, retrying, ways
from notifications.choices import State
from notifications.models import Delivery
from org.models import User
from ui.pagination import paginate

PER_PAGE = 50


@require_safe
def log(request):
    """Which notice it was is nobody's business: the list shows the group it belongs to."""
    looked_after = _looked_after(request)
    way = _chosen(request.GET)
    rows = looked_after.by(way.name) if way else looked_after
    stuck = rows.stuck()
    reason = request.GET.get("reason", "")
    page = paginate(request, _listed(stuck.filter(reason=reason) if reason else stuck), PER_PAGE)
    for row in page.object_list:
        row.group = groups.find(registry.find(row.notice.kind).group)
        row.by = ways.find(row.way)
    context = {
        "counts": _counts(looked_after),
        "way": way,
        "reason": reason,
        "reasons": [{**each, "by": ways.find(each["way"])} for each in _reasons(stuck)],
        "page": page,
    }
    return render(request, "notifications/log.html", context)


@require_POST
def retry(request):
    """Everything with this reason, or one of them."""
    way, rows = _chosen(request.POST), _looked_after(request).failed()
    if way is None:
        raise Http404
    rows = rows.by(way.name)
    rows = rows.filter(pk=request.POST["pk"]) if request.POST.get("pk", "").isdigit() else rows.filter(
        reason=request.POST.get("reason", "")
    )  # fmt: skip
    count = retrying.retry(rows, way, by=request.user)
    said = ngettext("%(count)s 条正在重新发送", "%(count)s 条正在重新发送", count) % {"count": count}
    messages.success(request, said if count else _("没有需要重发的"))
    return redirect(f"{reverse('notifications:log')}?way={way.name}")


def _looked_after(request):
    if not is_administrator(request.user):
        raise Http404
    theirs = rules.allowed(request.user, "administer", User.objects.all()).order_by().values("pk")
    return Delivery.objects.filter(Q(person__in=theirs) | Q(person=request.user))


def _chosen(values):
    try:
        way = ways.find(values.get("way", ""))
    except LookupError:
        return None
    return way if way.leaves_the_house else None


def _listed(rows):
    return rows.select_related("person", "notice").order_by("-due_at", "-pk")


def _reasons(stuck):
    """The most frequent first."""
    grouped = stuck.order_by().values("way", "reason", "state")
    return grouped.annotate(count=Count("pk"), last=Max("due_at")).order_by("-count", "way")[:20]


def _counts(rows):
    """[(way, sent, stuck)] in one query."""
    found = {
        each["way"]: each
        for each in rows.order_by()
        .values("way")
        .annotate(sent=Count("pk", Q(state=State.SENT)), stuck=Count("pk", Delivery.STUCK))
    }
    return [(way, found.get(way.name, {"sent": 0, "stuck": 0})) for way in ways.outward()]
