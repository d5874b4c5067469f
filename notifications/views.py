"""The inbox."""

from django.core.exceptions import BadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST, require_safe

from notifications import actions, showing
from notifications.models import Notice
from ui.pagination import paginate
from ui.partials import is_htmx

PER_PAGE = 40


@require_safe
def inbox(request):
    return _inbox(request, "notifications/inbox.html")


@require_safe
def notice(request, pk):
    """A click on a notice: it is read, and one stands where it leads."""
    found = get_object_or_404(Notice.objects.of(request.user).select_related("actor"), pk=pk)
    actions.read_one(request.user, found)
    (found,) = showing.show(request.user, [found])
    return redirect(found.url or "notifications:inbox")


@require_POST
def read(request, pk):
    found = get_object_or_404(Notice.objects.of(request.user), pk=pk)
    actions.read_one(request.user, found)
    return _back(request)


@require_POST
def read_all(request):
    count, moment = actions.read_all(request.user)
    return _back(request, moment=moment.isoformat(), count=count) if count else _back(request)


@require_POST
def unread_again(request):
    actions.unread_again(request.user, _moment(request))
    return _back(request)


def _moment(request):
    try:
        moment = parse_datetime(request.POST.get("moment", ""))
    except ValueError:
        moment = None
    if moment is None or timezone.is_naive(moment):
        raise BadRequest
    return moment


def _back(request, **undo):
    """The list anew for htmx; without scripts the whole page, where the way back is kept for one view."""
    if is_htmx(request):
        request.user.refresh_from_db(fields=["unread"])
        return _inbox(request, "notifications/inbox.html#list", **undo)
    request.session["inbox_undo"] = undo
    return redirect(reverse("notifications:inbox") + ("?show=unread" if _only_unread(request) else ""))


def _inbox(request, template, **undo):
    notices = Notice.objects.of(request.user).select_related("actor")
    if _only_unread(request):
        notices = notices.unread()
    page = paginate(request, notices, PER_PAGE)
    context = {
        "page": page,
        "days": showing.by_day(showing.show(request.user, page.object_list)),
        "only_unread": _only_unread(request),
        "undo": undo or request.session.pop("inbox_undo", None),
        "is_fragment": is_htmx(request),
    }
    return render(request, template, context)


def _only_unread(request):
    return (request.POST.get("show") or request.GET.get("show")) == "unread"
