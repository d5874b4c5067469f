"""Follow and leave, ask to be let in, decide on those who ask."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access import rules
from subscriptions import queries
from subscriptions.actions import following
from subscriptions.models import FollowRequest
from subscriptions.views.finding import channel_for, saying_why
from ui.partials import is_htmx


@require_POST
def follow(request, slug):
    """`on`: 1 follows, 0 leaves."""
    channel = channel_for(request, slug)
    act = following.follow if request.POST.get("on") == "1" else following.unfollow
    with saying_why(request):
        act(channel, by=request.user)
    return _button(request, channel)


@require_POST
def silence(request, slug):
    """`on`: 1 wants to hear of it."""
    channel = channel_for(request, slug)
    following.silence(channel, by=request.user, is_silent=request.POST.get("on") != "1")
    return _button(request, channel)


@require_POST
def ask(request, slug):
    """Also for channels one may not read yet, where they are listed."""
    channel = get_object_or_404(queries.discovered(request.user), slug=slug)
    with saying_why(request, done=_("已提交，运营人同意后就能看到。")):
        following.ask(channel, by=request.user, reason=request.POST.get("reason", ""))
    return _button(request, channel)


def _button(request, channel):
    if not is_htmx(request) or messages.get_messages(request):
        return _back(request)
    bond = queries.bond_of(request.user)
    channel.bond, channel.is_silent = bond.to(channel), channel.pk in bond.silent
    channel.is_open = True
    context = {"channel": channel, "with_bell": request.POST.get("bell") == "1"}
    return render(request, "subscriptions/parts/follow.html", context)


def _back(request):
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if is_ours else "subscriptions:index")


@require_safe
def requests(request, slug):
    """Who asks to follow, for operators."""
    channel = channel_for(request, slug)
    rules.require(request.user, "create", channel)
    rows = channel.requests.select_related("person", "decided_by")
    waiting, decided = rows.filter(decided_at=None)[:100], rows.exclude(decided_at=None)[:30]
    context = {"channel": channel, "waiting": waiting, "decided": decided}
    return render(request, "subscriptions/requests.html", context)


@require_POST
def decide(request, slug, pk):
    channel = channel_for(request, slug)
    rules.require(request.user, "create", channel)
    asked = get_object_or_404(FollowRequest.objects.select_related("channel", "person"), pk=pk, channel=channel)
    is_agreed, answer = request.POST.get("agreed") == "1", request.POST.get("answer", "")
    with saying_why(request):
        following.decide(asked, by=request.user, is_agreed=is_agreed, answer=answer)
    return redirect("subscriptions:requests", slug)
