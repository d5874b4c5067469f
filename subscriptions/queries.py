"""Questions about channels, each answered in a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Exists, Max, OuterRef, Q, Subquery
from django.utils import timezone

from access.reach import reach_of
from activity import counting as visits
from activity.about import type_of
from activity.models import Visit
from content.models import ContentPage
from subscriptions.models import CaughtUp, Channel, Follow, FollowRequest, IssuePost, Post, Release, Silence

NEWS = timedelta(days=30)  # what is older is unread no more
PER_FEED = 10
LOOKED_AT = 100  # posts counted as unread at most, over all channels
COLUMNS = ("pk", "uid", "title", "summary", "cover_alt", "cover__uid", "cover__focal_point_x", "album__title")


def channels_of(user):
    """The channels this person may read."""
    return Channel.objects.visible_to(user).select_related("unit", "picture").defer("body")


def is_followed_by(user) -> Q:
    """Chosen, or compulsory for whoever this person is today."""
    chosen = Follow.objects.filter(person=user.pk).values("channel")
    return Q(pk__in=chosen) | Q(compulsory__in=reach_of(user).audiences)


def followed(user) -> list:
    """The channels this person follows, those with the latest news first, each with `is_compulsory`, `is_silent`,
    `last_at`. One query.
    """
    latest = Release.objects.filter(channel=OuterRef("pk")).order_by().values("channel").annotate(at=Max("at"))
    silent = Silence.objects.filter(person=user.pk, channel=OuterRef("pk"))
    rows = channels_of(user).filter(is_followed_by(user))
    rows = list(rows.annotate(last_at=Subquery(latest.values("at")), is_silent=Exists(silent)).order_by("title"))
    compulsory = reach_of(user).audiences
    for channel in rows:
        channel.is_compulsory = channel.compulsory_id in compulsory
    return sorted(rows, key=lambda channel: channel.last_at or _LONG_AGO, reverse=True)


_LONG_AGO = datetime(1970, 1, 1, tzinfo=timezone.get_fixed_timezone(0))


def listed(user):
    """Channels whose name anybody may know, besides those this person may read."""
    return Channel.objects.filter(is_listed=True, live=True)


def discovered(user, *, category="", near="", words=""):
    """What can be followed: readable or listed, by kind and by name, sound or unit."""
    seen = Channel.objects.filter(Q(pk__in=channels_of(user).values("pk")) | Q(is_listed=True, live=True))
    if category:
        seen = seen.filter(category=category)
    if near:
        seen = seen.filter(unit__kind="group") if near == "group" else seen.exclude(unit__kind="group")
    for word in words.split()[:5]:
        seen = seen.filter(Q(title__icontains=word) | Q(sounds__icontains=word) | Q(unit__name__icontains=word))
    return seen.select_related("unit", "picture").defer("body").order_by("-followers", "title")


@dataclass
class Bond:
    """How one person stands to channels: for buttons."""

    following: set = field(default_factory=set)
    asked: set = field(default_factory=set)
    compulsory: frozenset = frozenset()
    silent: set = field(default_factory=set)

    def to(self, channel) -> str:
        if channel.compulsory_id in self.compulsory:
            return "compulsory"
        if channel.pk in self.following:
            return "following"
        return "asked" if channel.pk in self.asked else ""


def bond_of(user) -> Bond:
    """Three queries."""
    return Bond(
        set(Follow.objects.filter(person=user.pk).values_list("channel", flat=True)),
        set(FollowRequest.objects.filter(person=user.pk, decided_at=None).values_list("channel", flat=True)),
        reach_of(user).audiences,
        set(Silence.objects.filter(person=user.pk).values_list("channel", flat=True)),
    )


@dataclass
class Sent:
    """An issue in a feed, with those of its posts this reader may read."""

    uid: str
    number: int
    channel: Channel
    at: datetime
    posts: list
    is_unread: bool = False

    @property
    def lead(self):
        return self.posts[0]

    @property
    def others(self):
        return self.posts[1:3]

    @property
    def rest(self):
        return self.posts[3:]


def feed(user, channels, *, offset=0, limit=PER_FEED):
    """The issues of these channels, the latest first, and whether there are more. Three queries."""
    by_pk = {channel.pk: channel for channel in channels}
    rows = Release.objects.filter(channel__in=by_pk).order_by("-at", "-pk")
    rows = list(rows.values_list("issue", "channel", "at", "issue__uid", "issue__number")[offset : offset + limit + 1])
    posts, unread = {}, None
    for place in _places(user, [issue for issue, *_ in rows[:limit]]):
        posts.setdefault(place.issue_id, []).append(place)
    unread = unread_of(user, [place.post_id for places in posts.values() for place in places])
    sent = [
        Sent(uid, number, by_pk[channel], at, posts[issue], any(place.post_id in unread for place in posts[issue]))
        for issue, channel, at, uid, number in rows[:limit]
        if issue in posts
    ]
    return sent, len(rows) > limit


def _places(user, issues):
    columns = (f"post__{name}" for name in COLUMNS if name != "pk")
    rows = IssuePost.objects.filter(issue__in=issues, post__live=True).order_by("issue", "position")
    lines = [_Line(*row) for row in rows.values_list("issue", "post", *columns)]
    readable = readable_of(user, [line.post_id for line in lines])
    return [line for line in lines if line.post_id in readable]


@dataclass(frozen=True)
class _Line:
    """A post as feeds show it: no page is made for it."""

    issue_id: int
    post_id: int
    uid: str
    title: str
    summary: str
    cover_alt: str
    cover_uid: str | None
    focus: int | None
    album: str | None

    @property
    def url(self):
        return Post.address_of(self)


def readable_of(user, posts) -> set:
    """Of these posts those the person may read. Asked of few by their ids: of all there are it would take ten times
    as long.
    """
    return set(Post.objects.visible_to(user).filter(pk__in=posts).values_list("pk", flat=True)) if posts else set()


def unread_of(user, posts) -> set:
    """Of these posts those this person has not read: out within thirty days, after everything was marked as read.

    Two queries.
    """
    if not posts:
        return set()
    caught_up = CaughtUp.objects.filter(person=user.pk).values_list("at", flat=True).first()
    since = max(filter(None, (caught_up, timezone.now() - NEWS)))
    read = Visit.objects.filter(person=user.pk, about_type=type_of(ContentPage), about_id=OuterRef("post"))
    fresh = IssuePost.objects.filter(post__in=posts, issue__release__at__gt=since).filter(~Exists(read))
    return set(fresh.values_list("post", flat=True)) - set(visits.fresh_visits(user, ContentPage))


def unread_counts(user, channels) -> dict:
    """{channel: posts not read} of these, among the latest there are. Four queries."""
    mine = IssuePost.objects.filter(issue__channel__in=[channel.pk for channel in channels], post__live=True)
    rows = mine.filter(issue__release__at__gt=timezone.now() - NEWS).order_by("-issue__release__at")
    rows = dict(rows.values_list("post", "issue__channel")[:LOOKED_AT])
    counts = {}
    for post in unread_of(user, readable_of(user, list(rows))):
        counts[rows[post]] = counts.get(rows[post], 0) + 1
    return counts
