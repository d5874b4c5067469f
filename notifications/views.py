"""The inbox."""

from django.core.exceptions import BadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST, require_safe

from notifications import actions, heaps, preferences, showing, silence
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
def read_several(request):
    """Those of a heap."""
    ids = [int(pk) for pk in request.POST.getlist("notice") if pk.isdecimal() and len(pk) < 19]
    return _after(request, *actions.read_several(request.user, ids[:PER_PAGE]))


@require_POST
def read_all(request):
    return _after(request, *actions.read_all(request.user, among=_tab(request).of))


def _after(request, count, moment):
    return _back(request, moment=moment.isoformat(), count=count) if count else _back(request)


@require_POST
def unread_again(request):
    actions.unread_again(request.user, _moment(request))
    return _back(request)


@require_POST
def be_silent(request):
    preferences.be_silent(request.user, silence.end_of(request.POST.get("for", "")))
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
        request.user.refresh_from_db(fields=["unread", "urgent"])
        return _inbox(request, "notifications/inbox.html#list", **undo)
    request.session["inbox_undo"] = undo
    tab = _tab(request)
    return redirect(reverse("notifications:inbox") + (f"?show={tab.name}" if tab.name else ""))


def _inbox(request, template, **undo):
    tab = _tab(request)
    page = paginate(request, tab.of(Notice.objects.of(request.user).select_related("actor")), PER_PAGE)
    context = {
        "page": page,
        "days": showing.by_day(showing.show(request.user, page.object_list)),
        "newest": max((notice.pk for notice in page.object_list), default=0) if not tab.name else None,
        "tab": tab,
        "tabs": heaps.tabs_for(request.user, tab),
        "silent_until": silence.holds(preferences.rhythm_of(request.user)),
        "spans": silence.SPANS,
        "undo": undo or request.session.pop("inbox_undo", None),
        "is_fragment": is_htmx(request),
    }
    return render(request, template, context)


def _tab(request):
    return heaps.tab(request.POST.get("show") or request.GET.get("show") or "")
