"""Things by their address, for whoever may see them; and why something was not done, in words."""

from contextlib import contextmanager

from django.contrib import messages
from django.shortcuts import get_object_or_404

from content.errors import WritingError
from subscriptions import queries
from subscriptions.models import Issue, Post, PostComment


def channel_for(request, slug):
    return get_object_or_404(queries.channels_of(request.user), slug=slug)


def issue_for(request, uid, action):
    found = Issue.objects.may(request.user, action).select_related("channel__unit")
    return get_object_or_404(found, uid=uid)


def post_for(request, uid, action="view"):
    found = Post.objects.may(request.user, action).select_related("space__as_channel", "cover", "album")
    return get_object_or_404(found, uid=uid)


def comment_for(request, uid):
    found = PostComment.objects.filter(removal=None, post__in=Post.objects.visible_to(request.user).values("pk"))
    return get_object_or_404(found.select_related("post__space__as_channel", "person"), uid=uid)


@contextmanager
def saying_why(request, *, done=""):
    """What went wrong, or what was done, is told on the next page."""
    try:
        yield
    except WritingError as why:
        messages.error(request, str(why))
    else:
        if done:
            messages.success(request, done)
