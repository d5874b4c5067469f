"""Whoever searches in vain asks for the page, and hears of it when it is there."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from access import audiences
from audit.models import Decision
from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage
from content.wanted import weekly
from jobs.testing import run_due
from notifications.models import Notice
from portal import registry, waiting
from search.history.figures import Week
from search.models import Missing, PastSearch, Wish
from search.wishes import actions, asking
from search.wishes.errors import AskedEnough, ReasonMissing, Settled
from tests.cast import make_space
from tests.search.conftest import write

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W36")]


@pytest.fixture
def kidneys(cast):
    """A space whose pages 周雅宁 maintains and which 沈知夏 keeps; for everybody of 青屿医院."""
    space = make_space(
        cast.qingyu,
        slug="kidneys",
        title="肾脏内科知识库",
        editors=[audiences.person(cast.zhou_yaning)],
        stewards=[audiences.person(cast.shen_zhixia)],
    )
    write(space, "高钾血症的处理", "急诊血液透析的启动条件", maintainer=cast.zhou_yaning)
    run_due()
    return space


@pytest.fixture
def wish(cast, kidneys):
    return wished(cast.lin_xiaoman, "高钾 透析指征", question="夜里找谁")


def wished(person, phrase, **more):
    return actions.ask(person, phrase=phrase, taker=asking.taker_for(phrase, person), **more)


def publish(cast, space, title):
    page = writing.create(space, "article", by=cast.zhou_yaning, text=Text(title, "正文。"))
    publishing.publish(page, by=cast.zhou_yaning)
    run_due()
    return ContentPage.objects.get(pk=page.pk)


def told(person):
    run_due()
    return [notice.kind for notice in Notice.objects.of(person).order_by("pk")]


# -- where it goes ---------------------------------------------------------------------------------
def test_it_goes_to_who_maintains_what_comes_near(cast, kidneys, wish):
    assert (wish.space_id, wish.maintainer) == (kidneys.pk, cast.zhou_yaning)
    assert told(cast.zhou_yaning) == ["wish.asked"]
    assert told(cast.shen_zhixia) == []


@pytest.mark.promise("W4")
def test_what_the_asker_may_not_see_neither_takes_nor_is_named(client, cast, kidneys):
    client.force_login(cast.zhao_jingxing)

    page = client.get("/search/wish/", {"q": "高钾 透析"}).content.decode()

    assert "肾脏内科知识库" not in page
    assert "周雅宁" not in page
    assert wished(cast.zhao_jingxing, "高钾 透析").space_id is None


def test_where_nothing_comes_near_the_own_units_space_takes_it_or_the_librarians(cast):
    assert wished(cast.lin_xiaoman, "完全没有的东西").space_id is None
    assert told(cast.xu_wenbo) == ["wish.asked"]

    own = make_space(cast.ward, slug="ward", stewards=[audiences.person(cast.shen_zhixia)])
    assert wished(cast.lin_xiaoman, "另外一件没有的").space_id == own.pk


# -- many ask for the same -------------------------------------------------------------------------
def test_a_near_equal_wish_gets_one_voice_more(cast, wish):
    again = wished(cast.shen_zhixia, "透析指征 高钾", question="白天呢")

    assert again == wish
    assert [each.question for each in wish.wishers.all()] == ["夜里找谁", "白天呢"]
    assert told(cast.zhou_yaning) == ["wish.asked"]


def test_asking_twice_is_one_voice_with_the_later_words(cast, wish):
    wished(cast.lin_xiaoman, "高钾 透析指征", question="现在找谁")

    assert [each.question for each in wish.wishers.all()] == ["现在找谁"]


def test_another_question_is_another_wish(cast, wish):
    assert wished(cast.shen_zhixia, "高钾血症用什么药") != wish


def test_a_person_asks_for_five_pages_a_day(cast, kidneys):
    for name in ("心电图", "胰岛素", "降钾树脂", "钙剂", "饮食"):
        wished(cast.lin_xiaoman, f"高钾 {name}")

    with pytest.raises(AskedEnough):
        wished(cast.lin_xiaoman, "高钾 运动")
    wished(cast.lin_xiaoman, "高钾 饮食", question="一样的不算多")
    wished(cast.han_yuan, "高钾 运动")


# -- what comes of it ------------------------------------------------------------------------------
def test_whoever_asked_is_told_which_page_answers(cast, kidneys, wish):
    page = ContentPage.objects.get(title="急诊血液透析的启动条件")

    assert actions.answer(wish, page, by=cast.zhou_yaning) == 0

    assert told(cast.lin_xiaoman) == ["wish.answered"]
    assert Decision.objects.filter(verb="wish.answered", by=cast.zhou_yaning).exists()
    with pytest.raises(Settled):
        actions.decline(wish, by=cast.zhou_yaning, reason="不写")


@pytest.mark.promise("W4")
def test_whoever_may_not_see_the_answer_is_not_told_its_name(cast, kidneys, wish):
    closed = make_space(cast.emergency, slug="closed", readers=[audiences.person(cast.zhou_yaning)])
    (page,) = write(closed, "只给几个人看的")

    assert actions.answer(wish, ContentPage.objects.get(pk=page.pk), by=cast.zhou_yaning) == 1

    assert told(cast.lin_xiaoman) == []


def test_a_no_wants_a_reason_and_the_asker_reads_it(client, cast, wish):
    with pytest.raises(ReasonMissing):
        actions.decline(wish, by=cast.zhou_yaning, reason="  ")

    actions.decline(wish, by=cast.zhou_yaning, reason="药师已有说明，请看药学部")

    assert told(cast.lin_xiaoman) == ["wish.declined"]
    client.force_login(cast.lin_xiaoman)
    assert "药师已有说明" in client.get(f"/search/wishes/{wish.pk}/").content.decode()
    assert "药师已有说明" in client.get("/inbox/").content.decode()


def test_whoever_wants_no_notice_gets_none(cast, kidneys, wish):
    wished(cast.lin_xiaoman, "高钾 透析指征", wants_notice=False)

    actions.decline(wish, by=cast.zhou_yaning, reason="不写")

    assert told(cast.lin_xiaoman) == []


def test_a_page_that_goes_live_under_such_a_title_is_offered_and_still_may_be_answered(client, cast, kidneys, wish):
    page = publish(cast, kidneys, "高钾血症的透析指征与联系流程")

    assert told(cast.lin_xiaoman) == ["wish.offered"]
    wish.refresh_from_db()
    assert (wish.is_waiting, wish.answer_id) == (True, page.pk)
    client.force_login(cast.zhou_yaning)
    assert page.title in client.get(f"/search/wishes/{wish.pk}/").content.decode()


@pytest.mark.promise("W4")
def test_it_is_offered_only_to_who_may_read_it(cast, kidneys, wish):
    closed = make_space(
        cast.emergency, slug="closed", readers=[audiences.person(cast.zhou_yaning)],
        editors=[audiences.person(cast.zhou_yaning)],
    )  # fmt: skip
    publish(cast, closed, "高钾血症的透析指征")

    assert told(cast.lin_xiaoman) == []


def test_a_page_about_something_else_is_offered_to_nobody(cast, kidneys, wish):
    publish(cast, kidneys, "低钾血症的处理")

    assert told(cast.lin_xiaoman) == []


# -- who sees it -----------------------------------------------------------------------------------
def test_it_waits_for_its_maintainer_and_for_the_stewards(cast, wish):
    kind = next(each for each in registry.kinds_of_waiting() if each.name == "wishes")
    rows = {name: kind.rows(getattr(cast, name)) for name in ("zhou_yaning", "shen_zhixia", "lin_xiaoman", "han_yuan")}

    assert rows == {"zhou_yaning": [wish], "shen_zhixia": [wish], "lin_xiaoman": [], "han_yuan": []}
    (errand,) = waiting.urgent_first([waiting.Pile(kind, rows["zhou_yaning"])])
    assert "1 位同事找过" in errand.line.facts


@pytest.mark.parametrize(
    ("who", "status", "sees_who"),
    [("zhou_yaning", 200, True), ("shen_zhixia", 200, True), ("xu_wenbo", 200, True), ("lin_xiaoman", 200, False),
     ("han_yuan", 404, False), ("zhao_jingxing", 404, False)],
)  # fmt: skip
@pytest.mark.promise("W69")
def test_who_asked_is_said_only_to_who_answers(client, cast, wish, who, status, sees_who):
    wished(cast.shen_zhixia, "高钾 透析指征", question="白天的问题")
    client.force_login(getattr(cast, who))

    page = client.get(f"/search/wishes/{wish.pk}/")

    assert page.status_code == status
    assert ("白天的问题" in page.content.decode()) is sees_who


def test_only_who_answers_may_answer(client, cast, wish):
    for person in (cast.lin_xiaoman, cast.han_yuan):
        client.force_login(person)
        assert client.post(f"/search/wishes/{wish.pk}/decline/", {"reason": "不写"}).status_code == 404
        assert client.post(f"/search/wishes/{wish.pk}/answer/", {"title": "高钾血症的处理"}).status_code == 404
    assert Wish.objects.waiting().count() == 1


def test_it_is_asked_and_answered_on_the_screen(client, cast, kidneys):
    client.force_login(cast.lin_xiaoman)
    offered = client.get("/search/wish/", {"q": "高钾 透析指征"}).content.decode()
    assert "肾脏内科知识库" in offered
    assert "周雅宁" in offered
    client.post("/search/wish/", {"q": "高钾 透析指征", "question": "夜里找谁", "wants_notice": "on"})
    wish = Wish.objects.get()

    client.force_login(cast.zhou_yaning)
    page = ContentPage.objects.get(title="急诊血液透析的启动条件")
    assert client.post(f"/search/wishes/{wish.pk}/answer/", {"title": "没有的", "uid": ""}).status_code == 422
    assert client.post(f"/search/wishes/{wish.pk}/decline/", {"reason": ""}).status_code == 422
    client.post(f"/search/wishes/{wish.pk}/answer/", {"title": page.title, "uid": page.uid})

    assert told(cast.lin_xiaoman) == ["wish.answered"]


@pytest.mark.parametrize("query", ["", "？", "字" * 900, "'\"><script>", "高钾 AND ("])
def test_odd_words_ask_for_nothing_and_break_nothing(client, cast, query):
    client.force_login(cast.lin_xiaoman)

    assert client.get("/search/wish/", {"q": query}).status_code == 200
    assert client.post("/search/wish/", {"q": query}).status_code in (200, 302, 422)


# -- every week ------------------------------------------------------------------------------------
@pytest.fixture
def in_vain(cast):
    """in_vain("词", people): searched in vain last week."""

    def searched(phrase, people, times=1):
        begin, _end = Week.last().moments
        for person in people:
            for hour in range(times):
                at = begin + timedelta(hours=hour)
                PastSearch.objects.create(person=person, hospital=cast.qingyu, phrase=phrase, folded=phrase, at=at)

    return searched


@pytest.fixture
def monday(monkeypatch):
    monkeypatch.setattr(weekly, "FRESH", 7)  # whatever day the tests run on


def test_the_stewards_hear_once_a_week_what_was_searched_in_vain_near_their_space(
    client, cast, kidneys, in_vain, monday
):
    three = [cast.lin_xiaoman, cast.han_yuan, cast.zhou_yaning]
    in_vain("高钾 透析指征", three, times=2)
    in_vain("高钾 只有两人", three[:2])
    in_vain("透析 林小满", three)

    weekly.tell()
    weekly.tell()

    assert told(cast.shen_zhixia) == ["space.missing"]
    notice = Notice.objects.get()
    assert notice.values == {"phrases": ["高钾 透析指征"], "count": 1}
    assert (notice.about_type, notice.about_id) == (ContentType.objects.get_for_model(ContentPage), kidneys.pk)
    assert [(each.phrase, each.times, each.people) for each in Missing.objects.all()] == [("高钾 透析指征", 6, 3)]


def test_a_space_shows_its_writers_what_is_missing(client, cast, kidneys):
    Missing.objects.create(space_id=kidneys.pk, monday=Week.last().monday, phrase="透析夜间电话", times=14, people=9)

    client.force_login(cast.zhou_yaning)
    assert "透析夜间电话" in client.get("/spaces/kidneys/").content.decode()
    assert ">透析夜间电话</textarea>" in client.get("/spaces/kidneys/new/?title=透析夜间电话").content.decode()
    client.force_login(cast.han_yuan)
    assert "透析夜间电话" not in client.get("/spaces/kidneys/").content.decode()


def test_a_wish_that_waits_is_in_the_librarians_figures(client, cast, wish):
    Wish.objects.update(asked_at=timezone.now() - timedelta(days=3))
    client.force_login(cast.xu_wenbo)

    shown = client.get("/search/words/").context

    assert (shown["wishes"], shown["oldest"]) == (1, 3)
