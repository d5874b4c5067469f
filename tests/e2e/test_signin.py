"""Coming in and going out in a real browser, on a shared PC too."""

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache

from org import demo, slips
from tests.axe import fits, violations
from tests.e2e.conftest import CHROMIUM

pytestmark = pytest.mark.e2e

PASSWORD = "demo-pass-1"
MENU = "summary[aria-label$=个人菜单]"
ENTRANCE = ["/accounts/login/", "/accounts/login/code/", "/accounts/slip/", "/accounts/password/reset/"]
SIZES = [{"width": 360, "height": 740}, {"width": 1440, "height": 900}]


@pytest.fixture(autouse=True)
def _fresh_counts(db):
    cache.clear()


def sign_in_by_form(page, number="QY10874", password=PASSWORD):
    page.get_by_label("工号、手机号或邮箱").fill(number)
    page.get_by_label("密码", exact=True).fill(password)
    page.get_by_role("button", name="登录", exact=True).click()


def sign_out(page):
    page.locator(MENU).click()
    page.get_by_role("button", name="退出登录").click()
    page.wait_for_url("**/accounts/login/")


def code_now(secret=demo.SECRET):
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


@pytest.mark.promise("P8")
def test_one_comes_in_where_one_wanted_to_go(page, cast):
    page.goto("/me/sessions/")
    assert violations(page) == []

    sign_in_by_form(page)

    page.get_by_role("heading", name="登录的设备").wait_for()
    assert violations(page) == []
    assert page.violations == []


def test_a_typed_password_can_be_looked_at(page, cast):
    page.goto("/accounts/login/")
    page.get_by_label("密码", exact=True).fill(PASSWORD)

    page.get_by_role("button", name="显示密码").click()

    assert page.get_by_label("密码", exact=True).get_attribute("type") == "text"


@pytest.mark.promise("P9")
def test_whoever_has_to_wait_sees_how_long(page, cast):
    page.goto("/accounts/login/")
    for _ in range(6):
        sign_in_by_form(page, password="wrong-pass-1")

    button = page.locator("button[data-controller=countdown]")
    assert button.is_disabled()
    assert button.inner_text().startswith(("05:", "04:"))
    assert violations(page) == []


@pytest.mark.promise("P31")
def test_a_slip_leads_to_an_own_password(page, cast):
    code = slips.give(cast.lin_xiaoman, cast.lu_zhixing)
    page.goto("/accounts/slip/")
    assert violations(page) == []
    page.get_by_label("工号").fill("QY10874")
    page.get_by_label("登录条上的口令").fill(code)
    page.get_by_role("button", name="下一步").click()

    page.get_by_label("新密码").fill("seven-bridges-9")
    page.locator(".rules .met").nth(1).wait_for()
    assert violations(page) == []
    page.get_by_label("再输一次").fill("seven-bridges-9")
    page.get_by_role("button", name="保存并进入工作台").click()
    page.wait_for_url("**/")

    page.goto("/me/sessions/")
    assert page.get_by_role("heading", name="登录的设备").is_visible()
    assert page.violations == []


@pytest.mark.promise("P10")
def test_an_administrator_sets_up_the_second_step_and_prints_the_codes(page, cast):
    page.goto("/accounts/login/")
    sign_in_by_form(page, "HX00001")
    page.wait_for_url("**/accounts/2fa/totp/activate/")
    assert page.locator("svg.qr").is_visible()
    assert violations(page) == []

    page.get_by_label("动态码").fill(code_now(page.locator(".keyline .mono").inner_text()))
    page.get_by_role("button", name="开启").click()

    page.get_by_role("heading", name="收好备用码").wait_for()
    assert page.locator(".codes span").count() == 10
    assert violations(page) == []
    assert page.violations == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", ENTRANCE)
def test_the_pages_on_the_way_in_fit_every_screen(page, site, cast, address, size):
    page.set_viewport_size(size)
    page.context.add_cookies([{"name": "hzh_size", "value": "xlarge", "url": site}])
    page.goto(address)

    assert fits(page)
    assert violations(page) == []


@pytest.mark.promise("P32")
def test_the_next_person_is_two_taps_away_and_finds_nothing_of_the_former(page, cast):
    page.goto("/me/sessions/")
    sign_in_by_form(page)
    page.get_by_role("heading", name="登录的设备").wait_for()

    sign_out(page)
    page.go_back()

    page.get_by_role("heading", name="登录", exact=True).wait_for()
    assert "林小满" not in page.content()


@pytest.mark.promise("P32")
def test_the_memory_of_the_browser_shows_nothing_either(chromium, site, cast):
    """Browsers keep whole pages alive for the back button; Playwright switches that off unless told."""
    with_memory = chromium.browser_type.launch(
        executable_path=CHROMIUM, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
    )
    page = with_memory.new_context(base_url=site, locale="zh-CN").new_page()
    page.goto("/me/sessions/")
    sign_in_by_form(page)
    page.get_by_role("heading", name="登录的设备").wait_for()

    sign_out(page)
    page.go_back()

    page.get_by_role("heading", name="登录", exact=True).wait_for()
    assert "林小满" not in page.content()
    with_memory.close()


@pytest.mark.promise("P32")
def test_a_shared_computer_warns_and_then_signs_out(page, cast):
    page.clock.install()
    page.goto("/me/sessions/")
    sign_in_by_form(page)
    page.get_by_role("heading", name="登录的设备").wait_for()
    for _ in range(100):  # the script that counts comes after the page
        if page.evaluate("localStorage.getItem('hzh-seen')"):
            break
        page.wait_for_timeout(100)

    page.clock.run_for("14:05")
    warning = page.get_by_role("dialog", name="您还在吗")
    warning.wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="继续使用").click()
    assert not warning.is_visible()

    page.clock.run_for("15:01")
    page.wait_for_url("**/accounts/login/")


def test_the_own_device_is_left_alone(page, cast):
    page.goto("/me/sessions/")
    page.get_by_label("我自己的设备").check(force=True)
    sign_in_by_form(page)

    page.get_by_role("heading", name="登录的设备").wait_for()
    assert page.locator("[data-controller=idle]").count() == 0


def test_without_scripts_one_comes_in_all_the_same(chromium, site, cast):
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/me/sessions/")

    sign_in_by_form(page)

    assert page.get_by_role("heading", name="登录的设备").is_visible()
    context.close()
