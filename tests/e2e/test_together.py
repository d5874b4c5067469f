"""Several people write one page, each in a browser, in front of a real server."""

import pytest

from tests.e2e.together import LIN, TEXT, ZHOU, converge, house, make_house, writers  # noqa: F401  fixtures

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
FIRST = "先排除假性高钾，标本溶血、止血带捆扎过久、反复握拳，或者血小板与白细胞显著升高，都会使结果偏高，应当复查一次。"
OTHER = "静脉推注葡萄糖酸钙以后，要在心电监护下观察五到十分钟，心电图没有改善时重复一次，准备胰岛素，并通知上级医生。"


def type_in_turn(zhou, lin):
    """Key by key, now one and now the other, faster than a line carries it."""
    for number in range(max(len(FIRST), len(OTHER))):
        for writer, words in ((zhou, FIRST), (lin, OTHER)):
            writer.page.keyboard.type(words[number : number + 1])


@pytest.mark.promise("E1", "E24")
def test_two_write_at_different_places_at_once(writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    zhou.go_behind("第一段")
    lin.go_behind("第三段")

    type_in_turn(zhou, lin)

    assert converge(zhou, lin) == ["第一段。" + FIRST, "第二段。", "第三段。" + OTHER]
    assert zhou.violations == lin.violations == zhou.troubles == lin.troubles == []


@pytest.mark.promise("E1")
def test_two_write_at_the_same_place_at_once(writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    zhou.go_behind("第二段")
    lin.go_behind("第二段")

    type_in_turn(zhou, lin)

    written = converge(zhou, lin)[1].removeprefix("第二段。")
    assert sorted(written) == sorted(FIRST + OTHER)
    assert _is_within(FIRST, written)
    assert _is_within(OTHER, written)


def _is_within(words, text):
    """Every character is there, in order."""
    rest = iter(text)
    return all(character in rest for character in words)


@pytest.mark.promise("E2")
def test_a_composition_goes_on_while_somebody_writes_before_it_in_the_same_paragraph(writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    lin.go_behind("第二段")
    keys = lin.context.new_cdp_session(lin.page)
    keys.send("Input.imeSetComposition", {"text": "xin", "selectionStart": 3, "selectionEnd": 3})

    zhou.go_before("第二段")
    zhou.page.keyboard.type("【夜班】")
    lin.sees("【夜班】第二段。")
    keys.send("Input.imeSetComposition", {"text": "xin'lv", "selectionStart": 6, "selectionEnd": 6})
    zhou.page.keyboard.type("请注意：")
    lin.sees("【夜班】请注意：第二段。")
    keys.send("Input.insertText", {"text": "心率"})

    assert converge(zhou, lin) == ["第一段。", "【夜班】请注意：第二段。心率", "第三段。"]


@pytest.mark.promise("E3")
def test_each_sees_where_the_other_is_by_the_real_name(writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    lin.go_behind("第三段")
    lin.page.keyboard.type("我在这里")
    zhou.go_behind("第一段")

    zhou.page.locator(f"{TEXT} p:has-text('第三段') .caret b").wait_for()
    lin.page.keyboard.press("Shift+Home")
    zhou.page.locator(f"{TEXT} .caret-range", has_text="第三段。我在这里").wait_for()

    assert zhou.page.locator(f"{TEXT} .caret b").all_inner_texts() == ["林小满"]
    assert lin.page.locator(f"{TEXT} .caret b").all_inner_texts() == ["周雅宁"]
    assert zhou.page.get_by_role("group", name="2 人正在编辑：周雅宁、林小满").is_visible()


@pytest.mark.promise("E4")
def test_undo_takes_back_the_own_last_change_alone(writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    zhou.go_behind("第一段")
    zhou.page.keyboard.type("周写的")
    lin.sees("周写的")
    lin.go_behind("第三段")
    lin.page.keyboard.type("林写的")
    zhou.sees("林写的")

    zhou.page.keyboard.press("Control+z")
    assert converge(zhou, lin) == ["第一段。", "第二段。", "第三段。林写的"]

    zhou.page.keyboard.press("Control+y")
    assert converge(zhou, lin) == ["第一段。周写的", "第二段。", "第三段。林写的"]


def test_title_summary_and_tags_are_written_together(house, writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)

    zhou.page.get_by_label("标题", exact=True).fill("交接班与复查")
    zhou.page.get_by_label("摘要").fill("先看病人，再看数字")
    zhou.page.get_by_label("标签").fill("交班，急诊")
    zhou.page.get_by_label("标签").press("Tab")
    lin.page.wait_for_function("() => document.querySelector('[data-value=tags] input').value === '交班，急诊'")
    zhou.wait_for_state("已保存")

    assert lin.page.get_by_label("标题", exact=True).input_value() == "交接班与复查"
    assert lin.page.get_by_label("摘要").input_value() == "先看病人，再看数字"
    told = house.do(
        f"made = revisions.make_revision(page({zhou.uid!r}).pk).as_object()",
        "[made.title, made.summary, sorted(made.tags.names())]",
    )
    assert told == ["交接班与复查", "先看病人，再看数字", ["交班", "急诊"]]
