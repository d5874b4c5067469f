"""Import and export in the product: look, then go, then read the report; the archive is its asker's alone."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from access import audiences
from content.actions import publishing, readers, writing
from content.actions.writing import Text
from content.models import ContentPage, Export, ImportRun
from jobs.testing import run_due
from notifications.models import Notice
from tests.cast import make_space

pytestmark = pytest.mark.django_db


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


def archive(**texts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, text in texts.items():
            made.writestr(f"{name}.md", text)
    return SimpleUploadedFile("手册.zip", content.getvalue(), "application/zip")


@pytest.mark.promise("W24")
def test_nothing_is_written_before_somebody_has_looked_and_said_go(cast, client, space):
    client.force_login(cast.lin_xiaoman)

    shown = client.post("/spaces/qingyu/import/", {"file": archive(一="# 一\n\n正文", 二="# 二")}, follow=True)

    assert "2 个页面，请核对" in shown.content.decode()
    run_due()
    assert not ContentPage.objects.pages().exists()

    run = ImportRun.objects.get()
    client.post(f"/imports/{run.uid}/go/")
    run_due()

    assert sorted(page.title for page in ContentPage.objects.pages()) == ["一", "二"]
    assert "导入完成" in client.get(f"/imports/{run.uid}/").content.decode()
    assert client.get(f"/imports/{run.uid}/", headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    run_due()
    assert Notice.objects.filter(person=cast.lin_xiaoman, kind="import.finished").count() == 1


@pytest.mark.promise("P25")
def test_a_broken_archive_says_so_and_leaves_nothing(cast, client, space):
    client.force_login(cast.lin_xiaoman)

    answer = client.post("/spaces/qingyu/import/", {"file": SimpleUploadedFile("坏.zip", b"PK\x03\x04....")})

    assert answer.status_code == 422
    assert "“坏.zip”" in answer.content.decode()
    assert not ImportRun.objects.exists()


@pytest.mark.promise("W4")
def test_a_stranger_sees_neither_the_import_nor_the_export_of_another(cast, client, space):
    client.force_login(cast.lin_xiaoman)
    client.post("/spaces/qingyu/import/", {"file": archive(一="# 一")})
    client.post("/spaces/qingyu/export/")
    run_due()
    run, export = ImportRun.objects.get(), Export.objects.get()
    assert client.get(f"/exports/{export.uid}/").status_code == 200

    for person in (cast.zhao_jingxing, cast.zhou_yaning):
        client.force_login(person)
        assert client.get(f"/imports/{run.uid}/").status_code == 404
        assert client.post(f"/imports/{run.uid}/go/").status_code == 404
        assert client.get(f"/exports/{export.uid}/").status_code == 404


def test_an_export_may_not_be_fetched_once_the_space_is_closed_to_its_asker(cast, client, space):
    client.force_login(cast.lin_xiaoman)
    client.post("/spaces/qingyu/export/")
    run_due()
    export = Export.objects.get()

    cast.lin_xiaoman.memberships.all().delete()

    assert client.get(f"/exports/{export.uid}/").status_code == 404


@pytest.mark.promise("W4", "W5")
def test_an_export_with_a_page_that_was_closed_since_is_not_handed_out(cast, client, space):
    page = writing.create(space, "article", by=cast.zhou_yaning, text=Text("带教名单", "正文"))
    publishing.publish(page, by=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)
    client.post("/spaces/qingyu/export/")
    run_due()
    readers.narrow(page, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])

    answer = client.get(f"/exports/{Export.objects.get().uid}/", follow=True)

    assert "请重新导出" in answer.content.decode()


@pytest.mark.promise("W4", "W5")
def test_an_import_stops_when_the_right_to_write_ends(cast, client, space):
    client.force_login(cast.lin_xiaoman)
    client.post("/spaces/qingyu/import/", {"file": archive(一="# 一")})
    client.post(f"/imports/{ImportRun.objects.get().uid}/go/")
    cast.lin_xiaoman.memberships.all().delete()
    cast.lin_xiaoman.forget_access()

    run_due()

    assert not ContentPage.objects.pages().exists()
    assert "导入停下了" in client.get(f"/imports/{ImportRun.objects.get().uid}/").content.decode()
