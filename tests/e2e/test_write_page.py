"""The page around the text: title, side, bar, and what is said when the line is lost."""

import pytest

from tests.axe import fits, violations
from tests.e2e.together import LIN, STATE, TEXT, ZHOU, Writer, house, make_house, picture, writers  # noqa: F401  fixtures

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
LONG = "成人高钾血症在急诊、病房与透析中心的识别、分级和处理，以及转运途中的监护要点与交接清单"
CALLOUT = "> [!禁忌] 先救命\n> 立即用钙。\n\n第一段。\n"
MANY = "\n\n".join(f"第 {number} 段。" for number in range(60))


@pytest.mark.promise("E29")
def test_a_long_title_wraps_and_has_no_breaks_of_its_own(writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN, width=390)
    title = zhou.page.get_by_label("标题", exact=True)

    title.fill(LONG + "\n第二行")
    title.press("Enter")
    zhou.page.keyboard.type("接着写正文")

    lin.page.wait_for_function("(words) => document.querySelector('.ed-title').value === words", arg=f"{LONG} 第二行")
    zhou.sees("接着写正文")
    for each in (zhou, lin):
        whole = "(title) => title.scrollWidth <= title.clientWidth && title.scrollHeight <= title.clientHeight"
        assert each.page.locator(".ed-title").evaluate(whole)
        assert each.page.locator(".ed-title").evaluate("(title) => title.clientHeight") > 80
        assert fits(each.page)
    picture(lin.page, "write-title-390")


def test_what_stands_beside_the_text_stays_in_sight(house, writers, chromium):  # noqa: F811
    (zhou,) = writers(ZHOU, uid=house.tell(f"new_page({MANY!r})"))

    zhou.go_behind("第 59 段")
    zhou.page.wait_for_function("() => scrollY > 500")

    tabs, bar = zhou.page.get_by_role("tablist").bounding_box(), zhou.page.locator(".edbar").bounding_box()
    assert bar["y"] + bar["height"] <= tabs["y"] < 400


@pytest.mark.parametrize("width", (1440, 390))
def test_the_line_one_writes_in_is_never_under_the_bars(house, writers, width):  # noqa: F811
    (zhou,) = writers(ZHOU, uid=house.tell(f"new_page({MANY!r})"), width=width)
    seen = """() => {
      const line = getSelection().getRangeAt(0).getBoundingClientRect();
      const [head, bar] = [".edhead", ".edbar"].map((name) => document.querySelector(name).getBoundingClientRect());
      const isAbove = bar.top < innerHeight / 2;
      return line.top >= (isAbove ? bar : head).bottom && line.bottom <= (isAbove ? innerHeight : bar.top);
    }"""
    zhou.go_behind("第 0 段")

    for key in ("ArrowDown", "ArrowUp"):
        for _ in range(50):
            zhou.page.keyboard.press(key)
        zhou.page.wait_for_function(seen)


def test_a_page_that_begins_with_a_box_opens_without_complaint(house, chromium):  # noqa: F811
    zhou, said = Writer(house, chromium, ZHOU), []
    zhou.page.on("console", lambda message: message.type in ("warning", "error") and said.append(message.text))

    zhou.open(house.tell(f"new_page({CALLOUT!r})"))
    zhou.wait_for_state("已")

    assert said == []
    assert zhou.page.locator(f"{TEXT} > .callout").count() == 1
    zhou.close()


@pytest.mark.promise("W8")
def test_a_lost_line_is_told_once_and_rightly(writers):  # noqa: F811
    (zhou,) = writers(ZHOU)

    zhou.context.set_offline(True)
    zhou.wait_for_state("连接断开，文字只在本页，连上后自动保存")

    assert zhou.page.locator(".toast").all_inner_texts() == []
    assert violations(zhou.page) == []
    picture(zhou.page, "write-offline-1440")
    zhou.context.set_offline(False)
    zhou.wait_for_state("已")
    assert zhou.page.locator(".toast").all_inner_texts() == []
    assert zhou.page.locator(STATE).count() == 1


@pytest.mark.promise("W61")
def test_a_diagram_drawn_while_it_is_written_is_in_the_version_for_all(house, writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    zhou.go_behind("第三段")
    zhou.page.keyboard.press("Enter")
    zhou.page.keyboard.type("```mermaid ")
    zhou.page.keyboard.type("flowchart TD")
    zhou.page.locator(".ed-drawing svg, .ed-drawing img, .ed-drawing .diagram-wrong").first.wait_for(state="attached")
    zhou.page.keyboard.type("\nA[测血钾] --> B[立即报告")
    zhou.page.locator(".diagram-wrong:not(:empty)").wait_for()
    picture(zhou.page, "write-diagram-wrong-1440")
    zhou.page.keyboard.type("]")
    for each in (zhou, lin):
        each.page.locator(".ed-drawing img").wait_for()
        each.page.locator(".ed-drawing:not(:has(.diagram-wrong:not(:empty)))").wait_for()
    picture(lin.page, "write-diagram-1440")

    zhou.page.get_by_role("button", name="保存版本").first.click()
    with zhou.page.expect_response(lambda answer: answer.url.endswith("/diagram/")) as handed_in:
        zhou.page.locator("#editor-version").get_by_role("button", name="保存版本").click()

    assert handed_in.value.status == 200, (handed_in.value.text(), handed_in.value.request.post_data)
    assert "立即报告" in handed_in.value.text()


CLOSED = {
    4401: ("登录已经过期。请在新的标签页登录，再回到这里重新连接，文字还在。", ["去登录", "重新连接"]),
    4403: ("您现在不能改这一页。要改请找维护人。", ["看草稿", "重新载入"]),
    4404: ("这一页已经移走或删除，或者您不能再看它。", ["回到知识库"]),
    4409: ("这一页的文字在服务器上重新整理过。请重新载入这一页。", ["重新载入"]),
    4426: ("编辑器已经更新。请重新载入这一页。", ["重新载入"]),
}


@pytest.mark.promise("E15", "E17")
@pytest.mark.parametrize("width", (1440, 390))
def test_a_closed_line_says_why_and_what_to_do_next_wherever_one_is(house, chromium, width):  # noqa: F811
    zhou, lines = Writer(house, chromium, ZHOU, width=width), []
    zhou.page.route_web_socket("**/live/pages/**", lambda line: lines.append((line.connect_to_server(), line)))
    uid = house.tell(f"new_page({MANY!r})")

    for code, (words, acts) in CLOSED.items():
        zhou.open(uid).go_behind("第 40 段")
        lines[-1][1].close(code=code, reason="")
        notice = zhou.page.locator("[data-editor-notice]")
        notice.get_by_text(words).wait_for()

        assert notice.locator(".btn").all_inner_texts() == acts
        assert notice.evaluate("""(box) => {
          const { left, top, bottom } = box.getBoundingClientRect();
          return bottom < innerHeight && box.contains(document.elementFromPoint(left + 40, (top + bottom) / 2));
        }""")
        assert violations(zhou.page) == []
        assert fits(zhou.page)
        picture(zhou.page, f"write-closed-{code}-{width}")
    zhou.close()


@pytest.mark.promise("W7")
@pytest.mark.parametrize("width", (1440, 390))
def test_without_sockets_one_writes_and_the_next_sees_who(house, chromium, width):  # noqa: F811
    uid = house.tell(f"new_page({MANY!r})")
    zhou, lin = (Writer(house, chromium, number, width=width) for number in (ZHOU, LIN))
    for each in (zhou, lin):
        each.page.add_init_script("window.WebSocket = class extends EventTarget { close() {} send() {} }")
    zhou.page.goto(f"/wiki/{uid}/write/")
    zhou.page.get_by_text("多人编辑没有连上").wait_for()
    assert not zhou.page.locator(".edbar").is_visible()
    assert zhou.page.locator("[data-editor-act=publish]").is_disabled()
    picture(zhou.page, f"write-without-line-{width}")
    zhou.page.get_by_role("link", name="用简单编辑").click()
    zhou.page.locator("textarea[name=body]").fill("第 0 段，周雅宁改了。\n\n" + MANY.partition("\n\n")[2])

    lin.page.goto(f"/wiki/{uid}/edit/")
    lin.page.get_by_role("heading", name="周雅宁 正在写这一页").wait_for(state="attached")
    assert fits(lin.page)
    for act in lin.page.locator("main .btn").all():
        place = act.bounding_box()
        assert place["x"] + place["width"] <= width - 16
    picture(lin.page, f"edit-held-{width}")
    lin.page.get_by_role("link", name="也要写，保存时合并").click()
    lin.page.locator("textarea[name=body]").fill(MANY.replace("第 59 段。", "第 59 段，林小满也改了。"))
    zhou.page.get_by_role("button", name="保存", exact=True).click()
    zhou.page.wait_for_url(lambda address: "/edit/" not in address)
    lin.page.get_by_role("button", name="保存", exact=True).click()
    lin.page.wait_for_url(lambda address: "/edit/" not in address)

    saved = house.tell(f"words({uid!r})")
    assert "第 0 段，周雅宁改了。" in saved and "第 59 段，林小满也改了。" in saved
    zhou.close()
    lin.close()
