"""Title and fields of the kind, written by several: what may not stand there is said beside it to whoever wrote it."""

import pytest

from tests.e2e.together import LIN, ZHOU, house, make_house, writers  # noqa: F401  fixtures

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
SHOWS = "([place, words]) => document.querySelector(place).value === words"


def field(writer, label):
    return writer.page.get_by_label(label)


def said_below(control):
    """What the field says is wrong with it."""
    place = control.get_attribute("aria-describedby").split()[-1]
    return control.page.locator(f"[id='{place}']").inner_text()


def is_marked(control):
    return control.get_attribute("aria-invalid") == "true"


@pytest.fixture
def case(house, writers):  # noqa: F811
    """Two people write a case."""
    return writers(ZHOU, LIN, uid=house.tell("new_case()"))


@pytest.mark.promise("E21")
def test_an_emptied_title_stays_with_whoever_emptied_it(house, writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    title = zhou.page.get_by_label("标题", exact=True)
    title.click()
    title.press("End")

    for _ in range(3):
        title.press("Backspace")

    assert title.input_value() == ""
    assert is_marked(title)
    assert said_below(title) == "这一项必填，请填写。改好以前不保存，别人看到的仍是“交接班”。"
    zhou.wait_for_state("已保存")
    lin.page.wait_for_function(SHOWS, arg=["[data-value=title]", "交接班"])

    zhou.page.get_by_role("button", name="发布").click()
    zhou.page.get_by_text("“标题”：这一项必填，请填写。", exact=True).wait_for()
    assert zhou.page.url.endswith("/write/")
    assert title.evaluate("(control) => control === document.activeElement")

    zhou.page.keyboard.type("交接班与复查")
    lin.page.wait_for_function(SHOWS, arg=["[data-value=title]", "交接班与复查"])
    assert not is_marked(title)
    assert title.get_attribute("aria-describedby") is None


def test_a_field_that_is_wrong_is_marked_and_others_keep_what_it_said(case):
    zhou, lin = case
    code, diagnosis = field(zhou, "ICD-10 编码"), field(zhou, "主要诊断")
    code.fill("E87.5")
    lin.page.wait_for_function(SHOWS, arg=["[data-value=icd10] input", "E87.5"])

    code.fill("高钾")
    code.press("Tab")
    assert is_marked(code)
    assert said_below(code).startswith("编码的样子是一个字母、两位数字，如 E87.5。改好以前不保存")
    diagnosis.fill(" ")
    assert is_marked(diagnosis)
    zhou.wait_for_state("已保存")
    assert [field(lin, "ICD-10 编码").input_value(), field(lin, "主要诊断").input_value()] == ["E87.5", "高钾血症"]
    assert not is_marked(field(lin, "主要诊断"))

    zhou.page.get_by_role("tab", name="目录").click()
    zhou.page.get_by_role("button", name="发布").click()
    zhou.page.get_by_text("“主要诊断”：这一项必填，请填写。", exact=True).wait_for()
    assert diagnosis.is_visible()

    field(lin, "主要诊断").fill("重度高钾血症")
    zhou.page.wait_for_function(SHOWS, arg=["[data-value=diagnosis] input", "重度高钾血症"])
    assert not is_marked(diagnosis)


def test_what_a_foreign_browser_put_there_is_marked_for_all_and_never_published(house, writers):  # noqa: F811
    uid = house.tell("new_case()")
    house.tell(f"put_value({uid!r}, 'diagnosis', '')")

    (zhou,) = writers(ZHOU, uid=uid)

    diagnosis = field(zhou, "主要诊断")
    zhou.page.locator("[data-value=diagnosis] [aria-invalid=true]").wait_for()
    assert said_below(diagnosis) == "这一项必填，请填写。"
    zhou.page.get_by_role("button", name="发布").click()
    zhou.page.get_by_text("“主要诊断”：这一项必填，请填写。", exact=True).wait_for()
    assert house.tell(f"page({uid!r}).diagnosis") == "高钾血症"
