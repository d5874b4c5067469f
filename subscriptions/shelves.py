"""Questions about posts and issues, each answered in a fixed number of queries."""

from django.db.models import Count, OuterRef, Q, Subquery

from content.models import ContentPage
from subscriptions.models import Issue, IssuePost, Like, Post, PostRead, Release, TestReader
from subscriptions.queries import channels_of, is_followed_by


def posts_out(user, channel, *, album=None, offset=0, limit=12):
    """(posts of the channel that are out, the latest first; whether there are more). Three queries.

    Ids come from the issues alone; figures are counted for what is shown.
    """
    places = IssuePost.objects.filter(issue__channel=channel.pk, issue__release__isnull=False, post__live=True)
    if album is not None:
        places = places.filter(post__album=album)
    ids = places.order_by("-issue__release__at", "position").values_list("post", flat=True)
    ids = list(ids[offset : offset + limit + 1])
    posts = with_figures(Post.objects.visible_to(user).filter(pk__in=ids[:limit])).in_bulk()
    return [posts[pk] for pk in ids[:limit] if pk in posts], len(ids) > limit


def count_out(user, channel) -> int:
    return ContentPage.objects.visible_to(user).filter(space=channel.pk).exclude(pk=channel.pk).count()


def with_figures(posts):
    """With `likes_count`, `reads_count` and `out_at`, counted for the rows that are shown."""
    return (
        posts.select_related("cover", "album", "space")
        .defer("body", "space__body")
        .annotate(likes_count=_count(Like), reads_count=_count(PostRead), out_at=Subquery(_out_at()))
    )


def _count(model):
    rows = model.objects.filter(post=OuterRef("pk")).order_by().values("post").annotate(n=Count("pk"))
    return Subquery(rows.values("n"))


def _out_at():
    return Release.objects.filter(issue__places__post=OuterRef("pk")).values("at")[:1]


def most_liked(user, channel, limit=4):
    """The posts of the channel with the most likes, as far as this person may read them."""
    liked = Like.objects.filter(post__space=channel.pk).values("post").annotate(n=Count("pk")).order_by("-n")[:30]
    counts = dict(liked.values_list("post", "n"))
    posts = Post.objects.visible_to(user).filter(pk__in=counts).only("uid", "title", "content_type")
    best = sorted(posts, key=lambda post: (-counts[post.pk], post.title))[:limit]
    return [(post, counts[post.pk]) for post in best]


def beside(user, channel, limit=3):
    """Other channels this person may read and does not follow, of the same kind first."""
    others = channels_of(user).exclude(is_followed_by(user)).exclude(pk=channel.pk).order_by("-followers")[:20]
    return sorted(others, key=lambda other: other.category != channel.category)[:limit]


def posts_of(issue):
    """The posts of an issue in their order, each with its newest text as `draft`. Three queries."""
    found = Post.objects.filter(in_issue__issue=issue).select_related("latest_revision", "cover", "album", "space")
    posts = list(found.order_by("in_issue__position"))
    for post in posts:
        post.draft = post.get_latest_revision_as_object()
    return posts


def loose_posts(channel):
    """Written and in no issue yet."""
    found = Post.objects.filter(space=channel.pk, in_issue=None, live=False, withdrawal=None)
    return found.defer("body").order_by("-latest_revision_created_at")


def issues_open(channel):
    """Those that are not out yet, the newest first."""
    found = Issue.objects.filter(channel=channel, release=None).select_related("made_by", "plan", "submission")
    return found.annotate(count=Count("places"))


def neighbours(user, post):
    """(the post before, the post after) in its album by the order they came out, or in its channel. Two queries."""
    same = Post.objects.visible_to(user).filter(space=post.space_id, in_issue__issue__release__isnull=False)
    if post.album_id:
        same = same.filter(album=post.album_id)
    at, position = "in_issue__issue__release__at", "in_issue__position"
    here, place = post.in_issue.issue.release.at, post.in_issue.position
    before = same.filter(Q(**{f"{at}__lt": here}) | Q(**{at: here, f"{position}__lt": place}))
    after = same.filter(Q(**{f"{at}__gt": here}) | Q(**{at: here, f"{position}__gt": place}))
    columns = ("uid", "title", "content_type")
    return (
        before.only(*columns).order_by(f"-{at}", f"-{position}").first(),
        after.only(*columns).order_by(at, position).first(),
    )


def tried_by(user, issue_uid):
    """The row by which this person reads the issue before it is out, or None."""
    rows = TestReader.objects.filter(issue__uid=issue_uid, person=user.pk, issue__release=None)
    return rows.select_related("issue__channel__unit").first()
