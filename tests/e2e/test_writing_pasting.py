"""What is pasted, dropped or chosen: with its form through the cleaner, pictures and files as files of the house."""
# ruff: noqa: E501

import json

import pytest
from django.urls import reverse

from content.actions import writing
from content.actions.writing import Text
from files.models import Attachment, Picture
from tests.cast import make_space
from tests.content.clipboards import SHEET, WPS
from tests.content.test_pasting import EXCEL, WORD
from tests.e2e.alone import open_alone, taken
from tests.e2e.test_writing_tables import COPY, words
from tests.files.samples import PDF, picture

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
BODY = ".ProseMirror"
GIVE = """([kind, files]) => {
  const data = new DataTransfer();
  for (const [name, type, bytes] of files) data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
  const body = document.querySelector(".ProseMirror"), { left, top } = body.getBoundingClientRect();
  const how = { bubbles: true, cancelable: true, clientX: left + 20, clientY: top + 10 };
  body.dispatchEvent(kind === "paste" ? new ClipboardEvent("paste", { ...how, clipboardData: data }) : new DragEvent("drop", { ...how, dataTransfer: data }));
}"""


@pytest.fixture
def about(cast):
    space = make_space(cast.qingyu, slug="qingyu")
    return writing.create(space, "article", by=cast.zhou_yaning, text=Text("交接", "正文"))


@pytest.fixture
def alone(page, site, sign_in, cast, about, client):
    sign_in(cast.zhou_yaning)
    open_alone(page, site, about)
    page.evaluate(
        "(token) => document.body.setAttribute('hx-headers', JSON.stringify({ 'X-CSRFToken': token }))",
        token(page, site),
    )
    page.locator(BODY).click()
    return page


def token(page, site):
    """As the frame of the house gives it."""
    answer = page.request.get(site + reverse("content:library"))
    return json.loads(answer.text().split("hx-headers='")[1].split("'")[0])["X-CSRFToken"]


def blocks(page):
    return [(block["type"], words(block)) for block in taken(page)["content"]]


def settled(page):
    page.wait_for_function("() => !document.querySelector('.ed-sending')")


@pytest.mark.promise("E27", "W22")
def test_word_comes_with_headings_and_lists_and_without_dress_or_scripts(alone):
    alone.keyboard.type("前面")
    alone.evaluate(COPY, [WORD, "床旁交接"])
    settled(alone)

    assert blocks(alone) == [
        ("paragraph", "前面"), ("heading", "床旁交接"), ("paragraph", "必须核对身份。"), ("bulletList", "看问"),
        ("paragraph", "第三条 记录"), ("paragraph", "坏"),
    ]  # fmt: skip
    alone.keyboard.press("Control+z")
    assert blocks(alone) == [("paragraph", "前面")]


@pytest.mark.promise("E27", "W22")
@pytest.mark.parametrize("html", [EXCEL, SHEET, WPS], ids=["excel", "sheet", "wps"])
def test_what_office_copies_stays_what_it_is(alone, html):
    alone.evaluate(COPY, [html, "文字"])
    settled(alone)

    assert len(blocks(alone)) >= 1
    assert words(taken(alone)).strip() not in ("", "文字")


@pytest.mark.promise("E27", "W22")
def test_merged_cells_come_as_merged_cells(alone):
    alone.evaluate(COPY, [EXCEL, "科室"])
    settled(alone)

    table = next(block for block in taken(alone)["content"] if block["type"] == "table")
    spans = [(one["attrs"]["rowspan"], one["attrs"]["colspan"]) for one in table["content"][0]["content"]]
    assert spans == [(2, 1), (1, 2)]


@pytest.mark.promise("E27")
def test_one_line_of_the_web_goes_into_the_line(alone):
    alone.keyboard.type("请看说明书。")
    alone.keyboard.press("ArrowLeft")
    alone.wait_for_timeout(500)  # the editor hears of a moved cursor a moment later, as from any hand
    alone.evaluate(COPY, ['<p style="color:red"><b>立即</b></p>', "立即"])
    settled(alone)

    assert blocks(alone) == [("paragraph", "请看说明书立即。")]
    assert taken(alone)["content"][0]["content"][1]["marks"] == [{"type": "bold"}]


def test_what_is_copied_in_the_editor_comes_back_whole_without_asking_the_server(alone):
    asked = []
    alone.on("request", lambda request: asked.append(request.url) if "/paste/" in request.url else None)
    alone.keyboard.type("[!禁忌] 停药")
    alone.keyboard.press("Control+a")
    alone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    alone.keyboard.press("Control+c")
    alone.keyboard.press("ArrowRight")
    alone.keyboard.press("Control+Enter")
    alone.keyboard.press("Control+v")

    assert [block["attrs"]["kind"] for block in taken(alone)["content"] if block["type"] == "callout"] == [
        "禁忌",
        "禁忌",
    ]
    assert asked == []


def test_hostile_html_that_says_it_is_ours_brings_nothing_in(alone):
    hostile = (
        '<div data-pm-slice="0 0 []"><p><a href="javascript:alert(1)">甲</a><img data-src="data:image/png;base64,AA" alt="x">'
        '<span data-mention data-uid="5" data-label="6">戊</span><sup data-note data-id="&quot;a b&quot;"></sup><span data-file data-uid="&quot;../x&quot;">乙</span></p><div data-callout data-kind="&quot;坏&quot;"><p>丙</p></div>'
        '<table><tr><td colspan="9999" data-align="&quot;x&quot;">丁</td></tr></table></div>'
    )
    alone.evaluate(COPY, [hostile, "甲"])

    taken(alone)  # checked like what comes from a stranger
    assert "javascript" not in alone.evaluate("JSON.stringify(editor.getJSON())")
    assert "data:" not in alone.evaluate("JSON.stringify(editor.getJSON())")


def test_without_the_server_the_words_still_come(alone):
    alone.route("**/paste/", lambda route: route.abort())
    alone.evaluate(COPY, [WORD, "床旁交接"])
    settled(alone)

    assert blocks(alone) == [("paragraph", "床旁交接")]


@pytest.mark.promise("E10")
@pytest.mark.parametrize("how", ["paste", "drop"])
def test_a_picture_is_sent_and_stands_in_the_text_by_its_name_in_the_house(alone, how):
    alone.evaluate(GIVE, [how, [["心电图.png", "image/png", list(picture())]]])
    alone.wait_for_selector(".ed-picture")

    kept = Picture.objects.get()
    assert [one["attrs"]["src"] for one in taken(alone)["content"][0]["content"] if one["type"] == "image"] == [
        f"file:{kept.uid}"
    ]
    assert "data:" not in alone.evaluate("JSON.stringify(editor.getJSON())")


@pytest.mark.promise("E10")
def test_a_file_is_named_in_the_text_and_progress_is_shown_meanwhile(alone):
    alone.keyboard.type("见")
    held = []
    alone.route("**/files/upload/", lambda route: held.append(route))
    alone.locator("input[data-choose=file]").set_input_files(
        {"name": "流程.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    alone.wait_for_selector(".ed-sending progress")
    alone.keyboard.type("！")
    held[0].continue_()
    alone.wait_for_selector(".ed-file")

    kept = Attachment.objects.get()
    assert [
        (one["type"], one.get("attrs", {}).get("uid"))
        for one in taken(alone)["content"][0]["content"]
        if one["type"] == "file"
    ] == [("file", kept.uid)]


@pytest.mark.promise("E10")
def test_what_is_no_picture_is_refused_in_words(alone):
    alone.evaluate("() => { window.addEventListener('toast', ({ detail }) => (window.said = detail.text)); }")
    alone.evaluate(GIVE, ["paste", [["a.exe", "application/x-msdownload", [77, 90, 144, 0] * 9]]])
    alone.wait_for_function("() => window.said")

    settled(alone)
    assert blocks(alone) in ([], [("paragraph", "")])
    assert not Attachment.objects.exists()
