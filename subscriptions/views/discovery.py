"""订阅号: what is new in the channels one follows, and what else there is."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from content.actions.spaces import may_make_spaces
from subscriptions import queries
from subscriptions.actions import following
from subscriptions.choices import Category
from subscriptions.models import FollowRequest
from subscriptions.rules import operated_by
from ui.numbers import number_in
from ui.partials import is_htmx

SHOWN = 24  # channels among those to discover
FACES = 6


@require_safe
def index(request):
    """The latest, one's own channels, one's requests, and others to find. A fixed number of queries."""
    user = request.user
    own = queries.followed(user)
    counts = queries.unread_counts(user, own)
    for channel in own:
        channel.unread = counts.get(channel.pk, 0)
    sent, has_more = queries.feed(user, own)
    asked = FollowRequest.objects.filter(person=user).select_related("channel__unit").order_by("-asked_at")
    context = {
        "own": own,
        "faces": own[:FACES],
        "compulsory": [channel for channel in own if channel.is_compulsory],
        "chosen": [channel for channel in own if not channel.is_compulsory],
        "with_news": sum(channel.unread > 0 for channel in own),
        "sent": sent,
        "next": queries.PER_FEED if has_more else None,
        "asked": asked[:10],
        "operated": operated_by(user).order_by("title"),
        "may_open": may_make_spaces(user),
        **_found(request),
    }
    return render(request, "subscriptions/index.html", context)


@require_safe
def more(request):
    """The feed goes on: a fragment, or a page of its own without scripts."""
    offset = min(number_in(request.GET.get("offset")) or 0, 5_000)
    sent, has_more = queries.feed(request.user, queries.followed(request.user), offset=offset)
    context = {"sent": sent, "next": offset + queries.PER_FEED if has_more else None}
    template = "subscriptions/parts/feed.html" if is_htmx(request) else "subscriptions/more.html"
    return render(request, template, context)


@require_safe
def find(request):
    """Other channels by kind and by words."""
    template = "subscriptions/parts/find.html" if is_htmx(request) else "subscriptions/find.html"
    return render(request, template, _found(request))


def _found(request):
    category, near = request.GET.get("category", "")[:12], request.GET.get("near", "")[:5]
    words = request.GET.get("q", "").strip()[:60]
    bond = queries.bond_of(request.user)
    readable = set(queries.channels_of(request.user).values_list("pk", flat=True))
    channels = list(queries.discovered(request.user, category=category, near=near, words=words)[:SHOWN])
    for channel in channels:
        channel.bond, channel.is_open = bond.to(channel), channel.pk in readable
    views = [("", _("推荐"), not category and not near), ("near=group", _("集团"), near == "group"),
             ("near=own", _("本院"), near == "own")]  # fmt: skip
    views += [(f"category={value}", label, category == value) for value, label in Category.choices]
    return {"channels": channels, "views": views, "words": words, "category": category, "near": near}


@require_POST
def catch_up(request):
    following.catch_up(request.user)
    return redirect("subscriptions:index")
