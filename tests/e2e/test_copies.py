"""A page taken out as PDF on a phone, and a space as Word: wait a moment, download."""

import pytest

from content.actions import publishing, writing
from content.actions.writing import Text
from content.convert.out import missing, running
from content.convert.out.errors import NotDrawn
from jobs.testing import run_due
from tests.axe import fits, violations
from tests.cast import make_space

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W25")]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def article(cast, settings, tmp_path, monkeypatch):
    settings.VAR = tmp_path
    monkeypatch.setitem(missing._seen, "pango", True)
    monkeypatch.setattr(running, "draw", draw)
    space = make_space(cast.qingyu, slug="qingyu")
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("交接班", "## 要点\n\n正文。\n"))
    return publishing.publish(made, by=cast.zhou_yaning)


def draw(form, folder, **_more):
    out = folder / f"out.{form}"
    out.write_bytes(b"drawn")
    return out


def fail(form, folder, **_more):
    raise NotDrawn("too_large")


def looks_well(page):
    assert violations(page) == []
    assert fits(page)
    assert page.violations == []


def test_a_nurse_takes_the_page_with_her_on_her_phone(page, sign_in, cast, article):
    page.set_viewport_size(PHONE)
    sign_in(cast.lin_xiaoman)
    page.goto(article.get_absolute_url())

    page.get_by_label("更多操作").click()
    page.get_by_role("button", name="导出 PDF").click()
    page.get_by_text("正在生成").first.wait_for()
    looks_well(page)
    run_due()
    link = page.get_by_role("link", name="下载 PDF")
    link.wait_for()
    looks_well(page)
    with page.expect_download() as download:
        link.click()

    assert download.value.suggested_filename == "交接班.pdf"


def test_what_went_wrong_is_said_and_tried_again(page, sign_in, cast, article, monkeypatch):
    monkeypatch.setattr(running, "draw", fail)
    sign_in(cast.lin_xiaoman)
    page.goto(article.get_absolute_url())

    page.get_by_label("更多操作").click()
    page.get_by_role("button", name="导出 Word").click()
    page.get_by_text("正在生成").first.wait_for()
    run_due()
    page.get_by_text("这一页太大").wait_for()
    looks_well(page)
    monkeypatch.setattr(running, "draw", draw)
    page.get_by_role("button", name="再试一次").click()
    page.get_by_text("正在生成").first.wait_for()
    run_due()

    page.get_by_role("link", name="下载 Word").wait_for()


def test_a_space_is_taken_out_in_the_form_one_chooses(page, sign_in, cast, article):
    page.set_viewport_size(PHONE)
    sign_in(cast.lin_xiaoman)
    page.goto("/spaces/qingyu/export/")
    looks_well(page)

    page.get_by_text("Word：每页一个文件").click()
    page.get_by_role("button", name="准备导出").click()
    page.get_by_text("正在准备", exact=True).wait_for()
    run_due()
    link = page.get_by_role("link", name="下载，1 页")
    link.wait_for()
    looks_well(page)
    with page.expect_download() as download:
        link.click()

    assert download.value.suggested_filename == "qingyu.zip"
