"""The search box under real keys, real input methods and thumbs; and the pages it leads to."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage
from jobs.testing import run_due
from tests.axe import fits, violations
from tests.cast import make_space
from tests.e2e.test_phone_and_paper import TOO_SMALL
from tests.e2e.test_shell import appear

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]

BOX = "#q"
PANEL = ".search-box:has(#q) .sug-panel"
LONG = "\n\n".join(["开头的话。" * 40] * 6)
SCREENS = [(360, 740), (390, 844), (768, 1024), (1440, 900)]


@pytest.fixture
def pages(cast):
    space = make_space(cast.qingyu, slug="qingyu", title="肾脏内科知识库")
    texts = {
        "高钾血症的处理": f"## 识别\n\n{LONG}\n\n## 用药\n\n10% 葡萄糖酸钙静脉缓慢推注，五至十分钟。",
        "高钾血症的心电图": "T 波高尖，PR 间期延长。",
        "低钾血症补钾": "口服为先，见高钾血症的处理。",
        "血液透析的启动条件": "高钾、酸中毒、容量过多。",
    }
    made = [writing.create(space, "article", by=cast.lin_xiaoman, text=Text(*each)) for each in texts.items()]
    made = [ContentPage.objects.get(pk=publishing.publish(each, by=cast.lin_xiaoman).pk) for each in made]
    run_due()
    return made


@pytest.fixture
def desk(page, sign_in, cast, pages):
    """The start page before a nurse, each question to the server counted in `desk.asked`."""
    sign_in(cast.lin_xiaoman)
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url) if "/suggestions/" in request.url else None)
    page.goto("/", wait_until="networkidle")
    return page


def offered(page):
    return page.locator(f"{PANEL} [role=option]")


def type_in(page, words):
    page.click(BOX)
    page.keyboard.type(words, delay=20)
    page.wait_for_selector(f"{PANEL} [role=option]")


@pytest.mark.promise("W33")
@pytest.mark.parametrize("typed", ("高钾", "gaojia", "gjxz"))
def test_titles_are_offered_while_one_types(desk, typed):
    type_in(desk, typed)

    desk.wait_for_selector(f"{PANEL} >> text=高钾血症的处理")
    assert desk.locator(BOX).get_attribute("aria-expanded") == "true"
    assert "联想" in desk.locator("main .search-box [role=status]").text_content()
    assert len(desk.asked) <= 2  # the empty box, and what was typed: not one for each key


def test_arrows_choose_enter_opens(desk, pages):
    type_in(desk, "高钾血症的处理")
    for _key in range(2):
        desk.keyboard.press("ArrowDown")

    chosen = desk.locator(f"{PANEL} [aria-selected=true]")
    assert "高钾血症的处理" in chosen.text_content()
    assert desk.locator(BOX).get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{pages[0].get_absolute_url()}")


def test_past_the_ends_one_is_in_the_box_again(desk):
    type_in(desk, "高钾")

    desk.keyboard.press("ArrowUp")
    assert offered(desk).last.get_attribute("aria-selected") == "true"
    desk.keyboard.press("ArrowDown")

    assert desk.locator(f"{PANEL} [aria-selected=true]").count() == 0
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/search/?q=*")


def test_tab_takes_the_words_into_the_box(desk):
    type_in(desk, "gaojia")
    for _key in range(2):
        desk.keyboard.press("ArrowDown")
    words = desk.locator(f"{PANEL} [aria-selected=true]").get_attribute("data-fill")

    desk.keyboard.press("Tab")

    assert desk.input_value(BOX) == words
    assert desk.evaluate("document.activeElement.id") == "q"


def test_escape_closes_and_keeps_what_was_typed(desk):
    type_in(desk, "高钾")

    desk.keyboard.press("Escape")

    assert offered(desk).count() == 0
    assert (desk.input_value(BOX), desk.locator(BOX).get_attribute("aria-expanded")) == ("高钾", "false")


def test_nothing_is_asked_while_an_input_method_composes(desk):
    """The events of a real composition: letters stand in the field, and they are not what one means."""
    desk.click(BOX)
    desk.wait_for_timeout(300)
    desk.asked.clear()
    keyboard = desk.context.new_cdp_session(desk)
    for letters in ("g", "ga", "gao", "gao j", "gao jia"):
        keyboard.send(
            "Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)}
        )
        desk.wait_for_timeout(150)

    assert desk.asked == []
    assert desk.evaluate("window.location.pathname") == "/"
    keyboard.send("Input.insertText", {"text": "高钾"})

    desk.wait_for_selector(f"{PANEL} >> text=高钾血症的处理")
    assert desk.input_value(BOX) == "高钾"
    assert len(desk.asked) == 1


def test_enter_that_ends_a_composition_does_not_search(desk):
    desk.click(BOX)
    desk.evaluate(
        """() => { const box = document.querySelector("#q");
        box.dispatchEvent(new CompositionEvent("compositionstart"));
        box.value = "gao"; box.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
        const enter = {key: "Enter", keyCode: 229, isComposing: true, bubbles: true};
        box.dispatchEvent(new KeyboardEvent("keydown", enter)); }"""
    )
    desk.wait_for_timeout(400)

    assert desk.url.endswith("/")
    assert all("q=gao" not in url for url in desk.asked)


def test_what_is_shown_stays_until_the_newer_answer_is_there(desk):
    type_in(desk, "高钾")
    desk.evaluate(
        """() => { window.emptied = 0; const panel = document.querySelector("main .sug-panel");
        new MutationObserver(() => { if (!panel.childElementCount) window.emptied += 1; })
        .observe(panel, {childList: true}); }"""
    )

    desk.keyboard.type("血症", delay=60)
    desk.wait_for_selector(f"{PANEL} mark >> text=高钾血症")

    assert desk.evaluate("window.emptied") == 0


def test_a_slow_answer_announces_its_shape_and_a_lost_one_says_so(desk):
    gate = []
    desk.route("**/suggestions/*", lambda route: gate.append(route))
    desk.click(BOX)
    desk.keyboard.type("高钾")

    desk.wait_for_selector(f"{PANEL} .sk", state="attached")
    gate[-1].abort()
    desk.wait_for_selector(f"{PANEL} >> text=按回车直接搜索")

    desk.unroute("**/suggestions/*")
    desk.evaluate("window.dispatchEvent(new Event('online'))")
    desk.wait_for_selector(f"{PANEL} >> text=高钾血症的处理")


def test_a_newer_question_ends_the_older_one(desk):
    ended = []
    desk.on("requestfailed", lambda request: ended.append(request.url))
    desk.route("**/suggestions/*", lambda route: route.continue_() if quote("血症") in route.request.url else None)
    desk.click(BOX)
    desk.keyboard.type("高钾")
    desk.wait_for_timeout(300)

    desk.keyboard.type("血症的心电")
    desk.wait_for_selector(f"{PANEL} >> text=高钾血症的心电图", timeout=6_000)  # the older one lasts eight seconds

    assert len([url for url in ended if f"q={quote('高钾')}&" in url]) == 1


@pytest.mark.promise("W69")
def test_the_empty_box_offers_ones_own_last_searches_by_arrow(desk):
    desk.goto("/search/?q=透析")
    desk.goto("/")

    desk.keyboard.press("Control+k")
    desk.wait_for_selector(f"{PANEL} >> text=透析")
    desk.keyboard.press("ArrowDown")
    assert desk.evaluate("document.activeElement.textContent").strip().startswith("透析")
    desk.keyboard.press("Escape")
    assert desk.locator(f"{PANEL} a").count() == 0
    assert desk.evaluate("document.activeElement.id") == "q"


def test_a_word_can_be_cleared(desk):
    type_in(desk, "高钾")

    desk.locator(".search-box:has(#q)").get_by_label("清空").first.click()

    assert desk.input_value(BOX) == ""
    assert desk.evaluate("document.activeElement.id") == "q"


@pytest.mark.promise("W30")
def test_a_hit_leads_to_the_place_in_the_page(desk):
    desk.goto("/search/?q=葡萄糖酸钙")
    hit = desk.locator(".hit h3 a").first
    assert desk.locator(".hit mark").first.text_content() == "葡萄糖酸钙"
    assert "用药" in desk.locator(".hit .place").first.text_content()

    hit.click()
    desk.wait_for_url("**/wiki/**")
    desk.wait_for_function("() => scrollY > 300")

    assert desk.evaluate(
        """[...document.querySelectorAll(".prose p")].find((p) => p.textContent.includes("葡萄糖酸钙"))
        .getBoundingClientRect().top < innerHeight"""
    )


@pytest.mark.promise("W31")
def test_filters_act_at_once_and_can_be_taken_away(desk, pages, cast):
    desk.goto("/search/?q=高钾")
    before = desk.locator(".hit").count()
    desk.evaluate("window.same = true")

    desk.locator("#facets").get_by_label("近 1 年").check()
    desk.wait_for_url("**updated=year**")
    desk.wait_for_selector(".filter-row >> text=近 1 年")
    assert desk.evaluate("window.same === true")  # only a part of the page was fetched
    assert desk.evaluate("document.activeElement.name") == "updated"  # and one stands where one stood
    desk.get_by_label("去掉“近 1 年”").click()

    desk.wait_for_url(lambda url: "updated" not in url)
    assert desk.locator(".hit").count() == before


def test_on_a_phone_filters_open_on_demand(desk):
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.goto("/search/?q=高钾")

    assert not desk.locator("#facets").is_visible()
    desk.get_by_text("筛选", exact=True).first.click()
    desk.locator("#facets").get_by_label("近 1 年").check()
    desk.wait_for_selector(".filter-row >> text=近 1 年")
    assert desk.locator("#facets").is_visible()  # several choices, one after the other
    desk.locator(".facets-done").click()

    assert not desk.locator("#facets").is_visible()


def test_on_a_phone_everything_is_as_large_as_a_thumb(desk):
    desk.set_viewport_size({"width": 390, "height": 844})
    for address in ("/search/?q=高钾&updated=year", "/search/?q=没有的东西", "/search/"):
        desk.goto(address, wait_until="networkidle")

        assert desk.evaluate(TOO_SMALL) == [], address


@pytest.mark.promise("P18")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["", "xlarge"])
def test_every_state_is_right_at_every_size(desk, theme, size):
    states = ["/search/?q=高钾", "/search/?q=高钾血症怎么处理？", "/search/?q=没有的东西&updated=month", "/search/"]
    for address in states:
        desk.goto(address, wait_until="networkidle")
        appear(desk, theme, size)
        for width, height in SCREENS:
            desk.set_viewport_size({"width": width, "height": height})

            assert fits(desk), (address, width)
        assert violations(desk) == [], address
    assert desk.violations == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_panel_is_right_for_a_screen_reader_and_on_a_phone(desk, theme):
    for width, height in SCREENS:
        desk.set_viewport_size({"width": width, "height": height})
        desk.goto("/", wait_until="networkidle")
        appear(desk, theme, "xlarge")
        type_in(desk, "高钾")
        desk.keyboard.press("ArrowDown")

        assert fits(desk), width
        assert violations(desk) == [], width
    panel = desk.locator(PANEL).bounding_box()
    assert panel["width"] > 400
    desk.set_viewport_size({"width": 390, "height": 844})
    assert desk.locator(PANEL).bounding_box()["width"] == 390


def test_without_scripts_box_and_filters_work(chromium, site, client, cast, pages):
    from django.conf import settings

    client.force_login(cast.lin_xiaoman)
    context = chromium.new_context(base_url=site, java_script_enabled=False, locale="zh-CN")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])
    plain = context.new_page()
    plain.goto("/")
    plain.fill("#q", "高钾")
    plain.press("#q", "Enter")
    plain.wait_for_url("**/search/?q=*")

    plain.locator("#facets").get_by_label("近 1 年").check()
    plain.get_by_role("button", name="应用").click()
    plain.wait_for_url("**updated=year**")

    assert plain.locator(".hit").count() >= 3
    context.close()


def test_a_stranger_is_offered_nothing_of_it(page, sign_in, cast, pages):
    sign_in(cast.zhao_jingxing)
    page.goto("/", wait_until="networkidle")
    type_in(page, "高钾")
    assert "血症" not in page.locator(PANEL).text_content()
    page.goto(reverse("search:results") + "?q=高钾血症")

    assert page.locator(".hit").count() == 0
    assert "没有完全符合的内容" in page.locator("main").text_content()
