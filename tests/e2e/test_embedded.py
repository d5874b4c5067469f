"""A file that stands alone in a text shows its first page there, and opens from it."""

import pytest

from access import audiences
from content.actions import publishing, writing
from content.actions.writing import Text
from files.actions import publish_files, receive
from tests.axe import fits, violations
from tests.cast import make_space
from tests.files.papers import paper
from tests.files.samples import upload

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W60")]


@pytest.fixture
def article(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    space = make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.zhou_yaning)])
    held = receive(upload("手册.pdf", paper(2)), by=cast.zhou_yaning, beside=space)
    text = Text("输液泵", f"前文。\n\n![手册](file:{held.uid})\n\n后文。")
    page = publishing.publish(writing.create(space, "article", by=cast.zhou_yaning, text=text), by=cast.zhou_yaning)
    publish_files(page, [held.uid])
    return page


@pytest.mark.parametrize("width", [390, 1440])
def test_the_first_page_stands_in_the_text_and_opens_the_file(page, sign_in, cast, article, width):
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(cast.lin_xiaoman)
    page.goto(article.get_absolute_url())

    page.locator(".embed-sheet canvas").wait_for()
    assert violations(page) == []
    assert fits(page)
    assert "page=" not in page.url
    page.get_by_role("link", name="打开查看").click()
    page.locator(".page[data-page-number='1'] canvas").wait_for()
    assert page.violations == []


def test_a_file_that_cannot_be_drawn_keeps_its_name(page, sign_in, cast, article):
    page.route("**/view/content", lambda route: route.abort())
    sign_in(cast.lin_xiaoman)
    page.goto(article.get_absolute_url())

    page.locator(".embed .file").wait_for()
    assert page.locator(".embed-sheet").is_hidden()
