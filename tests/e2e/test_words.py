"""The librarian's words, the own history and the wish for a page, in a real browser."""

import datetime

import pytest
from django.utils import timezone

from access import audiences
from content.models import ContentPage
from jobs.testing import run_due
from search import history
from search.history import recording
from search.history.figures import Week
from search.models import Exclusion, PastSearch, Pin, Synonym, Wish
from tests.axe import fits, violations
from tests.cast import make_space
from tests.search.conftest import write

pytestmark = pytest.mark.e2e
SIZES = [(360, 740), (390, 844), (768, 1024), (1440, 900)]
SCREENS = ("", "synonyms/", "synonyms/?show=withdrawn", "pins/", "exclusions/")


@pytest.fixture
def library(cast):
    """A space of the group with a page about high potassium that 周雅宁 maintains."""
    everyone = [audiences.everyone_in(cast.group)]
    space = make_space(cast.group, slug="group", title="集团知识库", readers=everyone)
    write(space, "高钾血症的处理", "床位调配流程", maintainer=cast.zhou_yaning)
    run_due()
    return space


@pytest.fixture
def busy_week(cast, library):
    """Searches of last week, some in vain; a pin, an exclusion and a word taken back."""
    begin, _end = Week.last().moments
    for person in (cast.lin_xiaoman, cast.han_yuan, cast.shen_zhixia):
        for phrase, found in (("搬床申请", 0), ("高钾", 4), ("夜班补贴怎么算还有节假日", 0)):
            at = begin + datetime.timedelta(hours=9)
            PastSearch.objects.create(
                person=person, hospital=cast.qingyu, phrase=phrase, folded=phrase, at=at, found=found
            )
    page, by = ContentPage.objects.get(title="高钾血症的处理"), cast.xu_wenbo
    Pin.objects.create(phrase="血钾", folded="血钾", about=page, unit=cast.group, by=by)
    Exclusion.objects.create(phrase="床位", folded="床位", about=page, unit=cast.group, by=by)
    Synonym.objects.filter(word="中风").update(withdrawn_at=timezone.now(), withdrawn_by=by)


@pytest.mark.promise("W34")
def test_a_librarian_adds_a_word_and_the_next_search_finds_by_it(page, sign_in, cast, library):
    sign_in(cast.xu_wenbo)
    page.goto("/search/words/synonyms/")
    page.get_by_label("搜这个词").fill("搬床")
    page.get_by_text("双向 ⇄").click()
    page.get_by_role("textbox", name="也找这些").fill("床位调配、转床位")
    page.get_by_role("button", name="加上").click()

    page.get_by_text("加上了").wait_for()
    page.goto("/search/?q=搬床")
    page.get_by_role("link", name="床位调配流程").first.wait_for()
    assert page.violations == []


@pytest.mark.promise("W34")
def test_a_word_is_taken_back_and_brought_back(page, sign_in, cast, library):
    sign_in(cast.xu_wenbo)
    page.goto("/search/words/synonyms/?q=可达龙")
    page.get_by_role("link", name="编辑 可达龙").click()
    page.get_by_role("button", name="撤回").click()
    page.get_by_role("dialog").get_by_role("button", name="撤回").click()
    page.get_by_text("已撤回").wait_for()

    page.goto("/search/words/synonyms/?show=withdrawn")
    page.get_by_role("button", name="恢复 可达龙").click()
    page.get_by_text("已恢复").wait_for()
    assert not Synonym.objects.exclude(withdrawn_at=None).exists()


@pytest.mark.promise("W37")
def test_a_page_is_picked_from_what_is_suggested_and_pinned(page, sign_in, cast, library):
    sign_in(cast.xu_wenbo)
    page.goto("/search/words/pins/?phrase=血钾高")
    page.get_by_role("combobox", name="哪一页").press_sequentially("高钾")
    page.get_by_role("option", name="高钾血症的处理").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.get_by_role("combobox", name="哪一页").input_value() == "高钾血症的处理"
    page.get_by_role("button", name="置顶").click()

    page.get_by_text("已置顶").wait_for()
    page.goto("/search/?q=血钾高")
    page.get_by_role("link", name="高钾血症的处理").first.wait_for()
    assert page.violations == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_librarians_screens_fit_and_are_accessible(page, sign_in, cast, busy_week, width, height):
    sign_in(cast.xu_wenbo)
    page.set_viewport_size({"width": width, "height": height})
    for screen in SCREENS:
        page.goto(f"/search/words/{screen}")
        assert fits(page), screen
        assert violations(page) == [], screen


@pytest.mark.promise("W36")
def test_whoever_finds_nothing_asks_and_the_maintainer_answers(page, sign_in, cast, library):
    sign_in(cast.lin_xiaoman)
    page.goto("/search/?q=高钾 夜间透析电话")
    page.get_by_text("集团知识库").first.wait_for()
    page.get_by_label("您想知道什么").fill("夜里找谁")
    page.get_by_role("button", name="请维护人来写").click()
    page.get_by_text("已转给维护人").wait_for()

    sign_in(cast.zhou_yaning)
    page.goto("/waiting/?kind=wishes")
    page.get_by_role("link", name="没有搜到").click()
    page.get_by_text("夜里找谁").wait_for()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert fits(page)
        assert violations(page) == []
    page.get_by_label("理由").fill("请直接打透析室电话")
    page.get_by_role("button", name="答复").click()
    page.get_by_text("对方会收到通知").wait_for()
    assert Wish.objects.get().is_declined
    assert page.violations == []


@pytest.mark.promise("W69")
def test_the_own_history_is_in_the_empty_box_and_can_be_emptied(page, sign_in, cast, library):
    for phrase in ("高钾", "低钾"):
        history.record(cast.lin_xiaoman, phrase, 2)
        recording.flush()
    sign_in(cast.lin_xiaoman)
    page.goto("/recent/")
    page.keyboard.press("Control+k")
    page.get_by_role("button", name="删除“高钾”").click()
    page.get_by_role("button", name="删除“高钾”").wait_for(state="detached")
    assert [each.phrase for each in history.recent(cast.lin_xiaoman)] == ["低钾"]

    page.goto("/search/history/")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert fits(page)
        assert violations(page) == []
    page.get_by_role("button", name="不再记录").click()
    page.get_by_role("dialog").get_by_role("button", name="不再记录").click()
    page.get_by_text("没有记录").wait_for()
    assert history.recent(cast.lin_xiaoman) == []
    assert page.violations == []
