"""Templates of a space and asking for a new one, in a real browser."""

import pytest
from django.urls import reverse

from access import audiences
from content.actions import space_requests, templates
from content.choices import SpaceKind
from content.models import PageTemplate
from tests.axe import fits, violations
from tests.cast import make_space

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
SIZES = [(360, 740), (1440, 900)]
FACTS = {"hint": "背景、现况", "title": "夜班交接", "body": "## 背景\n", "values": {}}


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu", kind=SpaceKind.UNIT, stewards=[audiences.person(cast.shen_zhixia)])


@pytest.mark.promise("W58", "W59")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_screens_are_right_for_everybody(page, sign_in, cast, space, theme):
    for name in ("交接班", "会议纪要"):
        template = templates.create(space, by=cast.shen_zhixia, kind="article", name=name, **FACTS)
    asked = space_requests.ask(cast.lin_xiaoman, unit=cast.cardiology, title="胸痛中心", reason="一起写流程")
    page.emulate_media(color_scheme=theme)
    own = [
        reverse("content:templates", args=[space.slug]),
        reverse("content:template", args=[space.slug, template.uid]),
        reverse("content:template_new", args=[space.slug]) + "?kind=case",
        reverse("content:ask_space"),
    ]
    for person, addresses in (
        (cast.shen_zhixia, own),
        (cast.xu_wenbo, [reverse("content:space_request", args=[asked.pk])]),
    ):
        sign_in(person)
        for address in addresses:
            page.goto(address)
            assert violations(page) == [], address
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                assert fits(page), (address, width)
    assert page.violations == []


@pytest.mark.promise("W59")
def test_a_template_is_written_and_a_page_started_from_it(page, sign_in, cast, space):
    sign_in(cast.shen_zhixia)
    page.goto(reverse("content:space_settings", args=[space.slug]))
    page.get_by_role("link", name="模板").click()
    page.get_by_text("新建模板").click()
    page.get_by_role("link", name="知识页").click()
    page.get_by_label("模板名称").fill("交接班")
    page.locator("textarea[name=body]").fill("## 背景")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("模板建好了").wait_for()
    sign_in(cast.lin_xiaoman)

    page.goto(space.get_absolute_url())
    page.locator("main").get_by_text("新建", exact=True).click()
    page.get_by_role("link", name="交接班").click()

    assert page.locator("textarea[name=body]").input_value() == "## 背景"
    assert PageTemplate.objects.count() == 1
    assert page.violations == []
