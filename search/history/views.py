"""The own history: in the search box, on a page of its own, and switched off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from search import history
from search.history.often import own_hospital
from search.models import PastSearch
from ui.pagination import paginate
from ui.partials import is_htmx

LONGEST = 200  # characters taken of what is posted


def panel(user):
    """What the search box shows before anything is typed; the context of search/recent.html."""
    return {"recents": history.recent(user), "popular": history.popular(user), "hospital": own_hospital(user)}


@require_safe
def recent(request):
    """The fragment for the box; where scripts do not run, the page of the whole history."""
    if not is_htmx(request):
        return redirect("search:history")
    return render(request, "search/recent.html", panel(request.user))


@require_safe
def own(request):
    """All of the own history, ninety days back."""
    history_rows = PastSearch.objects.of(request.user)
    context = {"page": paginate(request, history_rows, 50), "is_kept": history.is_kept(request.user)}
    return render(request, "search/history.html", context)


@require_POST
def forget(request):
    """One phrase, or all of them."""
    phrase = request.POST.get("phrase", "")[:LONGEST]
    if phrase:
        history.forget(request.user, phrase)
    elif "all" in request.POST:
        history.forget_all(request.user)
    if is_htmx(request):
        return render(request, "search/recent.html", panel(request.user))
    messages.success(request, _("已删除“%(phrase)s”") % {"phrase": phrase} if phrase else _("搜索记录已清空"))
    return redirect("search:history")


@require_http_methods(["POST"])
def switch(request):
    """Keep a history from now on, or none."""
    on = request.POST.get("on") == "1"
    history.switch(request.user, on=on)
    messages.success(request, _("从现在起记录您的搜索，只有您自己看得到") if on else _("不再记录，以前的已经删除"))
    return redirect("search:history")


@require_POST
def opened(request):
    """A browser tells what was pressed among the hits, while it already goes there."""
    said = {name: request.POST.get(name, "")[:LONGEST] for name in ("q", "what", "rank", "way")}
    rank = int(said["rank"]) if said["rank"].isascii() and said["rank"].isdigit() and len(said["rank"]) < 4 else None
    history.opened(request.user, said["q"], said["what"], rank=rank, way=said["way"] or "hit")
    return HttpResponse(status=204)
