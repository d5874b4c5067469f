"""Every hospital and department has a space from its first day; other spaces are asked for."""

import pytest
from django.urls import reverse

from access.picker.tokens import tokens_of
from content.choices import SpaceKind
from content.models import ContentPage, Space, SpaceRequest
from jobs.testing import run_due
from notifications.models import Notice
from org.choices import UnitKind
from org.models import Membership
from people.actions import units
from tests.cast import LONG_AGO

pytestmark = pytest.mark.django_db
ASKED = {"title": "胸痛中心", "reason": "三个科室一起写流程"}


def ask(client, cast):
    client.force_login(cast.lin_xiaoman)
    return client.post(reverse("content:ask_space"), {**ASKED, "unit": cast.cardiology.pk})


def told(person):
    run_due()
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_a_new_department_has_its_space_at_once(client, cast):
    unit = units.open_below(cast.qingyu, by=cast.lu_zhixing, kind=UnitKind.DEPARTMENT, name="肾脏内科", code="QY-SN")

    space = Space.objects.get(unit=unit)
    assert (space.title, space.slug, space.kind) == ("肾脏内科知识库", "qy-sn", SpaceKind.UNIT)
    Membership.objects.create(
        person=cast.zhao_jingxing, unit=unit, position=cast.positions.director, starts_on=LONG_AGO
    )
    assert ContentPage.objects.may(cast.zhao_jingxing, "steward").filter(pk=space.pk).exists()
    client.force_login(cast.lin_xiaoman)
    assert client.get(space.get_absolute_url()).status_code == 404


def test_a_ward_shares_the_space_of_its_department_and_a_unit_opened_again_gets_no_second(cast):
    units.open_below(cast.cardiology, by=cast.lu_zhixing, kind=UnitKind.WARD, name="三病区", code="QY-XN3")
    assert not Space.objects.exists()
    unit = units.open_below(cast.qingyu, by=cast.lu_zhixing, kind=UnitKind.DEPARTMENT, name="肾脏内科", code="QY-SN")

    units.close(unit, by=cast.lu_zhixing)
    units.reopen(unit, by=cast.lu_zhixing)

    assert Space.objects.count() == 1


def test_two_codes_that_look_alike_in_an_address_get_two(cast):
    for code in ("QY-SN", "QY_SN", "肾内"):
        units.open_below(cast.qingyu, by=cast.lu_zhixing, kind=UnitKind.DEPARTMENT, name=f"科室{code}", code=code)

    slugs = sorted(Space.objects.values_list("slug", flat=True))
    assert slugs[:2] == ["qy-sn", "qy-sn-2"] or slugs[1:] == ["qy-sn", "qy-sn-2"]
    assert len(slugs) == 3


def test_the_office_is_told_makes_the_space_and_who_asked_keeps_it(client, cast):
    answer = ask(client, cast)
    assert answer.status_code == 302
    request = SpaceRequest.objects.get()
    assert told(cast.xu_wenbo) == ["space.asked"]
    client.force_login(cast.xu_wenbo)
    assert "胸痛中心" in client.get(reverse("portal:waiting")).content.decode()
    page = client.get(reverse("content:space_request", args=[request.pk]))
    form = page.context["form"]
    assert (form["slug"].value(), form["title"].value()) == ("qy-xn", "胸痛中心")

    people = {name: tokens_of(form[name].value()) for name in ("readers", "editors", "stewards")}
    facts = {name: form[name].value() for name in ("title", "summary", "slug", "quota_mb")}
    client.post(reverse("content:space_request", args=[request.pk]), {**facts, **people, "unit": cast.cardiology.pk})

    made = Space.objects.get()
    assert ContentPage.objects.may(cast.lin_xiaoman, "steward").filter(pk=made.pk).exists()
    assert told(cast.lin_xiaoman) == ["space.given"]
    assert "胸痛中心" not in client.get(reverse("portal:waiting")).content.decode()


def test_it_is_declined_with_a_reason(client, cast):
    ask(client, cast)
    request = SpaceRequest.objects.get()
    client.force_login(cast.xu_wenbo)
    address = reverse("content:space_request_decline", args=[request.pk])
    client.post(address, {"answer": ""})
    assert SpaceRequest.objects.waiting().exists()

    client.post(address, {"answer": "写进科室空间就好"})
    client.post(address, {"answer": "再答一次"})

    assert SpaceRequest.objects.get().answer == "写进科室空间就好"
    assert told(cast.lin_xiaoman) == ["space.declined"]
    client.force_login(cast.lin_xiaoman)
    assert "写进科室空间就好" in client.get(reverse("content:ask_space")).content.decode()


def test_nobody_else_reads_or_decides_it(client, cast):
    ask(client, cast)
    pk = SpaceRequest.objects.get().pk
    assert client.get(reverse("content:space_request", args=[pk])).status_code == 200
    assert client.post(reverse("content:space_request_decline", args=[pk]), {"answer": "不"}).status_code == 404

    for person in (cast.zhao_jingxing, cast.zhou_yaning):
        client.force_login(person)
        assert client.get(reverse("content:space_request", args=[pk])).status_code == 404
        assert client.post(reverse("content:space_request_decline", args=[pk]), {"answer": "不"}).status_code == 404


def test_one_asks_for_ones_own_units_only_and_not_without_end(client, cast):
    client.force_login(cast.lin_xiaoman)
    assert client.post(reverse("content:ask_space"), {**ASKED, "unit": cast.yunling.pk}).status_code == 422

    answers = [ask(client, cast).status_code for _ in range(6)]

    assert answers == [302] * 5 + [422]
