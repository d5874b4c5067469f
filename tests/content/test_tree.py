"""The tree beside a page: long levels come in windows and go on in both directions."""

import pytest
from django.urls import reverse

from access import audiences
from content import tree
from content.actions.readers import narrow
from content.transfer.planting import Seed, plant
from tests.cast import make_space
from wiki.models import Article

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W38")]
MANY = 150


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def pages(cast, space):
    seeds = [Seed(Article, f"第 {number} 条", "正文\n", cast.zhou_yaning) for number in range(MANY)]
    return plant(space, seeds, by=cast.zhou_yaning)


def shown(nodes):
    return ["…" if isinstance(node, tree.More) else int(node.title.split()[1]) for node in nodes]


def test_around_an_open_page_a_level_goes_on_above_and_below(cast, space, pages):
    roots = tree.outline(cast.lin_xiaoman, pages[100].path, space).roots

    assert shown(roots) == ["…", *range(70, 130), "…"]
    assert [each.url for each in (roots[0], roots[-1])] == [
        f"/wiki/{space.uid}/branch/?before={pages[70].path}",
        f"/wiki/{space.uid}/branch/?after={pages[129].path}",
    ]


@pytest.mark.parametrize(("place", "expected"), [
    (0, [*range(60), "…"]),
    (MANY - 1, ["…", *range(90, 150)]),
])  # fmt: skip
def test_at_its_ends_a_level_goes_on_one_way(cast, space, pages, place, expected):
    assert shown(tree.outline(cast.lin_xiaoman, pages[place].path, space).roots) == expected


def test_a_level_below_the_open_page_goes_on_too(cast, space):
    page = plant(space, [Seed(Article, "第 0 条", "正文\n", cast.zhou_yaning)], by=cast.zhou_yaning)[0]
    plant(page, [Seed(Article, f"第 {n} 条", "正文\n", cast.zhou_yaning) for n in range(61)], by=cast.zhou_yaning)

    roots = tree.outline(cast.lin_xiaoman, page.path, space).roots

    assert shown(roots[0].children) == [*range(60), "…"]
    assert f"/wiki/{page.uid}/branch/?after=" in roots[0].html


@pytest.mark.parametrize(("ends", "expected"), [
    ({"before": 70}, ["…", *range(10, 70)]),
    ({"before": 10}, [*range(10)]),
    ({"after": 129}, [*range(130, 150)]),
    ({"after": 20}, [*range(21, 81), "…"]),
])  # fmt: skip
def test_a_window_goes_on_where_it_ends(client, cast, space, pages, ends, expected):
    ends = {side: pages[place].path for side, place in ends.items()}

    assert shown(tree.level(cast.lin_xiaoman, space, **ends)) == expected
    client.force_login(cast.lin_xiaoman)
    assert client.get(reverse("content:branch", args=[space.uid]), ends).status_code == 200


def test_what_one_may_not_see_neither_fills_a_window_nor_makes_it_go_on(cast, space, pages):
    assert tree.level(cast.zhao_jingxing, space) == []
    type(pages[0]).objects.filter(pk__in=[page.pk for page in pages[60:]]).update(live=False)

    assert shown(tree.level(cast.lin_xiaoman, space)) == [*range(60)]


@pytest.mark.promise("W4")
def test_no_arrow_tells_of_a_page_one_may_not_read(cast, space):
    page = plant(space, [Seed(Article, "第 0 条", "正文\n", cast.zhou_yaning)], by=cast.zhou_yaning)[0]
    below = plant(page, [Seed(Article, "第 1 条", "正文\n", cast.zhou_yaning)], by=cast.zhou_yaning)[0]
    narrow(below, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])

    def has_arrow(user):
        return [node.has_children for node in tree.level(user, space)]

    assert has_arrow(cast.zhou_yaning) == [True]
    assert has_arrow(cast.lin_xiaoman) == [False]
