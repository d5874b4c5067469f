"""Take a post back from everybody."""

from django.db import transaction

from access import rules
from audit.actions import record
from content.actions import publishing
from content.errors import ReasonMissing
from notifications.withdrawing import take_back
from subscriptions.models import Issue, Post, Withdrawal


@transaction.atomic
def withdraw(post, *, by, reason):
    """Gone from feeds, search, digests and the inbox at once; who could read it finds a stub that says so."""
    if not reason.strip():
        raise ReasonMissing
    rules.require(by, "publish", post)
    post = Post.objects.select_for_update().get(pk=post.pk)
    if hasattr(post, "withdrawal"):
        return
    publishing.unpublish(post, by=by, reason=reason)
    Withdrawal.objects.create(post=post, by=by, reason=reason.strip()[:300])
    record("post.withdrawn", post, by=by, reason=reason)
    issue = Issue.objects.filter(places__post=post).first()
    if issue is not None and issue.places.get(post=post).position == 1:  # what people were told leads to it
        take_back("channel.issue", key=issue.uid)
