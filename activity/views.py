"""One click each: favour, watch, react; the place reached in a text; what one read and favours."""

from django.core.exceptions import BadRequest
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from activity import about, actions, counting, queries
from activity.models import WatchLevel
from ui.partials import is_htmx

LISTED = 100  # lines on the pages of what one read and favours
REACTIONS = {"1": True, "0": False, "": None}


@require_POST
def favourite(request, kind, uid):
    """`on=1` favours, anything else takes it back; twice is once."""
    thing = about.find(request.user, kind, uid)
    if request.POST.get("on") == "1":
        actions.favourite(request.user, thing)
    else:
        actions.unfavourite(request.user, thing)
    return _answer(request, kind, thing, "activity/favourite.html")


@require_POST
def watch(request, kind, uid):
    """`level` is one of WatchLevel; empty stops watching."""
    thing = about.find(request.user, kind, uid)
    level = request.POST.get("level", "")
    if level in WatchLevel.values:
        actions.watch(request.user, thing, level)
    elif level == "":
        actions.unwatch(request.user, thing)
    else:
        raise BadRequest
    return _answer(request, kind, thing, "activity/watch.html")


@require_POST
def reaction(request, kind, uid):
    """`useful` is 1, 0 or empty."""
    thing = about.find(request.user, kind, uid)
    if (word := request.POST.get("useful", "")) not in REACTIONS:
        raise BadRequest
    actions.react(request.user, thing, REACTIONS[word])
    return _answer(request, kind, thing, "activity/reaction.html", reactions=queries.reactions_to(thing))


@require_POST
def place(request, kind, uid):
    """The page tells by script which heading the reader has reached."""
    thing = about.find(request.user, kind, uid)
    counting.reach(request.user, thing, request.POST.get("place", ""))
    return HttpResponse(status=204)


@require_safe
def recent(request):
    return _list(request, _("最近访问"), queries.recent_lines(request.user, LISTED), _("读过的页面会出现在这里"))


@require_safe
def favourites(request):
    lines = queries.favourite_lines(request.user, LISTED)
    return _list(request, _("我的收藏"), lines, _("在页面上点“收藏”，就能在这里找到它"))


def _list(request, title, lines, empty):
    return render(request, "activity/list.html", {"title": title, "lines": lines, "empty": empty})


def _answer(request, kind, thing, template, **more):
    """The button in its new state, or, without scripts, the page one came from."""
    if is_htmx(request):
        facts = queries.state_of(request.user, thing)
        state = {"uid": thing.uid, "is_favourite": facts.is_favourite, "watch": facts.watch}
        context = {"page": thing, "kind": kind, "facts": facts, **state, "next": thing.get_absolute_url()}
        return render(request, template, {**context, **more})
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = thing.get_absolute_url()
    return HttpResponseRedirect(back)
