"""What people searched: their own, and of all together only what many asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import Decision
from content.models import ContentPage
from jobs.testing import run_due
from org.models import User
from search import history
from search.history import figures, often, recording
from search.history.figures import Week
from search.models import HistoryOff, PastSearch
from search.words import actions
from tests.search.conftest import write

pytestmark = pytest.mark.django_db
AGO, NOW = timedelta, timedelta()
NAMES = ["林小满", "林小满 电话", "小满", "linxiaoman", "lxm", "QY10874", "qy10874 排班", "13800001111"]
NAMES += ["330102199001011234", "会诊 138 0000 1111", "a@b.example"]


@pytest.fixture
def many(cast):
    """Eight more colleagues of 青屿医院 and five of 云岭医院."""

    def hired(hospital, unit, number):
        user = User.objects.create_user(f"{hospital}5{number:04}", f"甲{chr(0x4E00 + number * 7)}{hospital}", "x")
        user.memberships.create(unit=unit, position=cast.positions.nurse, starts_on="2020-01-01")
        return user

    return {
        "qy": [hired("QY", cast.ward, number) for number in range(8)],
        "yl": [hired("YL", cast.yunling_ward, number) for number in range(5)],
    }


@pytest.fixture
def readable(space):
    """readable("高钾血症处理"): a page for everybody of 青屿医院, found at once."""

    def written(title):
        (page,) = write(space, title)
        run_due()
        return page

    return written


def search_by(people, phrase, found=3, ago=NOW):
    for person in people:
        history.record(person, phrase, found)
    recording.flush()
    if ago:
        PastSearch.objects.filter(person__in=people, phrase=phrase).update(at=timezone.now() - ago)


def phrases(found):
    return [each.phrase for each in found]


# -- noting ----------------------------------------------------------------------------------------
def test_noting_costs_no_query(cast, django_assert_num_queries):
    history.record(cast.lin_xiaoman, "高钾", 1)

    with django_assert_num_queries(0):
        history.record(cast.lin_xiaoman, "高钾血症", 3)
        history.opened(cast.lin_xiaoman, "高钾血症", "page:abc", rank=1)


def test_a_hundred_searches_are_written_in_a_few_statements(cast, many, django_assert_max_num_queries):
    for number in range(100):
        history.record(many["qy"][number % 8], f"词{number}", 1)

    with django_assert_max_num_queries(9):
        recording.flush()

    assert PastSearch.objects.count() == 100
    assert {each.hospital for each in PastSearch.objects.all()} == {cast.qingyu}


def test_what_was_opened_first_stands_beside_the_search(cast):
    history.record(cast.lin_xiaoman, "高钾", 9)
    history.opened(cast.lin_xiaoman, "高钾 ", "page:abc", rank=2, way="passage")
    recording.flush()
    history.opened(cast.lin_xiaoman, "高钾", "page:xyz", rank=1)
    recording.flush()

    row = PastSearch.objects.get()
    assert (row.found, row.opened, row.rank, row.way) == (9, "page:abc", 2, "passage")


def test_leafing_on_is_the_same_search_and_an_hour_later_another(cast):
    search_by([cast.lin_xiaoman], "高钾")
    search_by([cast.lin_xiaoman], "高钾", found=4)
    assert [row.found for row in PastSearch.objects.all()] == [4]

    PastSearch.objects.update(at=timezone.now() - AGO(hours=1))
    search_by([cast.lin_xiaoman], "高钾")
    assert PastSearch.objects.count() == 2


@pytest.mark.parametrize("typed", ["", "  ", "？！", "\x00", "*"])
def test_what_says_nothing_is_not_noted(cast, typed):
    history.record(cast.lin_xiaoman, typed, 0)

    assert recording._notes == {}


# -- the own ---------------------------------------------------------------------------------------
@pytest.mark.promise("W69")
def test_the_own_last_ten_phrases_each_once_the_latest_first_before_they_are_written(cast):
    for number in range(12):
        history.record(cast.lin_xiaoman, f"词{number}", 1)
        recording.flush()
    PastSearch.objects.update(at=timezone.now() - AGO(hours=2))
    history.record(cast.lin_xiaoman, "词3", 1)
    history.record(cast.zhou_yaning, "别人的词", 1)

    found = phrases(history.recent(cast.lin_xiaoman))

    assert found[0] == "词3"
    assert len(found) == len(set(found)) == 10
    assert "别人的词" not in found


@pytest.mark.promise("W69")
def test_one_phrase_or_all_are_forgotten(cast):
    for phrase in ("高钾", "低钾", "高钠"):
        history.record(cast.lin_xiaoman, phrase, 1)
        recording.flush()
    history.record(cast.lin_xiaoman, "还没写下", 1)
    search_by([cast.zhou_yaning], "高钾")

    history.forget(cast.lin_xiaoman, "高钾")
    assert sorted(phrases(history.recent(cast.lin_xiaoman))) == sorted(["还没写下", "高钠", "低钾"])

    history.record(cast.lin_xiaoman, "还没写下", 1)
    history.forget_all(cast.lin_xiaoman)
    recording.flush()
    assert history.recent(cast.lin_xiaoman) == []
    assert phrases(history.recent(cast.zhou_yaning)) == ["高钾"]


@pytest.mark.promise("W69")
def test_switched_off_nothing_is_kept_and_what_was_there_is_gone(cast):
    search_by([cast.lin_xiaoman], "高钾")

    history.switch(cast.lin_xiaoman, on=False)
    search_by([cast.lin_xiaoman], "低钾")
    assert not PastSearch.objects.exists()
    assert not history.is_kept(cast.lin_xiaoman)
    history.record(cast.lin_xiaoman, "还没写下", 1)
    assert history.recent(cast.lin_xiaoman) == []

    history.switch(cast.lin_xiaoman, on=True)
    search_by([cast.lin_xiaoman], "高钠")
    assert phrases(history.recent(cast.lin_xiaoman)) == ["高钠"]


@pytest.mark.promise("W69")
def test_after_ninety_days_it_is_gone(cast):
    from search.history.tasks import tidy

    search_by([cast.lin_xiaoman], "很久以前", ago=AGO(days=91))
    search_by([cast.lin_xiaoman], "上个月", ago=AGO(days=60))

    tidy()

    assert phrases(history.recent(cast.lin_xiaoman)) == ["上个月"]


def test_the_screens_show_only_the_own(client, cast):
    search_by([cast.zhou_yaning], "别人的词")
    search_by([cast.lin_xiaoman], "自己的词")
    client.force_login(cast.lin_xiaoman)

    page = client.get("/search/history/").content.decode()
    box = client.get("/search/recent/", headers={"HX-Request": "true"}).content.decode()

    for said in (page, box):
        assert "自己的词" in said
        assert "别人的词" not in said
    client.post("/search/history/forget/", {"phrase": "自己的词"})
    assert "自己的词" not in client.get("/search/recent/", headers={"HX-Request": "true"}).content.decode()
    client.post("/search/history/switch/", {"on": "0"})
    assert HistoryOff.objects.get().person == cast.lin_xiaoman


def test_a_browser_tells_what_was_pressed(client, cast):
    client.force_login(cast.lin_xiaoman)
    history.record(cast.lin_xiaoman, "高钾", 2)

    assert client.post("/search/opened/", {"q": "高钾", "what": "page:abc", "rank": "1"}).status_code == 204
    assert (
        client.post("/search/opened/", {"q": "x" * 9000, "what": "😀" * 90, "rank": "²", "way": "?"}).status_code == 204
    )
    recording.flush()

    assert PastSearch.objects.get().rank == 1


@pytest.mark.promise("P24")
def test_the_own_searches_are_in_the_export_and_go_with_the_person(cast):
    from org.personal_data import holdings

    search_by([cast.lin_xiaoman], "高钾")
    mine = next(each for each in holdings() if each.name == "searches")

    assert [row["phrase"] for row in mine.export(cast.lin_xiaoman)] == ["高钾"]
    mine.erase(cast.lin_xiaoman)
    assert not PastSearch.objects.exists()


# -- what others search ----------------------------------------------------------------------------
@pytest.mark.promise("W69")
def test_a_phrase_of_four_people_is_told_to_nobody_and_of_five_to_those_who_find_something(cast, many, readable):
    readable("高钾血症处理")
    search_by(many["qy"][:4], "高钾")
    assert history.popular(cast.lin_xiaoman) == []

    often.forget()
    search_by(many["qy"][4:5], "高钾")
    assert history.popular(cast.lin_xiaoman) == ["高钾"]


@pytest.mark.promise("W69")
def test_the_same_person_five_times_is_one_person(cast, many, readable):
    readable("高钾血症处理")
    for hours in range(5):
        search_by(many["qy"][:1], "高钾")
        PastSearch.objects.update(at=timezone.now() - AGO(hours=hours + 1))

    assert PastSearch.objects.count() == 5
    assert history.popular(cast.lin_xiaoman) == []


@pytest.mark.promise("W69")
def test_what_is_older_than_thirty_days_does_not_count(cast, many, readable):
    readable("高钾血症处理")
    search_by(many["qy"], "高钾", ago=AGO(days=31))

    assert history.popular(cast.lin_xiaoman) == []


@pytest.mark.promise("W4", "W69")
def test_a_phrase_that_leads_to_nothing_this_reader_may_see_is_not_shown(cast, many, readable):
    readable("高钾血症处理")
    search_by(many["qy"], "高钾")

    assert history.popular(cast.lin_xiaoman) == ["高钾"]
    assert history.popular(cast.zhao_jingxing) == []


@pytest.mark.promise("W5", "W69")
def test_when_the_page_goes_the_phrase_goes_with_it(cast, many, readable):
    page = readable("高钾血症处理")
    search_by(many["qy"], "高钾")
    assert history.popular(cast.lin_xiaoman) == ["高钾"]

    ContentPage.objects.filter(pk=page.pk).update(live=False)
    from search import touch

    touch(ContentPage, [page.pk])
    assert history.popular(cast.lin_xiaoman) == []


@pytest.mark.promise("W69")
def test_the_own_hospital_comes_first(cast, many, readable):
    for title in ("高钾血症处理", "低钾血症处理"):
        readable(title)
    search_by([*many["yl"], cast.zhao_jingxing, cast.xu_wenbo], "低钾")
    search_by(many["qy"][:5], "高钾")

    assert history.popular(cast.lin_xiaoman) == ["高钾", "低钾"]


@pytest.mark.promise("W69")
@pytest.mark.parametrize("named", NAMES)
def test_what_names_a_person_is_never_told(cast, many, readable, named):
    readable(f"{named} 高钾")
    search_by(many["qy"], named)

    assert history.popular(cast.lin_xiaoman) == []


@pytest.mark.promise("W69")
@pytest.mark.parametrize("named", NAMES)
def test_librarians_are_not_told_who_was_searched_in_vain_either(cast, many, named):
    last_week(many["qy"], named, 0)

    assert figures.in_vain(Week.last(), [cast.group.path]) == []


@pytest.mark.promise("W69")
def test_a_known_abbreviation_is_no_first_letters_of_a_name(cast, many, readable):
    User.objects.create_user("QY90001", "马瑞英", "x", pinyin="maruiying", initials="mri")
    readable("MRI 检查须知")
    search_by(many["qy"], "MRI")

    assert history.popular(cast.lin_xiaoman) == ["MRI"]


@pytest.mark.promise("W69")
def test_what_the_librarian_took_out_is_not_shown(cast, many, readable):
    readable("高钾血症处理")
    search_by(many["qy"], "高钾")
    assert history.popular(cast.lin_xiaoman) == ["高钾"]

    kept = actions.exclude(None, by=cast.xu_wenbo, unit=cast.group, phrase="高钾")
    assert history.popular(cast.lin_xiaoman) == []

    actions.withdraw(kept, by=cast.xu_wenbo)
    assert history.popular(cast.lin_xiaoman) == ["高钾"]
    assert Decision.objects.count() == 2


def test_what_others_search_is_worked_out_once_in_ten_minutes(cast, many, readable, django_assert_max_num_queries):
    readable("高钾血症处理")
    search_by(many["qy"], "高钾")
    history.popular(cast.lin_xiaoman)

    with django_assert_max_num_queries(3):
        assert history.popular(cast.lin_xiaoman) == ["高钾"]


def test_near_searches_are_counted_from_five_on(cast, many):
    search_by(many["qy"][:4], "夜班补贴 2026")
    assert history.near_searchers("2026 夜班补贴", cast.lin_xiaoman) == 0

    search_by(many["qy"][4:6], "夜班补贴2026")
    assert history.near_searchers("2026 夜班补贴", cast.lin_xiaoman) == 6
    assert history.near_searchers("完全别的", cast.lin_xiaoman) == 0


# -- what a week says ------------------------------------------------------------------------------
def last_week(people, phrase, found, **more):
    search_by(people, phrase, found)
    begin, _end = Week.last().moments
    PastSearch.objects.filter(phrase=phrase).update(at=begin + AGO(days=2), **more)


def test_a_week_in_figures_for_the_own_hospital(cast, many):
    last_week(many["qy"][:3], "高钾", 5, rank=1, opened="page:a", way="hit")
    last_week(many["qy"][3:4], "低钾", 5, rank=2, opened="page:a", way="hit")
    last_week(many["qy"][:4], "没有的", 0)
    last_week(many["yl"], "云岭的", 0)
    search_by(many["qy"], "这一周的")

    said = figures.figures(Week.last(), [cast.qingyu.path])

    assert (said.searches, said.empty, said.first) == (8, 50, 75)
    assert figures.figures(Week.last(), [cast.group.path]).searches == 13
    assert figures.figures(Week.last(), []).searches == 0


@pytest.mark.promise("W36")
def test_phrases_in_vain_are_listed_from_three_people_on(cast, many):
    last_week(many["qy"][:3], "搬床申请表", 0)
    last_week(many["qy"][:2], "两个人搜的", 0)
    last_week(many["qy"][:5], "搜得到的", 4)

    found = figures.in_vain(Week.last(), [cast.qingyu.path])

    assert [(each.phrase, each.times, each.people) for each in found] == [("搬床申请表", 3, 3)]
