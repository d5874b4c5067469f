"""From what is written together to versions, to readers, and to whoever writes without it."""

import pytest

from tests.e2e.together import LIN, ZHOU, Writer, house, make_house, writers  # noqa: F401  fixtures

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]


@pytest.fixture
def visitor(house, chromium):  # noqa: F811
    """Somebody with a browser and no page yet."""
    opened = []

    def visit(number):
        opened.append(made := Writer(house, chromium, number))
        return made

    yield visit
    for one in opened:
        one.close()


@pytest.mark.promise("E21")
def test_what_is_published_is_what_was_shown_as_saved(writers, visitor):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    reader = visitor(LIN)
    zhou.go_behind("第一段")
    zhou.page.keyboard.type("这一句要发布")
    reader.page.goto(f"/wiki/{zhou.uid}/-")
    assert "这一句要发布" not in reader.page.locator("article").inner_text()

    zhou.page.get_by_role("button", name="发布").click()
    zhou.page.wait_for_url("**/publish/**")
    lin.go_behind("第三段")
    lin.page.keyboard.type("这一句还没有")
    lin.wait_for_state("已保存")
    zhou.page.get_by_role("button", name="发布").click()
    zhou.page.get_by_text("已发布。").wait_for()

    reader.page.reload()
    words = reader.page.locator("article .prose").inner_text().split()
    assert words == ["第一段。这一句要发布", "第二段。", "第三段。"]


def test_a_version_is_saved_by_name_and_a_preview_shows_what_is_written(house, writers):  # noqa: F811
    (zhou,) = writers(ZHOU)
    zhou.go_behind("第二段")
    zhou.page.keyboard.type("讨论以后改的")

    zhou.page.get_by_role("button", name="预览").click()
    zhou.page.locator("#editor-preview p", has_text="第二段。讨论以后改的").wait_for()
    zhou.page.locator("#editor-preview [data-closes]").click()
    zhou.page.get_by_role("button", name="保存版本").click()
    zhou.page.get_by_label("这一版叫什么").fill("科内讨论后")
    zhou.page.locator("#editor-version [type=submit]").click()
    zhou.page.get_by_text("已保存版本“科内讨论后”。").wait_for()

    found = f"page({zhou.uid!r}).get_latest_revision()"
    assert house.tell(f"[{found}.as_object().body, {found}.version_name.name]") == [
        "第一段。\n\n第二段。讨论以后改的\n\n第三段。\n",
        "科内讨论后",
    ]


def test_a_new_page_goes_on_in_the_room(house, visitor):  # noqa: F811
    zhou = visitor(ZHOU)
    zhou.page.goto("/spaces/qingyu/new/")
    zhou.page.get_by_label("标题", exact=True).fill("新来的一页")
    zhou.page.locator("textarea[name=body]").fill("## 开头\n\n第一句。")

    zhou.page.get_by_role("button", name="保存并继续编辑").click()
    zhou.page.wait_for_url("**/write/")

    zhou.sees("第一句。")
    zhou.page.get_by_role("tab", name="目录").click()
    assert zhou.page.locator("[data-editor-outline] button").all_inner_texts() == ["开头"]


def test_readers_see_who_is_writing(writers, visitor):  # noqa: F811
    (zhou,) = writers(ZHOU)
    reader = visitor(LIN)

    reader.page.goto(f"/wiki/{zhou.uid}/-")

    reader.page.get_by_text("正在编辑：周雅宁").wait_for()


def test_the_plain_editor_is_for_one_at_a_time_and_names_who(house, writers, visitor):  # noqa: F811
    (zhou,) = writers(ZHOU)
    lin, other = visitor(LIN), visitor("QY10112")
    lin.page.goto(f"/wiki/{zhou.uid}/edit/")
    lin.page.get_by_text("正在一起编辑：周雅宁").wait_for()

    other.page.goto(f"/wiki/{zhou.uid}/edit/")
    assert other.page.get_by_role("heading", name="林小满 正在写这一页").is_visible()
    zhou.page.reload()
    zhou.page.get_by_text("林小满 正在用简单编辑写这一页").wait_for()
    zhou.go_behind("第一段")
    zhou.page.keyboard.type("在一起写的")
    zhou.wait_for_state("已保存")
    lin.page.locator("textarea[name=body]").fill("第一段。\n\n第二段。\n\n第三段。在旁边写的\n")
    lin.page.get_by_role("button", name="保存", exact=True).click()
    lin.page.wait_for_url("**/draft/")

    zhou.sees("第三段。在旁边写的")
    zhou.sees("第一段。在一起写的")
    other.page.get_by_role("link", name="再看看能不能写").click()
    other.page.locator("textarea[name=body]").wait_for()
