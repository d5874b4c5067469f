"""Put an issue together: posts, their order, covers, who reads it before the others."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from access import rules
from access.models.grants import Grant, GrantVerb
from audit.actions import record
from content.actions import writing
from content.models import ContentPage
from files.actions import attach
from notifications.actions import notify
from subscriptions.errors import AlreadyOut, FullIssue, IsWaiting
from subscriptions.models import Issue, IssuePost, ManualCheck, Post, TestReader
from subscriptions.models.issues import MOST_POSTS
from ui.days import today

TRIED_FOR = timedelta(days=14)  # how long test readers may look at drafts


@transaction.atomic
def begin(channel, *, by):
    """The next number, with nothing in it."""
    rules.require(by, "create", channel)
    _lock(channel)
    last = channel.issues.aggregate(last=Max("number"))["last"] or 0
    return Issue.objects.create(channel=channel, number=last + 1, made_by=by)


@transaction.atomic
def write(issue, title, *, by):
    """A new post in this issue, to be written in the editor."""
    issue = _open(issue, by)
    post = writing.create(issue.channel, "post", by=by, text=writing.Text(title, ""))
    _place(issue, post)
    return post


@transaction.atomic
def add(issue, posts, *, by):
    """Posts that were written and went out in no issue yet."""
    issue = _open(issue, by)
    for post in posts.filter(space=issue.channel_id, live=False, in_issue=None, withdrawal=None):
        _place(issue, post)


def _place(issue, post):
    if issue.places.count() >= MOST_POSTS:
        raise FullIssue
    last = issue.places.aggregate(last=Max("position"))["last"] or 0
    IssuePost.objects.create(issue=issue, post=post, position=last + 1)
    for row in issue.test_readers.all():
        _let_try(row.person, [post], row.by)


@transaction.atomic
def take_out(issue, post, *, by):
    """The post stays among the drafts of the channel."""
    issue = _open(issue, by)
    issue.places.filter(post=post).delete()
    _number(issue, list(issue.places.values_list("pk", flat=True)))


@transaction.atomic
def order(issue, uids, *, by):
    """The order of the posts, by uid; who is not named stays behind them."""
    issue = _open(issue, by)
    places = dict(issue.places.values_list("post__uid", "pk"))
    named = [uid for uid in dict.fromkeys(uids) if uid in places]
    _number(issue, [places[uid] for uid in (*named, *(uid for uid in places if uid not in named))])


def _number(issue, places):
    for position, pk in enumerate(places, start=1):
        issue.places.filter(pk=pk).update(position=position)


@transaction.atomic
def set_cover(post, *, by, album, picture=None, alt=None, focus=None):
    """What stands above the post in lists. `focus`: (x, y) in percent, what must stay in sight when it is cropped."""
    rules.require(by, "edit", post)
    post = Post.objects.select_for_update().get(pk=post.pk)
    if picture is not None and picture.about_id != post.pk:
        attach(picture, post, is_published=post.live)
    if picture is not None:
        post.cover = picture
    if alt is not None:
        post.cover_alt = alt.strip()[:200]
    post.album = album
    Post.objects.filter(pk=post.pk).update(cover=post.cover, cover_alt=post.cover_alt, album=post.album)
    if focus is not None and post.cover is not None:
        _keep_in_sight(post.cover, focus)


def _keep_in_sight(picture, focus):
    """The focal point as Wagtail keeps it: a box around the middle of what matters."""
    x, y = (min(max(each, 0), 100) / 100 for each in focus)
    picture.focal_point_x, picture.focal_point_y = round(picture.width * x), round(picture.height * y)
    picture.focal_point_width = picture.focal_point_height = 1
    picture.save(update_fields=["focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"])


@transaction.atomic
def summarise(post, summary, *, by):
    """The summary alone, as the newest draft of the post."""
    now = ContentPage.objects.get(pk=post.pk).specific.get_latest_revision_as_object()
    text = writing.Text(now.title, now.body, summary, tuple(now.tags.names()), now.kind_values())
    return writing.save(post, by=by, base=now.latest_revision_id, text=text, empty_is_meant=True)


@transaction.atomic
def tick(issue, name, *, by, is_done):
    issue = _open(issue, by)
    if is_done:
        ManualCheck.objects.get_or_create(issue=issue, name=name, defaults={"by": by})
    else:
        ManualCheck.objects.filter(issue=issue, name=name).delete()


@transaction.atomic
def let_try(issue, people, *, by):
    """These colleagues read the drafts of the issue, and nobody else who could not before."""
    issue = _open(issue, by)
    for person in people:
        row, is_new = TestReader.objects.get_or_create(issue=issue, person=person, defaults={"by": by})
        if is_new:
            _let_try(person, Post.objects.filter(in_issue__issue=issue), by)
            record("issue.tried", issue, by=by, after={"person": person.number})
            notify("channel.preview", to=[person], actor=by, key=f"preview:{row.pk}", issue=issue.uid, name=str(issue))


def _let_try(person, posts, by):
    until = today() + TRIED_FOR
    for post in posts:
        page = ContentPage.objects.get(pk=post.pk)
        Grant.objects.create(person=person, verb=GrantVerb.DRAFT, about=page, given_by=by, ends_on=until)


@transaction.atomic
def stop_trying(issue, person, *, by):
    issue = _open(issue, by)
    issue.test_readers.filter(person=person).delete()
    end_trying(issue, person)


def end_trying(issue, *people):
    """What was granted for trying ends: when a reader is taken off the list, or the issue is out."""
    pages = [post.pk for post in Post.objects.filter(in_issue__issue=issue)]
    granted = Grant.objects.filter(verb=GrantVerb.DRAFT, about_id__in=pages)
    for grant in granted.filter(person__in=people):
        grant.delete()


def note_tried(issue, person):
    issue.test_readers.filter(person=person, read_at=None).update(read_at=timezone.now())


def _open(issue, by):
    """The issue locked, still to be changed by this person."""
    rules.require(by, "compose", issue)
    issue = Issue.objects.select_for_update().select_related("channel").get(pk=issue.pk)
    if issue.is_out:
        raise AlreadyOut
    if hasattr(issue, "submission") or hasattr(issue, "plan"):
        raise IsWaiting
    return issue


def _lock(channel):
    ContentPage.objects.select_for_update().get(pk=channel.pk)
