"""Send an issue out: now, at its time, after somebody's word; take it back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.utils import timezone

import jobs
from access import rules
from audit.actions import record
from content.actions import publishing
from content.errors import ReasonMissing, WritingError
from content.models import ContentPage
from notifications.actions import notify, notify_all
from subscriptions import checks, quotas
from subscriptions.actions.composing import end_trying
from subscriptions.errors import (
    AlreadyOut,
    ChangedSince,
    ChecksOpen,
    EmptyIssue,
    NeedsWord,
    OwnIssue,
    QuotaSpent,
    TooSoon,
)
from subscriptions.models import Approval, Issue, Plan, Post, Release, Submission
from subscriptions.rules import deciders_of
from subscriptions.shelves import posts_of

RELEASE = "subscriptions.release"


# ── Somebody's word ──


@transaction.atomic
def submit(issue, *, by):
    """Ask for the word this channel demands; those who may give it are told."""
    issue = _to_send(issue, by)
    _must_be_ready(issue)
    Submission.objects.update_or_create(
        issue=issue, defaults={"by": by, "at": timezone.now(), "texts": texts_of(issue)}
    )
    Approval.objects.filter(issue=issue).delete()
    record("issue.submitted", issue, by=by)
    key = f"issue_submitted:{issue.pk}:{timezone.now().timestamp():.0f}"
    notify("channel.submitted", to=deciders_of(issue.channel), about=issue, actor=by, key=key)


@transaction.atomic
def approve(issue, *, by):
    """Agree to the very texts that were submitted."""
    issue = _to_decide(issue, by)
    texts = texts_of(issue)
    if issue.submission.texts != texts:
        raise ChangedSince
    asked_by = issue.submission.by
    Approval.objects.update_or_create(issue=issue, defaults={"by": by, "at": timezone.now(), "texts": texts})
    issue.submission.delete()
    record("issue.approved", issue, by=by, after={"texts": texts})
    notify("channel.approved", to=[asked_by], about=issue, actor=by, key=f"issue_approved:{issue.approval.pk}")


@transaction.atomic
def decline(issue, *, by, comment):
    """Send it back with a reason."""
    if not comment.strip():
        raise ReasonMissing
    issue = _to_decide(issue, by)
    row = issue.submission
    row.delete()
    record("issue.declined", issue, by=by, reason=comment)
    key = f"issue_declined:{issue.pk}:{row.at.timestamp():.0f}"
    notify("channel.declined", to=[row.by], about=issue, actor=by, key=key, comment=comment.strip()[:300])


@transaction.atomic
def take_back(issue, *, by):
    """Go on writing: neither submitted nor planned any more."""
    issue = _to_send(issue, by)
    Submission.objects.filter(issue=issue).delete()
    _cancel(issue, by)
    record("issue.taken_back", issue, by=by)


# ── At its time ──


@transaction.atomic
def plan(issue, *, at, by, is_pushed=True):
    """Let it go out by itself, or move it to another time. Counts up to the last second: the work asks for this row."""
    issue = _to_send(issue, by)
    if at <= timezone.now():
        raise TooSoon
    _must_be_ready(issue)
    _must_be_agreed(issue)
    _set_pushed(issue, is_pushed)
    _must_have_room(issue, quotas.day_of(at))
    before = _cancel(issue, by)
    row = Plan.objects.create(issue=issue, at=at, by=by)
    record("issue.planned" if before is None else "issue.moved", issue, by=by,
           before={"at": before}, after={"at": at, "push": is_pushed})  # fmt: skip
    jobs.due(RELEASE, key=str(row.pk), payload={"plan": row.pk}, at=at)
    return row


@transaction.atomic
def cancel(issue, *, by):
    """It stays a draft."""
    issue = _to_send(issue, by)
    before = _cancel(issue, by)
    if before is not None:
        record("issue.cancelled", issue, by=by, before={"at": before})


def _cancel(issue, by):
    row = Plan.objects.filter(issue=issue).first()
    if row is None:
        return None
    at = row.at
    row.delete()
    return at


def release_planned(plan_id):
    """Its moment has come. Whoever cancelled or moved it has taken the row away; twice is once."""
    row = Plan.objects.filter(pk=plan_id).select_related("issue", "by").first()
    if row is None:
        return
    issue = _locked(row.issue)
    if issue.is_out or not Plan.objects.filter(pk=plan_id).exists():
        return
    try:
        with transaction.atomic():
            rules.require(row.by, "compose", issue)
            _must_be_agreed(issue)
            _must_have_room(issue, quotas.day_of(timezone.now()))
            _send_out(issue, row.by)
    except (WritingError, PermissionDenied, Http404) as why:
        Plan.objects.filter(pk=plan_id).delete()
        record("issue.stuck", issue, reason=str(why))
        notify("channel.stuck", to=[row.by, issue.made_by], about=issue, key=f"stuck:{plan_id}", why=str(why))


# ── Now ──


@transaction.atomic
def release(issue, *, by, is_pushed=True):
    """Make it public, and tell who follows unless that is not wanted."""
    issue = _to_send(issue, by)
    _must_be_ready(issue)
    _must_be_agreed(issue)
    _set_pushed(issue, is_pushed)
    _must_have_room(issue, quotas.day_of(timezone.now()))
    return _send_out(issue, by)


def _send_out(issue, by):
    approved = getattr(issue, "approval", None)
    posts = list(Post.objects.filter(in_issue__issue=issue).order_by("in_issue__position"))
    for post in posts:
        revision = approved.texts.get(str(post.pk)) if approved else None
        publishing.release(post, by=by, revision=revision)
    now = timezone.now()
    row = Release.objects.create(
        issue=issue, channel=issue.channel, by=by, at=now, day=quotas.day_of(now), is_pushed=issue.is_pushed
    )
    Plan.objects.filter(issue=issue).delete()
    Submission.objects.filter(issue=issue).delete()
    end_trying(issue, *issue.test_readers.values_list("person", flat=True))
    record("issue.released", issue, by=by, after={"push": issue.is_pushed, "posts": [post.uid for post in posts]})
    if issue.is_pushed:
        lead = ContentPage.objects.get(pk=posts[0].pk)
        notify_all(
            "channel.issue", recipients="subscriptions.followers", of=issue.pk, about=lead, key=issue.uid,
            channel=issue.channel.title, count=len(posts),
        )  # fmt: skip
    return row


# ── What must be ──


def texts_of(issue):
    """{post: its newest revision}, as JSON keeps it."""
    rows = issue.places.values_list("post", "post__latest_revision")
    return {str(post): revision for post, revision in rows}


def _to_send(issue, by):
    rules.require(by, "compose", issue)
    issue = _locked(issue)
    if issue.is_out:
        raise AlreadyOut
    if not issue.places.exists():
        raise EmptyIssue
    return issue


def _to_decide(issue, by):
    rules.require(by, "decide", issue)
    issue = _locked(issue)
    if not hasattr(issue, "submission"):
        raise AlreadyOut if issue.is_out else ChangedSince
    if issue.submission.by_id == by.pk:
        raise OwnIssue
    return issue


def _locked(issue):
    """The channel with it: two issues of one channel do not count one quota at the same time."""
    ContentPage.objects.select_for_update().get(pk=issue.channel_id)
    return Issue.objects.select_for_update().select_related("channel__unit").get(pk=issue.pk)


def _must_be_ready(issue):
    if not checks.is_ready(checks.checklist(issue, posts_of(issue))):
        raise ChecksOpen


def _must_be_agreed(issue):
    if not issue.channel.demands_approval:
        return
    approval = Approval.objects.filter(issue=issue).first()
    if approval is None:
        raise NeedsWord
    if approval.texts != texts_of(issue):
        raise ChangedSince


def _set_pushed(issue, is_pushed):
    issue.is_pushed = is_pushed
    Issue.objects.filter(pk=issue.pk).update(is_pushed=is_pushed)


def _must_have_room(issue, day):
    if issue.is_pushed and not quotas.room_on(issue.channel, day, besides=issue).left:
        raise QuotaSpent
