"""A space as one zip of PDF or Word files, in folders as in the tree, for who asked and what that person may read."""

import datetime
import zipfile

import pytest
from django.utils import timezone
from docx import Document

from access import audiences
from content.actions import readers
from content.convert.out import copies, running, spaces
from content.convert.out.errors import NotDrawn
from content.models import ContentPage, Export
from files.actions import receive
from jobs.testing import run_due
from notifications.models import Notice
from tests.content.convert.out.conftest import live
from tests.files.samples import upload

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W25")]


@pytest.fixture
def pages(cast, space):
    """要点, 夜班 below it with a file, 名单 that only its author reads."""
    held = receive(upload("清单.txt", "一二三".encode()), by=cast.zhou_yaning)
    first = live(space, cast.zhou_yaning, "要点")
    live(first, cast.zhou_yaning, "夜班", f"见附件。\n\n[清单](file:{held.uid})\n")
    secret = live(space, cast.zhou_yaning, "名单")
    readers.narrow(secret, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])
    return held


@pytest.fixture
def quick(monkeypatch):
    """What was drawn: without the process, which the other tests know."""
    drawn = []

    def draw(sheet, form, to, **_more):
        drawn.append(sheet.page.title)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(b"!")

    monkeypatch.setattr(copies, "draw", draw)
    return drawn


def ask(client, form):
    client.post("/spaces/qingyu/export/", {"form": form})
    return Export.objects.latest("pk")


def names(client, asked, tmp_path):
    content = b"".join(client.get(f"/exports/{asked.uid}/").streaming_content)
    (tmp_path / "got.zip").write_bytes(content)
    return zipfile.ZipFile(tmp_path / "got.zip").namelist()


def test_the_folders_are_those_of_the_tree_and_files_lie_beside_their_page(cast, client, pages, tmp_path):
    client.force_login(cast.lin_xiaoman)
    asked = ask(client, "docx")
    assert "正在准备" in client.get("/spaces/qingyu/export/").content.decode()
    run_due()

    assert sorted(names(client, asked, tmp_path)) == [
        "001-要点.docx",
        "001-要点/001-夜班.docx",
        f"001-要点/001-夜班/{pages.uid}-清单.txt",
    ]
    with zipfile.ZipFile(tmp_path / "got.zip") as got, got.open("001-要点/001-夜班.docx") as word:
        assert "见附件。" in [each.text for each in Document(word).paragraphs]


def test_who_may_read_more_gets_more(cast, client, pages, quick, tmp_path):
    client.force_login(cast.zhou_yaning)
    asked = ask(client, "pdf")
    run_due()

    assert quick == ["要点", "夜班", "名单"]
    assert {"001-要点.pdf", "001-要点/001-夜班.pdf", "002-名单.pdf"} <= set(names(client, asked, tmp_path))


def test_who_asked_is_told_once_it_is_ready(cast, client, pages, quick):
    client.force_login(cast.lin_xiaoman)
    ask(client, "pdf")
    run_due()

    [notice] = Notice.objects.filter(person=cast.lin_xiaoman, kind="export.finished")
    assert notice.values["pages"] == 2
    assert "下载，2 页" in client.get("/spaces/qingyu/export/").content.decode()


@pytest.mark.promise("W4", "W5")
def test_the_link_dies_when_a_page_in_it_is_closed(cast, client, pages, quick):
    client.force_login(cast.lin_xiaoman)
    asked = ask(client, "pdf")
    run_due()
    closed = ContentPage.objects.get(title="夜班")
    readers.narrow(closed, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])

    assert client.get(f"/exports/{asked.uid}/").status_code == 302

    cast.lin_xiaoman.memberships.all().delete()
    assert client.get(f"/exports/{asked.uid}/").status_code == 404


@pytest.mark.promise("W4")
def test_a_stranger_neither_asks_nor_fetches(cast, client, pages, quick):
    client.force_login(cast.lin_xiaoman)
    asked = ask(client, "pdf")
    run_due()

    client.force_login(cast.zhao_jingxing)

    assert client.post("/spaces/qingyu/export/", {"form": "pdf"}).status_code == 404
    assert client.get(f"/exports/{asked.uid}/").status_code == 404
    assert Export.objects.count() == 1


def test_a_killed_worker_goes_on_where_it_stopped(cast, client, pages, quick, monkeypatch):
    client.force_login(cast.lin_xiaoman)
    asked = ask(client, "pdf")
    with monkeypatch.context() as killed:
        killed.setattr(spaces, "_write", lambda *_: 1 / 0)
        run_due(name="content.export")
    assert quick == ["要点", "夜班"]

    run_due(at=timezone.now() + datetime.timedelta(hours=1))

    asked.refresh_from_db()
    assert asked.finished_at is not None
    assert quick == ["要点", "夜班"]


def test_a_page_that_cannot_be_drawn_is_named_and_the_others_come(cast, client, pages, monkeypatch, tmp_path):
    def draw(form, folder, **_more):
        if "夜班" in (folder / "sheet.json").read_text():
            raise NotDrawn("too_large")
        (folder / "out.pdf").write_bytes(b"!")
        return folder / "out.pdf"

    monkeypatch.setattr(running, "draw", draw)
    client.force_login(cast.lin_xiaoman)
    asked = ask(client, "pdf")
    run_due()

    got = names(client, asked, tmp_path)
    assert "001-要点.pdf" in got
    assert "001-要点/001-夜班.pdf" not in got
    with zipfile.ZipFile(tmp_path / "got.zip") as archive:
        assert archive.read("没有导出的页面.txt").decode() == "夜班\n"


def test_nonsense_for_a_form_makes_nothing(cast, client, pages):
    client.force_login(cast.lin_xiaoman)

    assert client.post("/spaces/qingyu/export/", {"form": "exe"}).status_code == 200
    assert not Export.objects.exists()
