"""Roles are dated, given by others, and recorded; and a page says why somebody may see something."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access import audiences, explain
from access.models import Grant
from access.reach import reach_of
from audit.models import Decision
from content.models import ContentPage
from jobs.testing import run_due
from notifications import registry
from notifications.models import Notice
from org.choices import RoleKind
from org.models import Membership, Role
from people.actions import roles
from people.actions.breaking import look_inside
from people.actions.errors import Refused
from tests.cast import make_space
from tests.days import tomorrow, yesterday
from ui.days import today
from wiki.models import Article

pytestmark = pytest.mark.django_db


def give(person, unit, by, kind=RoleKind.APPROVER, **dates):
    dates = {"starts_on": today(), "ends_on": None} | dates
    return roles.give(person, kind, unit, reason="科务会", by=by, **dates)


@pytest.mark.promise("P15")
def test_a_role_holds_from_its_first_day_to_its_last(cast):
    give(cast.zhou_yaning, cast.ward, cast.lu_zhixing)
    give(cast.lin_xiaoman, cast.ward, cast.lu_zhixing, starts_on=tomorrow())

    assert reach_of(cast.zhou_yaning).has_role("approver", cast.ward)
    assert not reach_of(cast.zhou_yaning).has_role("approver", cast.emergency)
    assert not reach_of(cast.lin_xiaoman).has_role("approver")


@pytest.mark.promise("P15")
def test_nobody_changes_the_own_roles(cast):
    with pytest.raises(Refused, match="自己"):
        give(cast.lu_zhixing, cast.group, cast.lu_zhixing)
    with pytest.raises(Refused, match="自己"):
        roles.change(cast.lu_zhixing.roles.get(), ends_on=tomorrow(), reason="", by=cast.lu_zhixing)


def test_the_same_role_is_not_given_twice_for_the_same_days(cast):
    give(cast.zhou_yaning, cast.ward, cast.lu_zhixing, ends_on=tomorrow())

    with pytest.raises(Refused, match="已经有这个角色"):
        give(cast.zhou_yaning, cast.ward, cast.lu_zhixing)
    assert give(cast.zhou_yaning, cast.ward, cast.lu_zhixing, starts_on=tomorrow() + datetime.timedelta(days=1))


@pytest.mark.promise("W5", "P15")
def test_a_role_that_is_ended_is_gone_with_the_next_request(cast):
    role = give(cast.zhou_yaning, cast.ward, cast.lu_zhixing, starts_on=yesterday())
    assert reach_of(cast.zhou_yaning).has_role("approver")

    roles.change(role, ends_on=yesterday(), reason="调岗", by=cast.lu_zhixing)

    assert not reach_of(cast.zhou_yaning).has_role("approver")


@pytest.mark.promise("P23")
def test_every_change_of_a_role_is_recorded_and_told(cast):
    role = give(cast.zhou_yaning, cast.ward, cast.lu_zhixing)
    roles.change(role, ends_on=tomorrow(), reason="延期", by=cast.lu_zhixing)
    run_due(name="notifications.send")

    rows = Decision.objects.filter(verb__startswith="role.").order_by("pk")
    assert [(row.verb, row.by, row.reason) for row in rows] == [
        ("role.given", cast.lu_zhixing, "科务会"),
        ("role.changed", cast.lu_zhixing, "延期"),
    ]
    kinds = Notice.objects.filter(person=cast.zhou_yaning).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["role.given", "role.changed"]


def test_the_last_approver_of_a_unit_is_pointed_out(cast, client):
    role = give(cast.zhou_yaning, cast.ward, cast.lu_zhixing)
    client.force_login(cast.lu_zhixing)
    address = reverse("people:role", args=[role.pk])
    values = {"ends_on": today().isoformat(), "reason": "调岗"}

    assert "请先加一位审批人" in client.post(address, values).content.decode()
    assert client.post(address, values | {"sure": "on"}).status_code == 302


@pytest.mark.promise("P15")
def test_heads_are_shown_and_cannot_be_given(client, cast):
    client.force_login(cast.lu_zhixing)

    page = client.get(reverse("people:roles_of", args=[cast.emergency.uid])).content.decode()

    assert "护士长" in page
    assert "随岗位" in page


def test_a_hospitals_administrator_gives_roles_within_the_own_part_only(client, cast):
    give(cast.shen_zhixia, cast.qingyu, cast.lu_zhixing, kind=RoleKind.ADMINISTRATOR)
    client.force_login(cast.shen_zhixia)
    values = {"person": "QY10231", "kind": "approver", "starts_on": today().isoformat(), "reason": "科务会"}

    assert client.post(reverse("people:roles_of", args=[cast.ward.uid]), values).status_code == 302
    assert client.post(reverse("people:roles_of", args=[cast.yunling.uid]), values).status_code == 404
    assert [role.unit for role in Role.objects.filter(kind="approver")] == [cast.ward]


def test_whom_a_name_means_is_asked_when_it_is_not_clear(client, cast):
    client.force_login(cast.lu_zhixing)
    values = {"kind": "approver", "starts_on": today().isoformat(), "reason": "科务会"}
    address = reverse("people:roles_of", args=[cast.ward.uid])

    assert "没有找到这位同事" in client.post(address, values | {"person": "无此人"}).content.decode()
    assert client.post(address, values | {"person": "周雅宁"}).status_code == 302


def test_the_list_of_roles_costs_the_same_for_any_length(client, cast):
    client.force_login(cast.lu_zhixing)
    address = reverse("people:roles_of", args=[cast.qingyu.uid])

    def count():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    give(cast.zhou_yaning, cast.ward, cast.lu_zhixing)
    one = count()
    for person in (cast.lin_xiaoman, cast.shen_zhixia, cast.han_yuan):
        give(person, cast.emergency, cast.lu_zhixing)

    assert count() == one


# -- why -----------------------------------------------------------------------------------------


@pytest.fixture
def page(cast):
    space = make_space(cast.qingyu, slug="chest-pain", title="胸痛中心", stewards=[audiences.person(cast.shen_zhixia)])
    nurses = audiences.intern([audiences.everyone_in(cast.group, position_kind="nurse")])
    return space.add_child(instance=Article(title="急性胸痛接诊流程", audience=nurses))


def explained(person, page, day=None):
    kind, thing = explain.find(page.uid)
    return explain.explain(person, kind, thing, day)


@pytest.mark.promise("P15")
def test_why_somebody_may_see_a_page_is_told_level_by_level(cast, page):
    explanation = explained(cast.lin_xiaoman, page)

    assert explanation.is_open
    assert [(answer.level.title, answer.is_open) for answer in explanation.answers] == [
        ("胸痛中心", True),
        ("急性胸痛接诊流程", True),
    ]
    assert explanation.answers[0].let_in == ["属于“青屿医院及下级”：心内一病区 护士，2020 年 1 月 1 日起"]
    assert explanation.answers[1].let_in == ["属于“宏智医疗集团及下级 · 护士”：心内一病区 护士，2020 年 1 月 1 日起"]


@pytest.mark.promise("P15")
def test_why_somebody_may_not_see_it_names_the_level(cast, page):
    assert [answer.is_open for answer in explained(cast.zhao_jingxing, page).answers] == [False, True]
    assert [answer.is_open for answer in explained(cast.zhou_yaning, page).answers] == [True, False]
    assert not explained(cast.zhao_jingxing, page).is_open


@pytest.mark.promise("P14", "P15")
def test_another_day_shows_how_it_will_be(cast, page):
    Membership.objects.create(
        person=cast.zhao_jingxing,
        unit=cast.emergency,
        position=cast.positions.nurse,
        starts_on=tomorrow(),
        is_main=False,
    )

    assert not explained(cast.zhao_jingxing, page).is_open
    assert explained(cast.zhao_jingxing, page, tomorrow()).is_open


@pytest.mark.parametrize("person", ["lin_xiaoman", "zhou_yaning", "shen_zhixia", "zhao_jingxing", "xu_wenbo"])
def test_the_explanation_agrees_with_the_rule(cast, page, person):
    person = getattr(cast, person)
    sees = ContentPage.objects.visible_to(person).filter(pk=page.pk).exists()

    assert explained(person, page).is_open == sees
    assert all(answer.is_open for answer in explained(person, page).answers) == sees


def test_who_asks_why_is_recorded(client, cast, page):
    client.force_login(cast.lu_zhixing)
    values = {"person": "QY10874", "day": today().isoformat(), "thing": f"http://testserver/wiki/{page.uid}/words"}

    answer = client.post(reverse("people:why"), values).content.decode()

    assert "看得到" in answer
    assert "急性胸痛接诊流程" not in answer.partition("结果")[2]  # who may not read it is not told its title
    assert Decision.objects.get(verb="access.explained").after["person"] == cast.lin_xiaoman.uid


def test_a_steward_may_ask_about_the_own_page_and_a_stranger_about_nothing(client, cast, page):
    client.force_login(cast.shen_zhixia)
    assert client.get(reverse("people:why") + f"?thing={page.uid}").status_code == 200

    client.force_login(cast.zhao_jingxing)
    assert client.get(reverse("people:why") + f"?thing={page.uid}").status_code == 404


def test_breaking_the_glass_opens_for_a_day_and_tells_the_stewards(cast, page):
    kind, thing = explain.find(page.uid)
    with pytest.raises(Refused, match="原因"):
        look_inside(kind, thing, reason="看看", by=cast.lu_zhixing)

    look_inside(kind, thing, reason="投诉核查，编号 2026-031", by=cast.lu_zhixing)
    run_due(name="notifications.send")

    assert ContentPage.objects.visible_to(cast.lu_zhixing).filter(pk=page.pk).exists()
    grant = Grant.objects.get()
    assert (grant.is_break_glass, grant.ends_on) == (True, today())
    assert Notice.objects.get(person=cast.shen_zhixia).kind == "access.broken_open"
    assert Decision.objects.get(verb="access.broken_open").reason == "投诉核查，编号 2026-031"


def test_only_administrators_of_its_unit_break_the_glass(client, cast, page):
    Role.objects.create(person=cast.zhao_jingxing, kind="administrator", unit=cast.yunling)
    client.force_login(cast.zhao_jingxing)

    answer = client.post(reverse("people:break_glass", args=[page.uid]), {"reason": "我就是想看一看"})

    assert answer.status_code == 404
    assert not Grant.objects.exists()


def test_the_notice_says_which_role_and_where(cast):
    give(cast.zhou_yaning, cast.ward, cast.lu_zhixing)
    run_due(name="notifications.send")

    notice = Notice.objects.get(person=cast.zhou_yaning)
    assert registry.find(notice.kind).sentence(notice) == "您成为心内一病区的审批人"
