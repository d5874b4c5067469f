"""What was said about a page, for one reader: four queries, however much it is."""

from dataclasses import dataclass, field

from django.db.models import Prefetch

from access import rules
from content.comments import wording
from content.models import Comment, Passage, WhichText

MOST = 500  # comments of a page that are shown, the latest


@dataclass(frozen=True)
class Said:
    """One comment or answer, and what this reader may do with it."""

    comment: Comment
    is_mine: bool
    may_remove: bool

    @property
    def html(self):
        return wording.shown(self.comment.text)


@dataclass(frozen=True)
class Thread(Said):
    """A comment with the answers to it and its place in the text."""

    passage: Passage | None = None
    replies: list[Said] = field(default_factory=list)
    may_resolve: bool = False
    may_take: bool = False

    @property
    def resolution(self):
        return getattr(self.comment, "resolution", None)

    @property
    def stands(self):
        """Its passage is in the text."""
        return bool(self.passage and self.passage.quote)

    @property
    def has_vanished(self):
        return bool(self.comment.quote) and not self.stands


@dataclass(frozen=True)
class Talk:
    """Everything said about a page: what stands in its text first, as the text goes, then what is about the whole."""

    threads: list[Thread]

    @property
    def open(self):
        return [each for each in self.threads if each.resolution is None]

    @property
    def passages(self):
        standing = [each for each in self.open if each.stands]
        return sorted(standing, key=lambda each: (each.passage.start, each.comment.at))

    @property
    def vanished(self):
        return [each for each in self.open if each.has_vanished]

    @property
    def general(self):
        return [each for each in self.open if not each.comment.quote]

    @property
    def resolved(self):
        return [each for each in self.threads if each.resolution is not None]


def talk_about(user, page, verbs, *, is_draft=False) -> Talk:
    """`verbs`: what the reader may do with the page. Of the draft, or of the live text."""
    return Talk(_threads(user, Comment.objects.filter(page=page.pk), verbs, is_draft))


def thread_of(user, start, verbs, *, is_draft=False) -> Thread | None:
    """One of them; None when the reader may not see it (any more)."""
    return next(iter(_threads(user, Comment.objects.filter(pk=start.pk), verbs, is_draft)), None)


def _threads(user, comments, verbs, is_draft):
    which = WhichText.DRAFT if is_draft else WhichText.LIVE
    replies = Comment.objects.select_related("by").order_by("at", "pk")
    seen = rules.allowed(user, "view", comments.threads()).select_related("by", "resolution__by")
    rows = seen.order_by("-at", "-pk").prefetch_related(
        Prefetch("replies", replies), Prefetch("passages", Passage.objects.filter(text=which))
    )[:MOST]
    return [_thread(row, user, verbs) for row in reversed(rows)]


def _thread(row, user, verbs):
    edits = "edit" in verbs
    return Thread(
        **_said(row, user, verbs),
        passage=next(iter(row.passages.all()), None),
        replies=[Said(**_said(reply, user, verbs)) for reply in row.replies.all()],
        may_resolve=row.by_id == user.pk or edits,
        may_take=edits and not row.removed_at,
    )


def _said(row, user, verbs):
    mine = row.by_id == user.pk
    kept = row.removed_at is None
    return {"comment": row, "is_mine": mine and kept, "may_remove": kept and (mine or "keep" in verbs)}
