"""What was copied with its form is pasted with it, by a real clipboard, and undone by one key."""

import re

import pytest
from django.urls import reverse

from tests.cast import make_space
from tests.files.samples import picture

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
BODY = "textarea[name=body]"
COPY = """([html, words]) => navigator.clipboard.write([new ClipboardItem({
  ...(html && { "text/html": new Blob([html], { type: "text/html" }) }),
  "text/plain": new Blob([words], { type: "text/plain" }),
})])"""
TABLE = """<h2>值班</h2><table><tr><td rowspan="2">班次</td><td colspan="2">人数</td></tr>
<tr><td>护士</td><td>医生</td></tr></table>"""


@pytest.fixture
def editor(page, sign_in, cast):
    space = make_space(cast.qingyu, slug="qingyu")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sign_in(cast.lin_xiaoman)
    page.goto(reverse("content:new", args=[space.slug]))
    page.locator(BODY).fill("前面的话")
    return page


@pytest.mark.promise("W22")
def test_a_table_of_excel_is_pasted_as_a_table_and_one_undo_takes_it_back(editor):
    body = editor.locator(BODY)
    editor.evaluate(COPY, [TABLE, "值班 班次 人数"])

    with editor.expect_response("**/paste/"):
        body.press("Control+v")
    editor.wait_for_function("() => document.querySelector('textarea[name=body]').value.includes('rowspan')")
    assert body.input_value().startswith('前面的话\n\n## 值班\n\n<table markdown="1">')
    body.press("Control+z")

    assert body.input_value() == "前面的话"
    assert editor.violations == []


@pytest.mark.promise("W22")
@pytest.mark.parametrize(("key", "html", "before"), [
    ("Control+Shift+v", TABLE, ""),
    ("Control+v", "<div><span>值班 班次</span></div>", ""),
    ("Control+v", TABLE, "```\n"),
], ids=["asked", "without-form", "in-code"])  # fmt: skip
def test_plain_words_are_pasted_without_asking_the_server(editor, key, html, before):
    body = editor.locator(BODY)
    body.fill(before)
    asked = []
    editor.on("request", lambda request: asked.append(request.url) if "/paste/" in request.url else None)
    editor.evaluate(COPY, [html, "值班 班次"])

    body.press(key)

    assert body.input_value() == f"{before}值班 班次"
    assert asked == []


@pytest.mark.promise("W22")
def test_without_the_server_the_words_still_come(editor):
    body = editor.locator(BODY)
    editor.route("**/paste/", lambda route: route.abort())
    editor.evaluate(COPY, [TABLE, "值班 班次"])

    body.press("Control+v")

    editor.get_by_text("格式没有整理成，只粘贴了文字").wait_for()
    assert body.input_value() == "前面的话值班 班次"


@pytest.mark.promise("W22")
def test_pictures_of_word_come_out_of_the_rtf_beside_it(editor):
    """As an event: no browser lets a page write RTF into the clipboard."""
    body = editor.locator(BODY)
    html = '<p>见图<img width=30 height=20 src="file:///C:/T/clip_image001.png"></p>'
    rtf = r"{\rtf1{\*\shppict{\pict\picwgoal450\pichgoal300\pngblip " + picture((30, 20)).hex() + "}}}"
    paste = """(area, [html, rtf]) => {
      const carried = new DataTransfer();
      carried.setData("text/html", html);
      carried.setData("text/rtf", rtf);
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
    }"""

    with editor.expect_response("**/paste/"):
        body.evaluate(paste, [html, rtf])
    editor.wait_for_function("() => document.querySelector('textarea[name=body]').value.includes('{width=30}')")
    assert re.search(r"见图!\[\]\(file:[0-9a-z]{12}\)\{width=30\}", body.input_value())
    assert editor.violations == []
