"""The workbench, what waits, and the doors."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from activity import about
from portal import board, links, registry, waiting
from portal.models import ModuleLink
from portal.workplace import workplace
from ui.partials import render_partial


@require_safe
def home(request):
    """What this person must do now, first the urgent. Costly cards follow as fragments."""
    user, now = request.user, timezone.localtime()
    context = {
        "greeting": _greeting(now.hour),
        "now": now,
        "workplace": workplace(user),
        "doors": links.usual(user),
        "urgent": board.column(user, registry.URGENT).cards,
        "columns": [(name, board.column(user, name)) for name in (registry.MAIN, registry.SIDE)],
    }
    return render(request, "portal/home.html", context)


@require_safe
def cards(request, column):
    """The costly cards of a column, in one fragment; without scripts they are a page of their own."""
    shown = board.filled(request.user, board.later(request.user, column))
    return render_partial(request, "portal/cards.html#cards", {"cards": shown})


@require_safe
def errands(request):
    """待办: everything that waits for this person, of one kind or all."""
    piles = waiting.piles(request.user)
    chosen = next((pile for pile in piles if pile.kind.name == request.GET.get("kind")), None)
    context = {
        "piles": piles,
        "chosen": chosen,
        "total": waiting.total(piles),
        "may_batch": any(pile.kind.batch and len(pile.rows) > 1 for pile in piles),
        "errands": waiting.urgent_first([chosen] if chosen else piles),
    }
    return render(request, "portal/waiting.html", context)


@require_safe
def slot(request, place, kind, uid):
    """The pieces other rooms add beside a thing, in one fragment; with `lazy` only the costly ones."""
    thing = about.find(request.user, kind, uid)
    pieces = registry.pieces(place, request.user, thing, lazy=True if "lazy" in request.GET else None)
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
