"""Where downloading is off, only the view is given."""

import pytest
from django.urls import reverse

from audit.models import Decision
from files.actions import publish_files, receive
from files.queries import to_take
from jobs.testing import run_due
from tests.files.papers import paper
from tests.files.samples import MP4, box, picture, upload
from tests.files.views import DOCX, FOR_THE_VIEW, bytes_of, content, shut_downloads, text_of, view

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W60")]


@pytest.fixture
def only_seen(cast, space, page, live, converter):
    held = {"pdf": live("规范.pdf", paper()), "office": live("排班.docx", DOCX), "box": live("数据.zip", box("a.bin"))}
    publish_files(page, [each.uid for each in held.values()])
    shut_downloads(space, cast)
    return held


def test_only_the_view_is_given(come_in, cast, only_seen):
    client = come_in(cast.lin_xiaoman)
    client.get(view(only_seen["office"]))
    run_due()

    for name in ("pdf", "office"):
        page = text_of(client.get(view(only_seen[name])))
        assert "不能下载" in page and "?download=1" not in page and 'data-controller="pdf"' in page
        assert client.get(content(only_seen[name]), headers=FOR_THE_VIEW).status_code == 200
    assert client.get(content(only_seen["box"])).status_code == 404
    assert bytes_of(client.get(content(only_seen["office"]), headers=FOR_THE_VIEW)) == paper(2, words="{n} 转换")


def test_no_address_gives_the_original_and_words_say_why(come_in, cast, only_seen):
    client = come_in(cast.lin_xiaoman)

    for held in only_seen.values():
        plain = reverse("files:file", args=[held.uid])
        for path in (plain, f"{plain}?download=1", held.get_absolute_url()):
            for headers in ({}, {"Range": "bytes=0-3"}, {"If-None-Match": "*"}):
                answer = client.get(path, headers=headers)
                assert answer.status_code == 403 and "这个附件不许下载" in text_of(answer)
    opened = client.get(content(only_seen["pdf"]))
    assert opened.status_code == 403


def test_a_film_is_played_and_not_opened(come_in, cast, live, space):
    held = live("操作.mp4", MP4)
    shut_downloads(space, cast)
    client = come_in(cast.lin_xiaoman)

    assert client.get(content(held), headers={"Range": "bytes=0-"}).status_code == 206
    assert client.get(content(held)).status_code == 403
    assert 'controlslist="nodownload"' in text_of(client.get(view(held)))


def test_who_keeps_the_space_and_who_maintains_the_page_still_download(come_in, cast, only_seen):
    for person in (cast.shen_zhixia, cast.zhou_yaning):
        client = come_in(person)
        for held in only_seen.values():
            assert client.get(held.get_absolute_url()).status_code == 200


def test_an_editor_does_not(come_in, cast, space, only_seen):
    shut_downloads(space, cast, editor=cast.lin_xiaoman)

    assert come_in(cast.lin_xiaoman).get(only_seen["pdf"].get_absolute_url()).status_code == 403


def test_neither_exports_nor_copies_carry_it_away(cast, only_seen, live, page):
    held = [live("图.png", picture()), *only_seen.values()]
    uids = [each.uid for each in held]
    publish_files(page, uids)

    assert set(to_take(cast.lin_xiaoman, uids)) == {uids[0]}
    assert set(to_take(cast.shen_zhixia, uids)) == set(uids)
    assert to_take(cast.zhao_jingxing, uids) == {}


def test_the_text_says_so_and_offers_no_download(come_in, cast, only_seen, page, space):
    film = receive(upload("操作.mp4", MP4), by=cast.zhou_yaning, about=page)
    lines = [f"[{name}](file:{held.uid})" for name, held in only_seen.items()]
    page.body = "\n\n".join([*lines, f"![](file:{film.uid})"])
    page.save_revision(clean=False).publish()
    publish_files(page, [held.uid for held in only_seen.values()] + [film.uid])

    html = text_of(come_in(cast.lin_xiaoman).get(page.get_absolute_url()))

    assert html.count("只能在线看") == 2 and html.count("不能下载") == 1
    assert "?download=1" not in html
    assert f'src="{content(film)}" controls controlslist="nodownload"' in html


def test_the_switch_changes_pages_that_browsers_kept_and_is_written_down(come_in, cast, live, page, space):
    held = live("规范.pdf", paper())
    page.body = f"[规范](file:{held.uid})"
    page.save_revision(clean=False).publish()
    publish_files(page, [held.uid])
    client = come_in(cast.lin_xiaoman)
    client.get(page.get_absolute_url())
    etag = client.get(page.get_absolute_url())["ETag"]
    assert client.get(page.get_absolute_url(), headers={"If-None-Match": etag}).status_code == 304

    shut_downloads(space, cast)

    assert client.get(page.get_absolute_url(), headers={"If-None-Match": etag}).status_code == 200
    assert Decision.objects.filter(verb="space.changed").latest("pk").after["view_only"] is True
