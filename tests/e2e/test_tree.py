"""Pages are moved in the tree itself by dragging and by keys, with a way back; long levels open bit by bit."""

import pytest

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage
from content.transfer.planting import Seed, plant
from tests.axe import violations
from tests.cast import make_space
from wiki.models import Article

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W38")]


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def pages(cast, space):
    """甲, 乙 with 乙一 below it, 丙."""
    made = {}
    for title, parent in (("甲", space), ("乙", space), ("乙一", "乙"), ("丙", space)):
        below = made.get(parent, parent)
        page = writing.create(
            ContentPage.objects.get(pk=below.pk), "article", by=cast.zhou_yaning, text=Text(title, "文")
        )
        made[title] = publishing.publish(page, by=cast.zhou_yaning)
    return made


@pytest.fixture
def tree(page, sign_in, cast, space, pages):
    sign_in(cast.lin_xiaoman)
    page.goto(space.get_absolute_url())
    return page.locator(".side .tree-all")


def order(parent):
    return [page.title for page in ContentPage.objects.get(pk=parent.pk).get_children()]


def shown(tree):
    return tree.locator("> ul > li > a").all_inner_texts()


def drag(tree, title, to, at):
    target = tree.get_by_role("link", name=to, exact=True)
    height = target.bounding_box()["height"]
    tree.get_by_role("link", name=title, exact=True).drag_to(target, target_position={"x": 40, "y": height * at})


def test_a_page_is_dragged_before_another_and_taken_back(page, tree, space):
    drag(tree, "丙", "甲", 0.1)
    page.get_by_text("《丙》已移到《青屿医院空间》下").wait_for()
    assert order(space) == shown(tree) == ["丙", "甲", "乙"]
    assert violations(page) == []

    page.get_by_role("button", name="撤销").click()
    page.get_by_text("已移回原处").wait_for()

    assert order(space) == shown(tree) == ["甲", "乙", "丙"]
    assert page.violations == []


def test_a_page_is_dragged_into_one_with_nothing_below_it(page, tree, space, pages):
    drag(tree, "丙", "甲", 0.5)
    page.get_by_text("《丙》已移到《甲》下").wait_for()

    assert (order(space), order(pages["甲"])) == (["甲", "乙"], ["丙"])
    tree.get_by_role("button", name="展开 甲").press("Enter")
    tree.get_by_role("link", name="丙", exact=True).wait_for(state="hidden")
    page.get_by_role("button", name="撤销").click()
    page.get_by_text("已移回原处").wait_for()
    assert (shown(tree), tree.get_by_role("button", name="展开 甲").count()) == (["甲", "乙", "丙"], 0)


def test_a_page_is_dragged_into_a_closed_branch_which_then_opens(page, tree, space, pages):
    drag(tree, "甲", "乙", 0.5)
    page.get_by_text("《甲》已移到《乙》下").wait_for()

    tree.get_by_role("link", name="乙一").wait_for()
    assert (shown(tree), order(pages["乙"])) == (["乙", "丙"], ["乙一", "甲"])
    page.get_by_role("button", name="撤销").click()
    page.get_by_text("已移回原处").wait_for()
    assert order(space) == shown(tree) == ["甲", "乙", "丙"]
    assert tree.get_by_role("link", name="甲", exact=True).count() == 1


def test_keys_move_a_page_among_its_neighbours(page, tree, space):
    tree.get_by_role("link", name="甲", exact=True).focus()

    page.keyboard.press("Alt+ArrowDown")
    page.get_by_text("《甲》已移到").wait_for()

    assert order(space) == shown(tree) == ["乙", "甲", "丙"]
    assert tree.get_by_role("link", name="甲", exact=True).evaluate("link => link === document.activeElement")


def test_a_move_that_is_refused_says_why_and_moves_nothing(page, tree, space, monkeypatch):
    monkeypatch.setattr("content.actions.placing.MAX_LEVELS", 4)
    drag(tree, "乙", "丙", 0.5)

    page.get_by_text("页面层级太深了").wait_for()

    assert order(space) == shown(tree) == ["甲", "乙", "丙"]


def test_who_may_only_read_drags_nothing(page, sign_in, cast, pages, space):
    ContentPage.objects.get(pk=space.pk)
    reader = make_space(cast.qingyu, slug="read", editors=[])
    plant(
        reader,
        [Seed(Article, "丁", "文", cast.zhou_yaning), Seed(Article, "戊", "文", cast.zhou_yaning)],
        by=cast.zhou_yaning,
    )
    sign_in(cast.lin_xiaoman)
    page.goto(reader.get_absolute_url())
    tree = page.locator(".side .tree-all")

    drag(tree, "戊", "丁", 0.1)

    assert order(reader) == shown(tree) == ["丁", "戊"]


def test_a_long_level_goes_on_in_both_directions(page, sign_in, cast, space):
    made = plant(space, [Seed(Article, f"第 {n} 条", "文", cast.zhou_yaning) for n in range(150)], by=cast.zhou_yaning)
    sign_in(cast.lin_xiaoman)
    page.goto(made[100].get_absolute_url())
    side = page.locator(".side")
    more = side.get_by_role("link", name="显示更多")
    assert more.count() == 2

    more.first.press("Enter")
    side.get_by_role("link", name="第 10 条", exact=True).wait_for()
    assert page.evaluate("document.activeElement.textContent") == "第 69 条"
    more.last.press("Enter")
    side.get_by_role("link", name="第 149 条", exact=True).wait_for()

    assert (more.count(), page.violations) == (1, [])
