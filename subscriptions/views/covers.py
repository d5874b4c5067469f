"""Cover, summary and album of a post."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from files.actions import receive
from files.errors import Refused
from files.models import Picture
from subscriptions.actions import composing
from subscriptions.forms import CoverForm
from subscriptions.views.finding import post_for, saying_why


@require_http_methods(["GET", "POST"])
def cover(request, uid):
    """Pictures come in by the one way all files come in."""
    post = post_for(request, uid, "edit")
    form = CoverForm(request.POST or None, request.FILES or None, initial=_initial(post), channel=post.space.as_channel)
    if request.method == "POST" and form.is_valid() and (picture := _received(request, post, form)) is not False:
        _keep(request, post, form.cleaned_data, picture)
        place = getattr(post, "in_issue", None)
        return redirect(place.issue if place and not place.issue.is_out else post)
    context = {"post": post, "form": form, "channel": post.space.as_channel}
    return render(request, "subscriptions/cover.html", context, status=422 if form.errors else 200)


def _received(request, post, form):
    """The picture, None where none came, False where it was refused."""
    if "picture" not in request.FILES:
        return None
    try:
        held = receive(request.FILES["picture"], by=request.user, about=post)
    except Refused as why:
        form.add_error("picture", str(why))
        return False
    if not isinstance(held, Picture):
        form.add_error("picture", _("封面要是一张图片。"))
        return False
    return held


def _keep(request, post, said, picture):
    with saying_why(request):
        composing.set_cover(
            post, by=request.user, picture=picture, alt=said["alt"], album=said["album"],
            focus=(said["across"], said["down"]),
        )  # fmt: skip
        if said["summary"] != _initial(post)["summary"]:
            composing.summarise(post, said["summary"], by=request.user)
            if post.live:
                messages.info(request, _("摘要改在草稿里，发布后读者才看到。"))


def _initial(post):
    picture = post.cover
    across = down = 50
    if picture is not None and picture.focal_point_x is not None:
        across = round(100 * picture.focal_point_x / max(picture.width, 1))
        down = round(100 * picture.focal_point_y / max(picture.height, 1))
    latest = post.get_latest_revision_as_object()
    return {"alt": post.cover_alt, "across": across, "down": down, "summary": latest.summary, "album": post.album}
