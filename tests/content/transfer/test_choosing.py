"""Files are chosen on the screen of a space: nothing is written before somebody has looked and said yes."""

import pytest

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage, ImportRun
from jobs.testing import run_due
from notifications.models import Notice
from tests.cast import make_space
from tests.content.transfer.screens import IMPORT, archive, began, file, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W24")]


def test_nothing_is_written_before_somebody_has_looked_and_said_yes(client, writer):
    shown = client.post(IMPORT, {"files": archive(一="# 一\n\n正文", 二="# 二")}, follow=True)
    run = ImportRun.objects.get()

    assert "正在读取" in shown.content.decode()
    run_due()
    assert "2 个文件，请核对" in page_of(client, run)
    assert not ContentPage.objects.pages().exists()

    client.post(f"/imports/{run.uid}/confirm/")
    run_due()

    assert sorted(page.title for page in ContentPage.objects.pages()) == ["一", "二"]
    assert not ContentPage.objects.pages().filter(live=True).exists()
    assert "新草稿" in page_of(client, run)
    assert Notice.objects.filter(person=writer, kind="import.finished").count() == 1


def test_who_may_publish_may_have_the_pages_live_at_once(client, writer):
    run = began(client, archive(一="# 一"))
    assert "导入后就发布" in page_of(client, run)

    client.post(f"/imports/{run.uid}/confirm/", {"live": "yes"})
    run_due()

    assert ContentPage.objects.pages().get().live


def test_several_files_and_a_folder_come_as_they_lay(client, writer):
    run = began(client, file("甲.md", "# 甲"), file("乙.md", "# 乙"), paths=["手册/护理/甲.md", "手册/乙.md"])

    paths = set(run.items.values_list("path", flat=True))

    assert {"手册/护理/甲.md", "手册/乙.md"} <= paths


def test_files_come_below_the_page_they_are_brought_to(cast, client, writer, space):
    above = publishing.publish(writing.create(space, "article", by=writer, text=Text("急危重症", "文")), by=writer)
    elsewhere = make_space(cast.yunling, slug="yunling")

    assert f"{IMPORT}?below={above.uid}" in client.get(f"/wiki/{above.uid}/menu/").content.decode()
    assert "急危重症" in client.get(f"{IMPORT}?below={above.uid}").content.decode()
    began(client, archive(一="# 一"), below=above.uid)
    assert ImportRun.objects.get().parent_id == above.pk
    assert client.get(f"{IMPORT}?below={elsewhere.uid}").status_code == 404
    assert client.post(IMPORT, {"files": archive(一="# 一"), "below": elsewhere.uid}).status_code == 404


def test_a_script_gets_the_address_and_the_reason_as_data(client, writer):
    sent = client.post(IMPORT, {"files": archive(一="# 一")}, headers={"Accept": "application/json"})
    refused = client.post(IMPORT, {}, headers={"Accept": "application/json"})

    assert sent.json() == {"url": f"/imports/{ImportRun.objects.get().uid}/"}
    assert (refused.status_code, refused.json()) == (422, {"error": "请先选择文件。"})


@pytest.mark.promise("P25")
def test_a_broken_archive_says_so_and_leaves_nothing(client, writer):
    answer = client.post(IMPORT, {"files": file("坏.zip", b"PK\x03\x04....")})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not ImportRun.objects.exists()
