"""常用: the hospital's arrangement, until one makes the own."""

import pytest
from django.urls import reverse

from access import audiences
from portal import links
from portal.models import QuickLink

pytestmark = pytest.mark.django_db


@pytest.fixture
def doors(cast, door):
    return [door(name, cast.qingyu, order=place) for place, name in enumerate(("一", "二", "三"))]


@pytest.fixture
def press(client, cast):
    client.force_login(cast.lin_xiaoman)

    def post(view="quick_links", /, **data):
        return client.post(reverse(f"portal:{view}"), data, follow=True)

    return post


def names(user):
    return [door.name for door in links.usual(user)]


@pytest.mark.promise("P17")
def test_whoever_arranged_nothing_sees_the_hospitals_order(cast, doors):
    assert names(cast.lin_xiaoman) == ["一", "二", "三"]
    assert not QuickLink.objects.exists()


@pytest.mark.promise("P17")
def test_one_is_taken_out_and_the_hospitals_arrangement_comes_back(cast, doors, press):
    press(remove=doors[1].uid)
    assert names(cast.lin_xiaoman) == ["一", "三"]
    assert names(cast.zhou_yaning) == ["一", "二", "三"]

    press(add=doors[1].uid)
    assert names(cast.lin_xiaoman) == ["一", "三", "二"]

    press(reset="1")
    assert names(cast.lin_xiaoman) == ["一", "二", "三"]


def test_adding_twice_is_once(cast, doors, press):
    press(add=doors[0].uid)
    press(add=doors[0].uid)

    assert names(cast.lin_xiaoman) == ["一", "二", "三"]


@pytest.mark.promise("P17")
def test_the_order_is_ones_own(cast, doors, press):
    press("quick_link_order", order=[doors[2].uid, doors[0].uid, doors[1].uid])
    assert names(cast.lin_xiaoman) == ["三", "一", "二"]

    press("quick_link_order", move=f"down:{doors[2].uid}")
    assert names(cast.lin_xiaoman) == ["一", "三", "二"]
    assert names(cast.zhou_yaning) == ["一", "二", "三"]


def test_an_own_address_stands_among_them(client, cast, doors, press):
    press(address="https://heart.example/af", name="房颤指南")
    press(address="/spaces/xinnei/", name="科室空间")

    assert names(cast.lin_xiaoman) == ["一", "二", "三", "房颤指南", "科室空间"]
    page = client.get("/").content.decode()
    assert '<a href="https://heart.example/af" target="_blank" rel="noopener noreferrer">' in page

    press(remove=f"own-{QuickLink.objects.get(name='房颤指南').pk}")
    assert names(cast.lin_xiaoman) == ["一", "二", "三", "科室空间"]


@pytest.mark.parametrize("address", ("javascript:alert(1)", "//elsewhere.example", "heart", ""))
def test_an_address_that_runs_is_refused_in_words(doors, press, address):
    answer = press(address=address, name="坏的")

    assert answer.context["form"].errors["address"]
    assert not QuickLink.objects.exists()


def test_there_is_room_for_eight(cast, door, press):
    doors = [door(f"门 {number}", cast.qingyu, order=number) for number in range(10)]

    answer = press(add=doors[9].uid)

    assert "最多 8 个" in answer.content.decode()
    assert names(cast.lin_xiaoman) == [f"门 {number}" for number in range(8)]


@pytest.mark.promise("P17", "W5")
def test_a_door_that_is_no_longer_for_one_leaves_the_own_arrangement(client, cast, doors, press):
    press(add=doors[0].uid)
    press(remove=doors[2].uid)
    doors[0].audience = audiences.intern([audiences.person(cast.zhou_yaning)])
    doors[0].save()

    assert names(cast.lin_xiaoman) == ["二"]
    assert "一" not in [door.name for door in client.get(reverse("portal:quick_links")).context["doors"]]


@pytest.mark.promise("P17")
def test_a_door_of_another_hospital_cannot_be_added_by_its_uid(cast, door, press):
    hidden = door("云岭排班", cast.yunling)

    assert press(add=hidden.uid).status_code == 404
    assert not QuickLink.objects.exists()


def test_a_link_of_somebody_else_cannot_be_taken_out(client, cast, doors, press):
    theirs = QuickLink.objects.create(person=cast.zhou_yaning, name="她的", address="/inbox/")

    press(remove=f"own-{theirs.pk}")

    assert QuickLink.objects.filter(pk=theirs.pk).exists()
