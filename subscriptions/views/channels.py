"""A channel: what it brings, by album."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access import rules
from subscriptions import queries, shelves
from subscriptions.actions import channels, composing
from subscriptions.models import Album
from subscriptions.views.finding import channel_for, saying_why
from ui.numbers import number_in
from ui.partials import is_htmx

PER_PAGE = 12


@require_safe
def channel(request, slug):
    """The latest in full, the others as a list; a fixed number of queries."""
    user, found = request.user, channel_for(request, slug)
    albums = list(found.albums.all())
    album = next((each for each in albums if each.uid == request.GET.get("album")), None)
    offset = min(number_in(request.GET.get("offset")) or 0, 5_000)
    posts, has_more = shelves.posts_out(user, found, album=album, offset=offset, limit=PER_PAGE)
    here = found.get_absolute_url()
    part = f"album={album.uid}&" if album else ""
    context = {
        "channel": found,
        "next": f"{here}?{part}offset={offset + PER_PAGE}" if has_more else "",
        "unread": queries.unread_of(user, [post.pk for post in posts]),
    }
    if is_htmx(request) and offset:
        return render(request, "subscriptions/parts/posts.html", context | {"posts": posts})
    bond, lead = queries.bond_of(user), posts[0] if posts and not offset else None
    found.bond, found.is_silent, found.is_open = bond.to(found), found.pk in bond.silent, True
    others = shelves.beside(user, found)
    for other in others:
        other.bond, other.is_open = bond.to(other), True
    context |= {
        "tabs": [(_("最新"), here, album is None, None)]
        + [(each.title, f"{here}?album={each.uid}", each == album, None) for each in albums],
        "lead": lead,
        "posts": posts[1:] if lead else posts,
        "count": shelves.count_out(user, found),
        "liked": shelves.most_liked(user, found),
        "others": others,
        "verbs": rules.verbs(user, found),
    }
    return render(request, "subscriptions/channel.html", context)


@require_safe
def desk(request, slug):
    """What operators have in hand: issues not out, posts in none, who asks."""
    found = channel_for(request, slug)
    rules.require(request.user, "create", found)
    context = {
        "channel": found,
        "issues": shelves.issues_open(found),
        "out": found.issues.out().select_related("release__by")[:12],
        "loose": shelves.loose_posts(found)[:30],
        "asking": found.requests.filter(decided_at=None).count(),
        "albums": found.albums.all(),
        "verbs": rules.verbs(request.user, found),
    }
    return render(request, "subscriptions/desk.html", context)


@require_POST
def begin(request, slug):
    found = channel_for(request, slug)
    return redirect(composing.begin(found, by=request.user))


@require_POST
def add_album(request, slug):
    found, title = channel_for(request, slug), request.POST.get("title", "").strip()
    if title and Album.objects.filter(channel=found).count() < 20:
        with saying_why(request):
            channels.add_album(found, title, by=request.user)
    return redirect("subscriptions:desk", slug)
