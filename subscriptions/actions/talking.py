"""Comments under a post: said, held, selected, answered."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from access import rules
from audit.actions import record
from notifications.actions import notify
from subscriptions.checks import held_words
from subscriptions.errors import NoComments, NothingSaid
from subscriptions.models import CommentLike, CommentRemoval, Hold, Like, PostComment, Selection


@transaction.atomic
def say(post, text, *, by, answer_to=None):
    """A comment, hidden until it is selected where the channel selects; one with a held word waits in any channel.

    Answers are for whoever wrote the post or operates the channel.
    """
    rules.require(by, "view", post)
    text = text.strip()[:600]
    if not text:
        raise NothingSaid
    channel = post.space.as_channel
    if not channel.has_comments:
        raise NoComments
    is_host = rules.can(by, "edit", post)
    if answer_to is not None and not is_host:
        raise PermissionDenied
    comment = PostComment.objects.create(post_id=post.pk, person=by, text=text, answer_to=answer_to)
    if word := next((word for word in held_words(channel) if word in text), None):
        Hold.objects.create(comment=comment, word=word[:60])
    elif answer_to is not None or not channel.selects_comments:
        Selection.objects.create(comment=comment, by=by)
    _tell(comment, post, by)
    return comment


def _tell(comment, post, by):
    if comment.answer_to_id:
        if hasattr(comment, "selection"):
            notify("channel.answered", to=[comment.answer_to.person], about=post, actor=by, key=f"said:{comment.pk}")
    else:
        notify("channel.said", to=[post.maintainer], about=post, actor=by, key=f"said:{comment.pk}")


@transaction.atomic
def select(comment, *, by, is_shown):
    """Show a comment to everybody, or hide it again; also how a held one is let go."""
    rules.require(by, "edit", comment.post)
    if is_shown:
        Selection.objects.get_or_create(comment=comment, defaults={"by": by})
    else:
        Selection.objects.filter(comment=comment).delete()
    record("comment.selected" if is_shown else "comment.hidden", comment.post, by=by, after={"comment": comment.uid})


@transaction.atomic
def remove(comment, *, by):
    """By its writer, or by who operates the channel."""
    if comment.person_id != by.pk:
        rules.require(by, "edit", comment.post)
    CommentRemoval.objects.get_or_create(comment=comment, defaults={"by": by})
    record("comment.removed", comment.post, by=by, before={"comment": comment.uid})


def like(post, *, by, is_liked):
    rules.require(by, "view", post)
    _mark(Like, is_liked, post_id=post.pk, person=by)


def like_comment(comment, *, by, is_liked):
    rules.require(by, "view", comment.post)
    _mark(CommentLike, is_liked, comment=comment, person=by)


def _mark(model, is_on, **which):
    if is_on:
        model.objects.get_or_create(**which)
    else:
        model.objects.filter(**which).delete()
