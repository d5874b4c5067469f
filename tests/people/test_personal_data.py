"""A person's data are handed out and, after leaving, erased, with what stays and why."""

import io
import json
import zipfile

import pytest
from django.urls import reverse

from activity.models import Favourite, Visit
from audit.models import Decision
from content.models import ContentPage
from org.actions import leave
from org.leaving import head_above
from org.models import Membership, Role, User
from people.actions import accounts
from people.actions.erasing import erase
from people.actions.errors import Refused
from people.models import Erasure, Profile
from people.personal import exported
from tests.cast import make_space
from ui.days import today
from wiki.models import Article

pytestmark = pytest.mark.django_db


def held_about(person):
    with zipfile.ZipFile(io.BytesIO(exported(person))) as archive:
        return json.loads(archive.read("data.json"))["held"]


@pytest.mark.promise("P24")
def test_everybody_takes_the_own_data_along(client, cast):
    Profile.objects.create(person=cast.lin_xiaoman, room="1 号楼 9 层")
    client.force_login(cast.lin_xiaoman)

    answer = client.post(reverse("people:own_data"))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        held = json.loads(archive.read("data.json"))["held"]
    assert held["account"]["rows"]["number"] == "QY10874"
    assert held["profile"]["rows"]["room"] == "1 号楼 9 层"
    assert [post["unit__name"] for post in held["posts"]["rows"]] == ["心血管内科一病区"]
    assert len(held["sessions"]["rows"]) == 1
    assert Decision.objects.get(verb="person.exported").about_key == cast.lin_xiaoman.uid


@pytest.mark.promise("P24")
def test_nobody_takes_the_data_of_a_colleague_who_is_still_here(client, cast):
    client.force_login(cast.lu_zhixing)

    assert client.post(reverse("people:data", args=[cast.lin_xiaoman.uid])).status_code == 404


@pytest.mark.promise("P24")
def test_after_erasure_nothing_tells_who_it_was(cast):
    lin = cast.lin_xiaoman
    accounts.change(lin, by=cast.lu_zhixing, phone="13800000874")
    Profile.objects.create(person=lin, about="喜欢跑步")
    Favourite.objects.create(person=lin, about=cast.ward)
    Visit.objects.create(person=lin, about=cast.ward)
    Role.objects.create(person=lin, kind="approver", unit=cast.ward)
    leave(lin, day=today(), by=cast.lu_zhixing)

    erasure = erase(lin, by=cast.lu_zhixing, reason="本人书面申请")

    lin = User.objects.get(pk=lin.pk)
    assert "林小满" not in (lin.name, lin.pinyin)
    assert (lin.phone, lin.email, lin.is_active, lin.has_usable_password()) == (None, None, False, False)
    assert "QY10874" not in lin.number
    assert not Profile.objects.filter(person=lin).exists()
    assert not Visit.objects.filter(person=lin).exists()
    assert not Favourite.objects.filter(person=lin).exists()
    assert not Decision.objects.filter(about_name__contains="林小满").exists()
    assert [each["what"] for each in erasure.kept] == ["任职", "角色", "账号的编号"]
    assert all(each["why"] for each in erasure.kept)


@pytest.mark.promise("P23", "P24")
def test_the_record_stays_under_a_pseudonym(cast):
    accounts.change(cast.han_yuan, by=cast.lin_xiaoman, name="韩宇安")
    before = Decision.objects.filter(by=cast.lin_xiaoman).count()
    leave(cast.lin_xiaoman, day=today(), by=cast.lu_zhixing)

    erase(cast.lin_xiaoman, by=cast.lu_zhixing, reason="本人书面申请")

    assert Decision.objects.filter(by=cast.lin_xiaoman).count() == before
    assert Decision.objects.filter(verb="person.erased").get().about_name.startswith("已注销同事")


@pytest.mark.promise("P24")
def test_erasing_waits_until_somebody_has_left(cast):
    with pytest.raises(Refused, match="还在职"):
        erase(cast.lin_xiaoman, by=cast.lu_zhixing, reason="本人书面申请")

    assert not Erasure.objects.exists()


def test_erasing_twice_is_once(cast):
    leave(cast.lin_xiaoman, day=today(), by=cast.lu_zhixing)

    first = erase(cast.lin_xiaoman, by=cast.lu_zhixing, reason="本人书面申请")

    assert erase(cast.lin_xiaoman, by=cast.lu_zhixing, reason="再来一次") == first


def test_the_number_is_typed_before_anything_is_erased(client, cast):
    leave(cast.lin_xiaoman, day=today(), by=cast.lu_zhixing)
    client.force_login(cast.lu_zhixing)
    address = reverse("people:erase", args=[cast.lin_xiaoman.uid])

    client.post(address, {"reason": "申请", "number": "QY1"})
    assert not Erasure.objects.exists()

    answer = client.post(address, {"reason": "申请", "number": "QY10874"}, follow=True)
    assert "任职" in answer.content.decode()


# -- leaving -------------------------------------------------------------------------------------


@pytest.mark.promise("W44")
def test_a_leavers_pages_go_to_the_head(cast):
    director = User.objects.create_user("QY10001", "江予舟")
    Membership.objects.create(person=director, unit=cast.cardiology, position=cast.positions.director)
    page = make_space(cast.ward, slug="ward").add_child(instance=Article(title="交接班", maintainer=cast.zhou_yaning))

    leave(cast.zhou_yaning, day=today(), by=cast.lu_zhixing)

    assert ContentPage.objects.get(pk=page.pk).maintainer == director
    assert Decision.objects.get(verb="page.handed_over").about_key == page.uid


@pytest.mark.promise("W44")
def test_without_a_head_they_go_to_an_administrator_and_are_never_nobodys(cast):
    page = make_space(cast.ward, slug="ward").add_child(instance=Article(title="交接班", maintainer=cast.zhou_yaning))
    assert head_above(cast.zhou_yaning) is None

    leave(cast.zhou_yaning, day=today(), by=cast.xu_wenbo)

    assert ContentPage.objects.get(pk=page.pk).maintainer == cast.lu_zhixing


def test_the_nearest_head_takes_over(cast):
    director = User.objects.create_user("QY10001", "江予舟")
    Membership.objects.create(person=director, unit=cast.cardiology, position=cast.positions.director)
    nurse = User.objects.create_user("QY10002", "林可欣")
    Membership.objects.create(person=nurse, unit=cast.ward, position=cast.positions.head_nurse)

    assert head_above(cast.zhou_yaning) == nurse
    assert head_above(nurse) == director
