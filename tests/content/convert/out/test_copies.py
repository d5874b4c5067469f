"""Asking for a copy, waiting, fetching: by the rule of the page each time, while it says what the page says."""

import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access import audiences
from audit.models import Decision
from content.actions import publishing, readers, writing
from content.actions.writing import Text
from content.convert.out import copies, missing, running
from content.convert.out.errors import NotDrawn
from content.models import ContentPage, PageCopy
from jobs.testing import run_due
from tests.content.convert.out.conftest import NEEDS_PANGO, live
from tests.content.convert.out.reading import pages_of

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W25")]


@pytest.fixture
def page(cast, space):
    return live(space, cast.zhou_yaning, "交接班", "## 要点\n\n第一段。\n")


@pytest.fixture
def drawings(monkeypatch):
    """How often a process was started: it answers at once, with the form's name."""
    made = []

    def draw(form, folder, **_more):
        made.append(form)
        out = folder / f"out.{form}"
        out.write_bytes(f"{form}!".encode())
        return out

    monkeypatch.setattr(running, "draw", draw)
    return made


def address(page, form="pdf"):
    return f"/wiki/{page.uid}/out/{form}/"


def shown(client, page, form="pdf"):
    return client.get(address(page, form)).content.decode()


def folder():
    return sorted(Path(settings.VAR).glob("copies/*"))


@NEEDS_PANGO
def test_a_copy_is_made_by_a_worker_and_fetched_by_who_asked(cast, client, page):
    client.force_login(cast.lin_xiaoman)

    answer = client.post(address(page), follow=True)
    assert "正在生成" in answer.content.decode()
    assert not folder()
    run_due()

    assert "下载 PDF" in shown(client, page)
    fetched = client.get(address(page) + "file/")
    assert fetched["Content-Disposition"].startswith("attachment")
    [path] = folder()
    assert b"".join(fetched.streaming_content) == path.read_bytes()
    assert "第一段。" in pages_of(path)[-1]


def test_a_second_ask_is_answered_at_once(cast, client, page, drawings):
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))
    client.post(address(page))
    run_due()

    again = client.post(address(page))

    assert again.url == address(page) + "file/"
    run_due()
    assert drawings == ["pdf"]
    assert PageCopy.objects.count() == 1


def test_pdf_and_word_of_two_people_are_four_copies(cast, client, page, drawings):
    for person in (cast.lin_xiaoman, cast.zhou_yaning):
        client.force_login(person)
        for form in ("pdf", "docx"):
            client.post(address(page, form))
    run_due()

    assert sorted(drawings) == ["docx", "docx", "pdf", "pdf"]
    assert len(folder()) == 4


def test_a_changed_page_is_not_handed_out_as_it_was(cast, client, page, drawings):
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))
    run_due()
    old = folder()
    now = ContentPage.objects.get(pk=page.pk)
    writing.save(now, by=cast.zhou_yaning, base=now.latest_revision_id, text=Text("交接班", "另一段。\n"))
    publishing.publish(ContentPage.objects.get(pk=page.pk), by=cast.zhou_yaning)

    assert client.get(address(page) + "file/").url == address(page)
    assert "下载 PDF" not in shown(client, page)
    client.post(address(page))
    run_due()

    assert "下载 PDF" in shown(client, page)
    assert folder() != old
    assert len(folder()) == 1


def test_each_fetch_asks_whether_the_page_may_be_read(cast, client, page, drawings):
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))
    run_due()
    assert client.get(address(page) + "file/").status_code == 200

    readers.narrow(page, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])

    assert client.get(address(page) + "file/").status_code == 404
    assert client.get(address(page)).status_code == 404
    assert client.post(address(page)).status_code == 404


@pytest.mark.promise("W4")
def test_a_nurse_of_another_hospital_gets_the_same_404_at_every_door(cast, client, page, drawings):
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))
    run_due()

    client.force_login(cast.zhao_jingxing)

    for form in ("pdf", "docx", "exe"):
        for path in (address(page, form), address(page, form) + "file/"):
            assert client.get(path).status_code == 404
        assert client.post(address(page, form)).status_code == 404
    assert client.get("/wiki/aaaaaaaaaaaa/out/pdf/").status_code == 404
    assert PageCopy.objects.count() == 1


def test_nobody_fetches_the_copy_of_a_colleague(cast, client, page, drawings):
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))
    run_due()

    client.force_login(cast.zhou_yaning)

    assert client.get(address(page) + "file/").url == address(page)
    assert "下载 PDF" not in shown(client, page)


def test_a_right_that_ends_while_it_waits_ends_the_copy(cast, client, page, drawings):
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))
    readers.narrow(page, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])

    run_due(name="content.copy")

    assert drawings == []
    assert not PageCopy.objects.exists()


def test_a_draft_is_for_those_who_may_read_drafts(cast, client, space, drawings):
    draft = writing.create(space, "article", by=cast.zhou_yaning, text=Text("没写完的", "正文"))

    client.force_login(cast.zhou_yaning)
    assert client.post(address(draft)).status_code == 302
    client.force_login(cast.zhao_jingxing)
    assert client.post(address(draft)).status_code == 404


def test_every_copy_and_every_fetch_leaves_a_row(cast, client, page, drawings):
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))
    client.post(address(page))
    run_due()
    client.get(address(page) + "file/")
    client.get(address(page) + "file/")

    rows = Decision.objects.filter(verb__startswith="page.export").order_by("pk")
    assert [(row.verb, row.by, row.about_key, row.after["form"]) for row in rows] == [
        ("page.exported", cast.lin_xiaoman, page.uid, "pdf"),
        ("page.export_fetched", cast.lin_xiaoman, page.uid, "pdf"),
        ("page.export_fetched", cast.lin_xiaoman, page.uid, "pdf"),
    ]


@pytest.mark.parametrize(
    ("reason", "words"),
    [("too_large", "这一页太大"), ("broken", "这一页没能生成"), ("missing", "缺少生成 PDF 的组件")],
)
def test_what_went_wrong_is_said_and_can_be_tried_again(cast, client, page, drawings, monkeypatch, reason, words):
    def fail(form, folder, **_more):
        raise NotDrawn(reason, "it fell over")

    client.force_login(cast.lin_xiaoman)
    with monkeypatch.context() as broken:
        broken.setattr(running, "draw", fail)
        client.post(address(page))
        run_due()

    said = shown(client, page)
    assert words in said
    assert "再试一次" in said
    assert "it fell over" not in said
    client.post(address(page))
    run_due()
    assert "下载 PDF" in shown(client, page)


def test_without_pango_the_menu_and_the_page_say_what_to_install(cast, client, page, drawings, monkeypatch):
    monkeypatch.setattr(missing, "find_library", lambda name: None)
    monkeypatch.setitem(missing._seen, "pango", False)
    client.force_login(cast.lin_xiaoman)

    menu = client.get(f"/wiki/{page.uid}/menu/").content.decode()
    client.post(address(page))
    run_due()

    assert "libpango-1.0-0" in menu
    assert "导出 PDF" not in menu
    assert "导出 Word" in menu
    assert "libpango-1.0-0" in shown(client, page)
    assert drawings == []
    assert client.post(address(page, "docx")).status_code == 302


def test_the_menu_offers_both(cast, client, page):
    client.force_login(cast.lin_xiaoman)

    menu = client.get(f"/wiki/{page.uid}/menu/").content.decode()

    assert f'action="{address(page)}"' in menu
    assert f'action="{address(page, "docx")}"' in menu


def test_yesterdays_copies_go(cast, client, page, drawings):
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))
    run_due()
    assert len(folder()) == 1

    copies.clear(now=timezone.now() + datetime.timedelta(hours=25))

    assert not folder()
    assert not PageCopy.objects.exists()


@pytest.mark.parametrize("links", (1, 12))
def test_asking_and_fetching_cost_the_same_for_any_text(cast, client, space, drawings, links):
    titles = [f"另一页{number}" for number in range(links)]
    for title in titles:
        live(space, cast.zhou_yaning, title)
    page = live(space, cast.zhou_yaning, "许多链接", "\n\n".join(f"[[{title}]]" for title in titles))
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))
    run_due()
    client.get(address(page))

    with CaptureQueriesContext(
        connection,
    ) as looked:
        client.get(address(page))
    with CaptureQueriesContext(connection) as fetched:
        client.get(address(page) + "file/")

    assert len(looked) <= 12
    assert len(fetched) <= 14


def test_what_is_asked_for_anew_while_it_is_drawn_is_made_anew(cast, client, page, monkeypatch):
    def draw(form, folder, **_more):
        now = ContentPage.objects.get(pk=page.pk)
        if "另一段" not in now.body:  # somebody publishes, and the asker asks again
            writing.save(now, by=cast.zhou_yaning, base=now.latest_revision_id, text=Text("交接班", "另一段。\n"))
            publishing.publish(ContentPage.objects.get(pk=page.pk), by=cast.zhou_yaning)
            client.post(address(page))
        out = folder / "out.pdf"
        out.write_text((folder / "sheet.html").read_text())
        return out

    monkeypatch.setattr(running, "draw", draw)
    client.force_login(cast.lin_xiaoman)
    client.post(address(page))

    run_due()

    assert "下载 PDF" in shown(client, page)
    [path] = folder()
    assert "另一段。" in path.read_text()
