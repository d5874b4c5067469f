"""Staff lists, roles, slips and the audience picker in a real browser."""

import pytest
from django.urls import reverse

from jobs.testing import run_due
from org.models import Role, Slip
from people.actions import imports
from people.models import StaffImport
from portal.models import ModuleLink
from tests.axe import fits, violations
from tests.people.lists import QINGYU, bring, workbook

pytestmark = pytest.mark.e2e
SIZES = [(360, 740), (1440, 900)]


@pytest.fixture
def clerk(page, sign_in, cast):
    """The administrator of 青屿医院 at the browser."""
    Role.objects.create(person=cast.shen_zhixia, kind="administrator", unit=cast.qingyu)
    sign_in(cast.shen_zhixia)
    return page


@pytest.mark.promise("P13")
def test_an_administrator_brings_a_list_looks_it_over_and_says_yes(clerk, cast):
    new = ["QY10912", "宋亦舟", "QY-JZ", "护士"]
    content = workbook(new, ["QY10955", "苏予墨", "心内一区", "护士"], *QINGYU)
    clerk.goto(reverse("people:imports"))
    clerk.set_input_files("input[type=file]", {"name": "在岗.xlsx", "mimeType": "", "buffer": content})
    clerk.get_by_role("button", name="上传并核对").click()
    clerk.get_by_text("正在读名单").wait_for()

    run_due(name=imports.READ)
    clerk.get_by_role("button", name="就用这个").click()
    run_due(name=imports.READ)
    clerk.get_by_role("button", name="确认导入").click()
    clerk.get_by_text("正在导入").wait_for()
    run_due(name=imports.APPLY)

    clerk.get_by_text("入职 2 人").wait_for()
    assert StaffImport.objects.get().applied_at
    assert clerk.violations == []


@pytest.mark.promise("P31")
def test_slips_are_ticked_and_printed(clerk, cast):
    clerk.goto(reverse("people:slips") + "?who=all")
    clerk.locator("[data-pickall-target=all]").check()
    clerk.get_by_role("button", name="发登录条并打印").click()

    clerk.get_by_text("3 张登录条").wait_for()
    assert Slip.objects.count() == 3
    assert clerk.locator(".slip .pass").count() == 3


@pytest.mark.promise("W17")
def test_an_audience_is_chosen_with_the_mouse_the_keyboard_and_by_name(clerk, cast):
    clerk.goto(reverse("portal:new_module"))
    clerk.get_by_text("选择范围").click()
    clerk.get_by_label("找单位").fill("xinxuegunei")  # nothing is called so
    clerk.get_by_text("没有这样的单位").wait_for()
    clerk.get_by_label("找单位").fill("jizhen")
    clerk.locator(".ptree").get_by_text("急诊科").wait_for()
    clerk.locator(".ptree input").first.focus()
    clerk.keyboard.press("Space")
    clerk.get_by_role("button", name="加入").first.click()
    clerk.locator(".audfield").get_by_text("急诊科").wait_for()
    clerk.get_by_label("找同事").fill("lxm")
    clerk.locator("#aud-audience-people").get_by_role("button", name="加入").click()
    clerk.locator(".audfield").get_by_text("林小满").wait_for()
    assert clerk.locator(".audfield .sum b").inner_text() == "2"
    assert clerk.locator(".ptree input:checked").count() == 0

    clerk.get_by_label("去掉 林小满").click()
    clerk.locator(".audfield").get_by_text("林小满").wait_for(state="detached")
    clerk.locator("input[name=name]").fill("审批")
    clerk.locator("input[name=address]").fill("/people/")
    clerk.get_by_role("button", name="保存").click()
    clerk.wait_for_url("**/portal/modules/**")

    rows = ModuleLink.objects.get(name="审批").audience.rows.all()
    assert [(row.unit, row.person) for row in rows] == [(cast.emergency, None)]


def test_arrow_keys_walk_through_the_tree(clerk, cast):
    clerk.goto(reverse("portal:new_module"))
    clerk.get_by_text("选择范围").click()
    hospital = clerk.locator(".ptree li li", has_text="青屿医院").first
    hospital.locator("input").first.focus()
    clerk.keyboard.press("ArrowRight")
    hospital.get_by_text("急诊科").wait_for()
    clerk.keyboard.press("ArrowDown")

    assert clerk.evaluate("document.activeElement.value") == cast.cardiology.uid


@pytest.mark.promise("P18")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_screens_are_right_at_every_size(clerk, cast, theme):
    clerk.emulate_media(color_scheme=theme)
    staff_import = bring(workbook(["QY1O912", "韦思齐", "QY-JZ", "护士"], *QINGYU[:2]), cast.qingyu, cast.lu_zhixing)
    addresses = [
        reverse("people:directory") + f"?unit={cast.ward.uid}",
        cast.lin_xiaoman.get_absolute_url(),
        reverse("people:edit"),
        reverse("people:imports"),
        staff_import.get_absolute_url(),
        reverse("people:roles"),
        reverse("people:why"),
        reverse("people:unit", args=[cast.ward.uid]),
        reverse("people:slips"),
        reverse("people:account", args=[cast.lin_xiaoman.uid]),
    ]
    for address in addresses:
        clerk.goto(address)
        for width, height in SIZES:
            clerk.set_viewport_size({"width": width, "height": height})
            assert fits(clerk), (address, width)
            assert violations(clerk) == [], (address, width)
    assert clerk.violations == []
