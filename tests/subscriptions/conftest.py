"""A channel of 青屿医院, run by 周雅宁, and what can be done with it in a line."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from access import audiences
from activity import counting
from files.actions import receive
from subscriptions.actions import channels, composing, publishing
from subscriptions.choices import Tick
from subscriptions.models import Post
from tests.subscriptions.pictures import png

TEXT = "四点零七分，走廊尽头的灯还亮着。"


def open_channel(cast, *, slug="renwen", title="人文青屿", unit=None, readers=None, by=None, **facts):
    unit = unit or cast.qingyu
    said = {
        "readers": readers or [audiences.everyone_in(unit)],
        "editors": [audiences.person(cast.zhou_yaning)],
        "stewards": [audiences.person(cast.shen_zhixia)],
        **facts,
    }
    return channels.open_channel(by=by or cast.lu_zhixing, unit=unit, slug=slug, title=title, **said)


def written(issue, title, by, *, body=TEXT, summary="一句摘要", cover=True):
    """A post in the issue with everything that is asked for."""
    from content.actions import writing

    post = composing.write(issue, title, by=by)
    base = post.latest_revision_id
    writing.save(post, by=by, base=base, text=writing.Text(title, body, summary))
    post = Post.objects.get(pk=post.pk)
    if cover:
        picture = receive(SimpleUploadedFile("cover.png", png(960, 600), "image/png"), by=by, about=post)
        composing.set_cover(post, by=by, album=None, picture=picture, alt="一扇亮着灯的窗")
    return Post.objects.get(pk=post.pk)


def ready(channel, by, *titles):
    """An issue with these posts, all checks passed."""
    issue = composing.begin(channel, by=by)
    for title in titles or ("凌晨四点的走廊",):
        written(issue, title, by)
    for name in Tick.values:
        composing.tick(issue, name, by=by, is_done=True)
    return issue


def out(channel, by, *titles, is_pushed=True):
    """An issue that is out, and its posts."""
    issue = ready(channel, by, *titles)
    publishing.release(issue, by=by, is_pushed=is_pushed)
    return issue, list(Post.objects.filter(in_issue__issue=issue).order_by("in_issue__position"))


@pytest.fixture
def house(cast):
    """The channel, and who runs it."""
    return SimpleNamespace(channel=open_channel(cast), editor=cast.zhou_yaning, cast=cast)


@pytest.fixture(autouse=True)
def _nobody_has_read_yet(monkeypatch):
    """Visits wait in memory before they are written; those of another test are of other people."""
    monkeypatch.setattr(counting, "_visits", {})
