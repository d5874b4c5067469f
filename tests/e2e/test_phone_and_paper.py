"""A thumb hits what it aims at, the arrow leads back, and paper shows the whole page."""

import pytest
from django.urls import reverse

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage
from tests.axe import fits
from tests.cast import make_space

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]

TABLE = "| 分级 | 处理 |\n| --- | --- |\n| 轻度 | 二十四小时内复查，记录在护理单上 |\n"
PHONE = {"width": 390, "height": 844}
A4 = {"width": 658, "height": 971}  # 210 mm less twice 18 mm, as CSS counts
# A link in a line of words keeps its size; ::after is the room around small things that answers too.
TOO_SMALL = """() => [...document.querySelectorAll("a, button, summary, select, textarea, input:not([type=hidden])")]
  .filter((thing) => thing.checkVisibility())
  .filter((thing) => !thing.closest(".prose, .vh, .skip") && !thing.matches(".check input"))
  .filter((thing) => getComputedStyle(thing).display !== "inline")
  .filter((thing) => getComputedStyle(thing, "::after").position !== "absolute")
  .map((thing) => ({box: thing.getBoundingClientRect(), name: thing.outerHTML.slice(0, 90)}))
  .filter(({box}) => box.height < 43.5 || box.width < 43.5).map(({name}) => name)"""


@pytest.fixture
def article(cast):
    space = make_space(cast.qingyu, slug="qingyu")
    made = writing.create(space, "article", by=cast.lin_xiaoman, text=Text("高钾血症的处理", TABLE))
    return ContentPage.objects.get(pk=publishing.publish(made, by=cast.lin_xiaoman).pk)


@pytest.fixture
def phone(page, sign_in, cast):
    page.set_viewport_size(PHONE)
    sign_in(cast.lin_xiaoman)
    return page


@pytest.mark.promise("P18")
def test_whatever_can_be_pressed_on_a_phone_is_as_large_as_a_thumb(phone, article):
    screens = ["/", "/library/", "/spaces/qingyu/", "/waiting/", "/inbox/", "/people/", "/me/sessions/", "/new/"]
    own = article.get_absolute_url()
    screens += [own, reverse("content:history", args=[article.uid]), reverse("content:edit", args=[article.uid])]

    for address in screens:
        phone.goto(address, wait_until="networkidle")

        assert phone.evaluate(TOO_SMALL) == [], address


def test_what_a_page_offers_stands_at_the_bottom_of_a_phone(phone, article):
    phone.goto(article.get_absolute_url())

    for name in ("收藏", "编辑"):
        place = phone.locator(".doc-acts").get_by_text(name, exact=True).bounding_box()
        assert place["y"] > PHONE["height"] - 70


@pytest.mark.parametrize("address, to", [("/me/sessions/", "/"), ("/people/profile/", "/people/")])
def test_the_arrow_leads_to_the_door_a_page_lies_behind(phone, address, to):
    phone.goto(address)

    phone.get_by_label("返回", exact=True).click()

    phone.wait_for_url(lambda now: now.endswith(to) and not now.endswith(address))


@pytest.mark.promise("P18", "W63")
def test_no_table_runs_over_the_edge_of_the_paper(phone, article):
    phone.goto(article.get_absolute_url())
    phone.emulate_media(media="print")
    phone.set_viewport_size(A4)

    cell = phone.get_by_text("轻度").bounding_box()

    assert cell["x"] >= 0
    assert fits(phone)
    assert not phone.locator(".doc-acts").is_visible()
