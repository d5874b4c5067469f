"""The workbench, what waits, and the doors."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from activity import about
from portal import board, links, registry, waiting
from portal.models import ModuleLink
from portal.workplace import workplace
from ui.partials import is_htmx


@require_safe
def home(request):
    """What this person must do now, first the urgent. Costly cards follow as fragments."""
    user, now = request.user, timezone.localtime()
    context = {
        "greeting": _greeting(now.hour),
        "now": now,
        "workplace": workplace(user),
        "doors": links.usual(user),
        "columns": board.board(user),
    }
    return render(request, "portal/home.html", context)


@require_safe
def card(request, name):
    """A card that comes after the page; without scripts it is a page of its own."""
    shown = board.fetched(request.user, name)
    if shown is None:
        raise Http404
    template = "portal/card.html#card" if is_htmx(request) else "portal/card.html"
    return render(request, template, {"shown": shown})


@require_safe
def errands(request):
    """待办: everything that waits for this person, of one kind or all."""
    kinds = waiting.waiting_for(request.user)
    chosen = next((kind for kind in kinds if kind.name == request.GET.get("kind")), None)
    context = {
        "kinds": kinds,
        "chosen": chosen,
        "total": waiting.total(kinds),
        "errands": waiting.urgent_first([chosen] if chosen else kinds),
    }
    return render(request, "portal/waiting.html", context)


@require_safe
def slot(request, place, kind, uid):
    """The costly pieces other rooms add beside a thing, in one fragment."""
    thing = about.find(request.user, kind, uid)
    pieces = registry.pieces(place, request.user, thing, lazy=True)
    return render(request, "portal/pieces.html", {"pieces": pieces, "thing": thing})


@require_safe
def go(request, uid):
    """Through the door to an operational system; outside of its audience there is none."""
    link = get_object_or_404(ModuleLink.objects.visible_to(request.user), uid=uid)
    return HttpResponseRedirect(link.address, headers={"Referrer-Policy": "no-referrer"})


def _greeting(hour):
    if hour < 5:
        return _("夜深了")
    if hour < 9:
        return _("早上好")
    if hour < 12:
        return _("上午好")
    if hour < 14:
        return _("中午好")
    return _("下午好") if hour < 18 else _("晚上好")
