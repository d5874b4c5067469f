"""The large group for measurements: deep, spread over many readers, and whole as pages saved singly are."""

import pytest
from django.core.management import call_command
from wagtail.models import ReferenceIndex

from content.models import ContentPage, Space, Verification
from content.text import render
from demo import people
from demo.large import crowd, shapes
from demo.organisation import load as units
from org.models import Membership, Role
from wiki.models import ClinicalCase, Edition


@pytest.fixture
def made(group):
    def more(pages):
        call_command("demo_data", pages=pages, staff=people.STAFF, verbosity=0)
        return ContentPage.objects.filter(uid__startswith="mass")

    return more


def test_a_page_lies_below_an_earlier_one_down_to_the_sixth_level():
    levels = {}
    for place in range(3 * shapes.BLOCK):
        upper = shapes.above(place)
        levels[place] = 1 if upper is None else levels[upper] + 1
        assert upper is None or shapes.carries(upper)

    assert sorted(set(levels.values())) == [1, 2, 3, 4, 5, 6]
    assert list(levels.values())[: shapes.BLOCK].count(6) == shapes.WIDE


def test_large_groups_grow_and_lose_nothing(made):
    assert made(350).count() == 350
    before = set(made(350).values_list("pk", flat=True))

    assert made(700).count() == 700
    assert before < set(made(700).values_list("pk", flat=True))
    assert ContentPage.find_problems() == ([], [], [], [], [])


def test_pages_are_for_many_different_readers_and_drawn_as_any_other(made):
    pages = made(350).select_related("rendering")

    assert pages.values("scope").distinct().count() > 100
    assert Space.objects.filter(slug__startswith="mass-").values("readers").distinct().count() > 100
    page = pages.first()
    assert page.rendering.html == render(page.body).html
    assert 4_000 < len(page.body) < 7_000
    assert len(set(pages.values_list("body", flat=True))) == 350


def test_some_bind_some_are_cases_most_were_verified(made):
    pages = made(700)

    assert Edition.objects.filter(regulation__in=pages.values("pk")).exists()
    assert ClinicalCase.objects.filter(pk__in=pages.values("pk")).exists()
    assert 300 < Verification.objects.filter(page__in=pages).count() < 700
    assert ReferenceIndex.objects.filter(object_id=str(pages.first().pk)).exists()


def test_a_large_staff_has_second_posts_and_roles_everywhere(group):
    people.load(units(), 1_500)
    before = Role.objects.count()

    crowd.load(units())
    posts = Membership.objects.filter(is_main=False)
    counted = posts.count(), Role.objects.count()
    crowd.load(units())

    assert (posts.count(), Role.objects.count()) == counted
    assert posts.count() > 30
    assert Role.objects.count() > before + 100
