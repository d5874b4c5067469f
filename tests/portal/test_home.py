"""The workbench: what each must do now, first the urgent."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from access.models import AccessRequest
from activity import actions, counting
from activity.about import type_of
from content.models import ContentPage, Draft
from portal import registry
from tests.cast import make_space
from ui.days import today
from wiki.models import Article

pytestmark = pytest.mark.django_db
PEOPLE = ("lin_xiaoman", "zhou_yaning", "shen_zhixia", "han_yuan", "xu_wenbo", "lu_zhixing")


def write(parent, title, **fields):
    page = parent.add_child(instance=Article(title=title, **fields))
    return ContentPage.objects.get(pk=page.pk)


def home(client, person, address="/"):
    client.force_login(person)
    return client.get(address).content.decode()


def queries_of(client, address="/"):
    client.get(address)  # works out the rights
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


def test_it_greets_by_name_and_says_where_one_works(client, cast):
    page = home(client, cast.zhou_yaning)

    assert "好，周雅宁" in page or "夜深了，周雅宁" in page
    assert "青屿医院" in page
    assert "心内一病区" in page


def test_every_part_says_what_to_do_when_there_is_nothing(client, cast):
    page = home(client, cast.lin_xiaoman)

    assert "都处理完了" in page
    assert "还没有读过的页面" in page
    assert "还没有收藏" in home(client, cast.lin_xiaoman, "/cards/side/")


@pytest.mark.promise("P16", "W43")
def test_what_is_due_stands_first_and_the_overdue_in_red(client, cast, space):
    for title, days in (("下周到期", 7), ("早已到期", -3), ("今天到期的", 0), ("半年后", 180)):
        page = write(space, title, maintainer=cast.zhou_yaning)
        ContentPage.objects.filter(pk=page.pk).update(valid_until=today() + datetime.timedelta(days=days))

    page = home(client, cast.zhou_yaning)

    assert page.index("《早已到期》") < page.index("《今天到期的》") < page.index("《下周到期》")
    assert "《半年后》" not in page
    assert '<span class="end is-danger">今天到期</span>' in page
    assert "《早已到期》" not in home(client, cast.lin_xiaoman)


@pytest.mark.promise("P16", "W42")
def test_a_request_waits_for_the_maintainer_and_nobody_else(client, cast, space):
    page = write(space, "内部流程", maintainer=cast.zhou_yaning)
    AccessRequest.objects.create(
        person=cast.zhao_jingxing, about=page, reason="想看步骤", about_type=type_of(ContentPage)
    )

    assert "赵景行 请求查看《内部流程》" in home(client, cast.zhou_yaning)
    assert "请求查看《内部流程》" not in home(client, cast.lin_xiaoman)
    assert "赵景行 请求查看《内部流程》" in home(client, cast.zhou_yaning, "/waiting/?kind=requests")
    assert "内部流程" not in home(client, cast.zhou_yaning, "/waiting/?kind=reviews")


@pytest.mark.promise("W43")
def test_drafts_recent_and_favourites_are_there(client, cast, space):
    nurse = cast.lin_xiaoman
    page = write(space, "交接班要点")
    Draft.objects.create(person=nurse, page=page, parent=space, kind="article", title="没写完的")
    counting.count(nurse, ContentPage, page.pk)
    actions.favourite(nurse, page)

    assert "没写完的" in home(client, nurse)
    assert "交接班要点" in home(client, nurse)
    assert "交接班要点" in home(client, nurse, "/cards/side/")


@pytest.mark.promise("W4", "P16")
def test_nothing_of_another_hospital_is_on_it(client, cast, space):
    page = write(space, "青屿的页", maintainer=cast.zhao_jingxing)
    ContentPage.objects.filter(pk=page.pk).update(valid_until=today())
    counting.count(cast.zhou_yaning, ContentPage, page.pk)
    counting.flush()
    actions.favourite(cast.zhao_jingxing, page)
    counting.count(cast.zhao_jingxing, ContentPage, page.pk)

    for address in ("/", "/cards/main/", "/cards/side/", "/waiting/", "/recent/", "/favourites/"):
        assert "青屿的页" not in home(client, cast.zhao_jingxing, address)


@pytest.mark.promise("P16", "W43")
@pytest.mark.parametrize("name", PEOPLE)
def test_home_costs_at_most_twelve_queries_whatever_is_on_it(client, cast, space, door, name):
    person, counts = getattr(cast, name), []
    client.force_login(person)

    for number in range(12):
        page = write(space, f"第 {number} 页", maintainer=person)
        ContentPage.objects.filter(pk=page.pk).update(valid_until=today())
        Draft.objects.create(person=person, page=page, parent=space, kind="article", title="稿")
        counting.count(person, ContentPage, page.pk)
        counting.flush()
        actions.favourite(person, page)
        door(f"门 {number}", cast.group)
        if number in (0, 11):
            counts.append([queries_of(client, each) for each in ("/", "/cards/main/", "/cards/side/", "/waiting/")])

    assert max(counts[1]) <= 12
    assert counts[0] == counts[1]


def test_a_waiting_request_costs_two_queries_more_and_a_hundred_no_more_than_one(client, cast, space):
    client.force_login(cast.zhou_yaning)
    counts = []
    for number in range(3):
        page = write(space, f"第 {number} 页", maintainer=cast.zhou_yaning)
        AccessRequest.objects.create(person=cast.zhao_jingxing, about=page, about_type=type_of(ContentPage))
        counts.append(queries_of(client))

    assert len(set(counts)) == 1
    assert counts[0] <= 12


def test_features_register_cards_and_portal_knows_none(client, cast, monkeypatch):
    monkeypatch.setattr(registry, "_cards", {})

    @registry.card(
        "banner", 1, "portal/cards/recent.html", column=registry.URGENT, show=lambda u: u == cast.lin_xiaoman
    )
    def banner(user):
        return {"lines": [registry.Line("1 条危急值等您确认", "/alerts/")]}

    @registry.card("empty", 2, "portal/cards/recent.html")
    def empty(user):
        return None

    page = home(client, cast.lin_xiaoman)
    assert page.index("1 条危急值等您确认") < page.index('class="cols"')
    assert page.count('id="h-recent"') == 1
    assert "危急值" not in home(client, cast.zhou_yaning)


def test_more_than_fifty_of_a_kind_are_told_as_fifty_and_more(client, cast, monkeypatch):
    class Many(registry.Waiting):
        name, label = "many", "很多"

        def rows(self, user):
            return list(range(registry.MOST + 1))

        def errand(self, row):
            return registry.Errand(registry.Line(f"第 {row} 件", "/"))

    monkeypatch.setattr(registry, "_waiting", {"many": Many()})

    assert "50+" in home(client, cast.lin_xiaoman)
    assert home(client, cast.lin_xiaoman, "/waiting/").count('class="wt"') == registry.MOST
