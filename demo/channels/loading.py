"""Plants channels, issues and what readers did with them; what is there stays as it is."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from access import audiences
from content.actions import writing
from content.models import ContentPage, Publication
from demo.channels.covers import drawn
from demo.channels.texts import CHANNELS, ISSUES, REMARKS
from files.actions import receive
from org.choices import PositionKind
from subscriptions import counting
from subscriptions.actions import channels, composing, publishing, talking
from subscriptions.choices import Joining, Tick
from subscriptions.models import Channel, Follow, Post, PostRead, Release
from ui.days import today

OPERATORS = ("HX00036", "QY10231")
FOLLOWERS = ("QY10874", "QY10231", "QY10112", "QY20045", "HX00036", "YL10406")
OPEN = ("renwen", "nursing-voice", "pharmacy-news")


def load(people, units):
    if Channel.objects.exists():
        return
    made = {row[0]: _open(row, people, units) for row in CHANNELS}
    for slug, days, posts in sorted(ISSUES, key=lambda row: -row[1]):
        _bring_out(made[slug], days, posts, people["QY10231"])
    _follow(made, people)
    _talk(people)
    _spread_reads()
    _begin_next(made["renwen"], people["QY10231"])


def _open(row, people, units):
    slug, title, unit, icon, category, rhythm, intro, albums = row
    closed = slug == "quality-notes"
    everybody, doctors = audiences.everyone_in(units["HX"]), PositionKind.DOCTOR
    operators = [audiences.person(people[number]) for number in OPERATORS]
    channel = channels.open_channel(
        by=people["HX00001"], unit=units[unit], slug=slug, title=title, icon=icon, category=category, rhythm=rhythm,
        summary=intro,
        readers=[audiences.everyone_in(units["HX"], position_kind=doctors), *operators] if closed else [everybody],
        editors=operators, stewards=[audiences.heads_of(units[unit]), audiences.person(people["HX00036"])],
        compulsory=[everybody] if slug == "infection-weekly" else (),
        joining=Joining.APPLY if closed else Joining.OPEN, is_listed=closed, demands_approval=closed,
        held_words="红包\n回扣",
    )  # fmt: skip
    for album in albums:
        channels.add_album(channel, album, by=people["HX00036"])
    return channel


def _bring_out(channel, days, posts, by):
    """As an operator does it, and then some days ago."""
    issue = composing.begin(channel, by=by)
    for place, row in enumerate(posts):
        _write(issue, row, by, seed=days * 10 + place)
    for name in Tick.values:
        composing.tick(issue, name, by=by, is_done=True)
    Channel.objects.filter(pk=channel.pk).update(demands_approval=False)  # what came before the rule
    publishing.release(issue, by=by, is_pushed=False)
    Channel.objects.filter(pk=channel.pk).update(demands_approval=channel.demands_approval)
    _date_back(issue, days)


def _write(issue, row, by, seed):
    title, album, sky, summary, body = row
    post = composing.write(issue, title, by=by)
    writing.save(post, by=by, base=post.latest_revision_id, text=writing.Text(title, body, summary))
    picture = receive(SimpleUploadedFile(f"{title[:12]}.png", drawn(sky, seed)), by=by, about=post)
    where = issue.channel.albums.filter(title=album).first()
    composing.set_cover(post, by=by, album=where, picture=picture, alt="插画：远山和亮着的窗", focus=(70, 40))


def _date_back(issue, days):
    at = (timezone.localtime() - timedelta(days=days)).replace(hour=12, minute=30, second=0, microsecond=0)
    Release.objects.filter(issue=issue).update(at=at, day=at.date(), is_pushed=True)
    pages = Post.objects.filter(in_issue__issue=issue).values("pk")
    ContentPage.objects.filter(pk__in=list(pages.values_list("pk", flat=True))).update(
        last_published_at=at, first_published_at=at
    )
    Publication.objects.filter(page__in=pages).update(at=at)


def _follow(made, people):
    rows = [Follow(channel=made[slug], person=people[number]) for slug in OPEN for number in FOLLOWERS]
    Follow.objects.bulk_create(rows)
    for channel in made.values():
        counting.count_followers(Channel.objects.get(pk=channel.pk))


def _talk(people):
    for title, number, text in REMARKS:
        post = Post.objects.get(title=title)
        comment = talking.say(post, text, by=people[number])
        talking.select(comment, by=people["QY10231"], is_shown=True)
    for place, post in enumerate(Post.objects.filter(live=True).order_by("pk")):
        for number in FOLLOWERS[: 1 + place % len(FOLLOWERS)]:
            if _may(people[number], post):
                talking.like(post, by=people[number], is_liked=True)
                counting.note_read(post, people[number], is_finished=place % 2 == 0)


def _spread_reads():
    """Over the days since the post came out: today is one of them."""
    rows = list(PostRead.objects.select_related("post__in_issue__issue__release").order_by("pk"))
    for place, row in enumerate(rows):
        out_on = timezone.localdate(row.post.in_issue.issue.release.at)
        row.day = min(today(), out_on + timedelta(days=place % 4))
    PostRead.objects.bulk_update(rows, ["day"])


def _may(person, post):
    return Post.objects.visible_to(person).filter(pk=post.pk).exists()


def _begin_next(channel, by):
    """An issue that is being put together."""
    issue = composing.begin(channel, by=by)
    body = "今年的年会没有主席台，座位按入院的年份坐。\n\n坐在第一排的，是昨天刚报到的三十一位同事。"
    _write(issue, ("座位按入院的年份坐", "镜头里的宏信", "day", "第一排是昨天刚报到的人。", body), by, seed=3)
    post = composing.write(issue, "投稿选登：第一次独立值班", by=by)
    writing.save(post, by=by, base=post.latest_revision_id, text=writing.Text(post.draft_title, "那天夜里……", ""))
