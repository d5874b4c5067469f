"""Many pages handled at once in a real browser."""

import pytest
from django.urls import reverse

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage
from tests.axe import fits, violations
from tests.cast import make_space

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W66")]


def test_chosen_pages_are_tagged_and_the_tags_taken_back(page, sign_in, cast):
    space = make_space(cast.qingyu, slug="qingyu")
    for title in "甲乙丙":
        below = ContentPage.objects.get(pk=space.pk)
        publishing.publish(
            writing.create(below, "article", by=cast.lin_xiaoman, text=Text(title, "文")), by=cast.lin_xiaoman
        )
    sign_in(cast.lin_xiaoman)
    page.goto(reverse("content:bulk", args=[space.slug]))
    for width, height in ((1440, 900), (360, 740)):
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == []
        assert fits(page), width

    page.get_by_label("选择：甲").press("Space")
    page.get_by_label("选择：丙").press("Space")
    page.get_by_label("标签").fill("急救")
    page.get_by_role("button", name="加标签").click()
    page.get_by_text("处理了 2 页，没有处理 0 页").wait_for()
    assert violations(page) == []
    assert sorted(ContentPage.objects.filter(tags__name="急救").values_list("title", flat=True)) == ["丙", "甲"]
    page.get_by_role("button", name="全部撤销").click()
    page.get_by_text("已撤销。").wait_for()

    assert not ContentPage.objects.filter(tags__name="急救").exists()
    assert page.violations == []
