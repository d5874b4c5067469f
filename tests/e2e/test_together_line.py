"""What a writer sees and loses when the line, the server or the right goes: nothing that cannot be fetched back."""

import pytest

from tests.e2e.together import LIN, TEXT, ZHOU, Writer, converge, house, make_house, writers  # noqa: F401  fixtures

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
LOSES_LINE = "连接断开，文字只在本页，连上后自动保存"


@pytest.mark.promise("E5", "E6", "W7", "W8")
def test_a_server_that_restarts_loses_nothing_of_either(house, writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    zhou.go_behind("第一段")
    zhou.page.keyboard.type("停机以前")
    zhou.wait_for_state("已保存")

    house.webs[0].kill()
    zhou.wait_for_state(LOSES_LINE)
    zhou.page.keyboard.type("，停机中甲")
    lin.go_behind("第三段")
    lin.page.keyboard.type("停机中乙")
    house.webs[0].start()
    zhou.wait_for_state("已保存")
    lin.wait_for_state("已保存")

    assert converge(zhou, lin) == ["第一段。停机以前，停机中甲", "第二段。", "第三段。停机中乙"]
    assert house.tell(f"words({zhou.uid!r})") == "第一段。停机以前，停机中甲\n\n第二段。\n\n第三段。停机中乙\n"


@pytest.mark.promise("E5", "W8")
def test_who_is_cut_off_writes_on_and_is_merged_on_return(writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)

    lin.context.set_offline(True)
    lin.wait_for_state(LOSES_LINE)
    lin.go_behind("第三段")
    lin.page.keyboard.type("在地下室写的")
    zhou.go_behind("第一段")
    zhou.page.keyboard.type("在病房写的")
    zhou.wait_for_state("已保存")
    assert lin.page.locator(".edhead").get_by_text(LOSES_LINE).is_visible()
    lin.context.set_offline(False)
    lin.wait_for_state("已保存")

    assert converge(zhou, lin) == ["第一段。在病房写的", "第二段。", "第三段。在地下室写的"]


@pytest.mark.promise("E5")
def test_a_server_that_answers_no_more_is_noticed(house, writers):  # noqa: F811
    (zhou,) = writers(ZHOU)

    house.webs[0].pause()
    try:
        zhou.go_behind("第一段")
        zhou.page.keyboard.type("写给没有回应的服务器")
        zhou.wait_for_state(LOSES_LINE)
    finally:
        house.webs[0].resume()
    zhou.wait_for_state("已保存")

    assert house.tell(f"words({zhou.uid!r})").startswith("第一段。写给没有回应的服务器\n")


@pytest.mark.promise("E6")
def test_saved_is_said_only_after_the_commit(house, writers):  # noqa: F811
    (zhou,) = writers(ZHOU)
    house.do(
        "from django.db import transaction; held = transaction.atomic(); held.__enter__();"
        f"CollabDoc.objects.select_for_update().get(page__uid={zhou.uid!r})"
    )

    try:
        zhou.go_behind("第一段")
        zhou.page.keyboard.type("等提交")
        zhou.page.wait_for_timeout(1500)
        assert zhou.state() == "正在保存…"
    finally:
        house.do("held.__exit__(None, None, None)")
    zhou.wait_for_state("已保存")

    assert house.tell(f"words({zhou.uid!r})").startswith("第一段。等提交\n")


@pytest.mark.promise("E6")
def test_a_line_that_comes_back_says_nothing_is_saved_before_the_commit(house, writers):  # noqa: F811
    (zhou,) = writers(ZHOU)
    hold = (
        "from django.db import transaction; held = transaction.atomic(); held.__enter__();"
        f"CollabDoc.objects.select_for_update().get(page__uid={zhou.uid!r})"
    )
    zhou.context.set_offline(True)
    zhou.wait_for_state(LOSES_LINE)
    zhou.go_behind("第一段")
    zhou.page.keyboard.type("断线时写的")
    house.do(hold)

    try:
        zhou.context.set_offline(False)
        zhou.wait_for_state("正在保存…")
        zhou.page.wait_for_timeout(1500)
        assert zhou.state() == "正在保存…"
    finally:
        house.do("held.__exit__(None, None, None)")
    zhou.wait_for_state("已保存")

    assert house.tell(f"words({zhou.uid!r})").startswith("第一段。断线时写的\n")


@pytest.mark.promise("E6", "W8")
def test_leaving_asks_while_something_is_not_in_the_database(writers):  # noqa: F811
    (zhou,) = writers(ZHOU)
    asked = []
    zhou.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    zhou.context.set_offline(True)
    zhou.wait_for_state(LOSES_LINE)
    zhou.go_behind("第一段")
    zhou.page.keyboard.type("还没有存")

    zhou.page.evaluate("location.reload()")
    zhou.page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    zhou.context.set_offline(False)
    zhou.wait_for_state("已保存")
    zhou.page.reload()

    zhou.sees("第一段。还没有存")
    assert asked == ["beforeunload"]


@pytest.mark.promise("E18")
def test_a_lock_makes_an_open_editor_read_only_and_says_why(house, writers):  # noqa: F811
    (lin,) = writers(LIN)
    acting = f"from content.actions import life; page_and_keeper = page({lin.uid!r}), User.objects.get(number={ZHOU!r})"
    house.do(acting)

    house.do("life.lock(page_and_keeper[0], by=page_and_keeper[1])")
    lin.wait_for_state("只能看")
    lin.page.get_by_text("周雅宁 在").wait_for()
    assert lin.page.locator(TEXT).get_attribute("contenteditable") == "false"
    assert not lin.page.get_by_label("标题", exact=True).is_editable()

    house.do("life.unlock(page_and_keeper[0], by=page_and_keeper[1])")
    lin.page.locator(f"{TEXT}[contenteditable=true]").wait_for()
    lin.go_behind("第一段")
    lin.page.keyboard.type("又能写了")
    lin.wait_for_state("已保存")

    assert house.tell(f"words({lin.uid!r})").startswith("第一段。又能写了\n")


@pytest.mark.promise("E15")
def test_another_epoch_lets_one_copy_what_is_not_saved_and_load_anew(house, writers):  # noqa: F811
    (zhou,) = writers(ZHOU)
    zhou.context.grant_permissions(["clipboard-read", "clipboard-write"])
    zhou.context.set_offline(True)
    zhou.wait_for_state(LOSES_LINE)
    zhou.go_behind("第一段")
    zhou.page.keyboard.type("抢救出来的一句")
    house.do(f"CollabDoc.objects.filter(page__uid={zhou.uid!r}).update(epoch=uuid.uuid4())")

    zhou.context.set_offline(False)
    zhou.page.get_by_role("button", name="复制未保存的文字").click()
    zhou.page.get_by_role("button", name="已复制").wait_for()

    assert "抢救出来的一句" in zhou.page.evaluate("navigator.clipboard.readText()")
    assert zhou.page.get_by_role("button", name="重新载入").is_visible()


def test_without_sockets_the_page_leads_to_the_plain_editor(house, chromium):  # noqa: F811
    zhou = Writer(house, chromium, ZHOU)
    uid = house.tell("new_page('第一段。')")
    zhou.page.add_init_script("window.WebSocket = class extends EventTarget { close() {} send() {} }")

    zhou.page.goto(f"/wiki/{uid}/write/")
    zhou.page.get_by_role("link", name="用简单编辑").click()

    zhou.page.locator("textarea[name=body]").wait_for()
    zhou.close()


@pytest.mark.promise("E17")
def test_who_is_signed_out_writes_no_more_and_comes_back_with_the_text(house, writers):  # noqa: F811
    (lin,) = writers(LIN)
    house.do(f"User.objects.filter(number={LIN!r}).update(is_active=False)")
    try:
        lin.page.get_by_role("link", name="去登录").wait_for()
        assert lin.page.locator(TEXT).get_attribute("contenteditable") == "false"
        assert lin.paragraphs() == ["第一段。", "第二段。", "第三段。"]
    finally:
        house.do(f"User.objects.filter(number={LIN!r}).update(is_active=True)")

    lin.sign_in()  # in another tab of the same browser
    lin.page.get_by_role("button", name="重新连接").click()
    lin.page.locator(f"{TEXT}[contenteditable=true]").wait_for()
    lin.go_behind("第二段")
    lin.page.keyboard.type("回来了")
    lin.wait_for_state("已保存")

    assert "第二段。回来了" in house.tell(f"words({lin.uid!r})")
