"""Comments below a post, as one reader sees them."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Prefetch

from access import rules
from org.models import Membership
from subscriptions.models import CommentLike, PostComment

SHOWN = 100


@dataclass
class Remark:
    comment: PostComment
    is_shown: bool
    is_mine: bool
    held: str = ""  # the word, for operators
    answers: list = field(default_factory=list)


def shown_to(user, post, is_host) -> list[Remark]:
    """Selected ones for all; one's own in any state; all of them for operators. Three queries."""
    posts = Membership.objects.today().select_related("unit")
    liked = CommentLike.objects.filter(comment=OuterRef("pk"), person=user.pk)
    rows = PostComment.objects.filter(post=post.pk, removal=None).select_related("person", "selection", "hold")
    rows = rows.annotate(likes_count=Count("likes"), is_liked=Exists(liked))
    rows = rows.prefetch_related(Prefetch("person__memberships", queryset=posts, to_attr="posts"))
    remarks, answers = [], {}
    for row in rows.order_by("-likes_count", "at")[: SHOWN * 2]:
        remark = Remark(
            row, hasattr(row, "selection"), row.person_id == user.pk, row.hold.word if hasattr(row, "hold") else ""
        )
        if not (remark.is_shown or remark.is_mine or is_host):
            continue
        if row.answer_to_id:
            answers.setdefault(row.answer_to_id, []).append(remark)
        else:
            remarks.append(remark)
    for remark in remarks:
        remark.answers = answers.get(remark.comment.pk, [])
    return remarks[:SHOWN]


def may_see(user, comment) -> bool:
    return hasattr(comment, "selection") or comment.person_id == user.pk or rules.can(user, "edit", comment.post)
