"""The screens of administrators answer them, and are nothing to everybody else."""

import io

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from access import audiences
from access.reach import reach_of
from audit.models import Decision
from jobs.testing import run_due
from org.models import Membership, Role, Slip, Unit, User
from people.actions import imports
from people.models import StaffImport
from tests.people.lists import QINGYU, bring, comma_separated, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(cast):
    """The administrator of 青屿医院: 沈知夏 in a second role."""
    Role.objects.create(person=cast.shen_zhixia, kind="administrator", unit=cast.qingyu)
    return cast.shen_zhixia


@pytest.fixture
def as_clerk(client, clerk):
    client.force_login(clerk)
    return client


def addresses(cast):
    staff_import = bring(workbook(*QINGYU), cast.qingyu, cast.lu_zhixing)
    role = Role.objects.create(person=cast.zhou_yaning, kind="approver", unit=cast.ward)
    return [
        reverse("people:manage"),
        reverse("people:imports"),
        reverse("people:import_template"),
        staff_import.get_absolute_url(),
        staff_import.get_absolute_url() + "?kind=joiner",
        reverse("people:import_faults", args=[staff_import.uid]),
        reverse("people:roles"),
        reverse("people:roles_of", args=[cast.ward.uid]) + "?show=ended",
        reverse("people:role", args=[role.pk]),
        reverse("people:why"),
        reverse("people:units"),
        reverse("people:unit", args=[cast.ward.uid]),
        reverse("people:positions"),
        reverse("people:slips"),
        reverse("people:slips") + f"?unit={cast.ward.uid}&who=all",
        reverse("people:account", args=[cast.lin_xiaoman.uid]),
    ]


def test_administrators_get_every_screen(as_clerk, cast):
    found = [(address, as_clerk.get(address).status_code) for address in addresses(cast)]

    assert found == [(address, 200) for address, _status in found]


@pytest.mark.promise("W4", "P35")
def test_others_get_the_same_nothing(client, cast):
    client.force_login(cast.zhao_jingxing)
    found = [(address, client.get(address).status_code) for address in addresses(cast)]

    assert found == [(address, 404) for address, _status in found]


@pytest.mark.promise("P13", "P15", "W4")
def test_an_administrator_of_another_hospital_gets_nothing_of_this_one(client, cast):
    Role.objects.create(person=cast.zhao_jingxing, kind="administrator", unit=cast.yunling)
    client.force_login(cast.zhao_jingxing)
    staff_import = bring(workbook(*QINGYU), cast.qingyu, cast.lu_zhixing)

    for address in (
        staff_import.get_absolute_url(),
        reverse("people:roles_of", args=[cast.ward.uid]),
        reverse("people:unit", args=[cast.ward.uid]),
        reverse("people:slips") + f"?unit={cast.qingyu.uid}",
        reverse("people:account", args=[cast.lin_xiaoman.uid]),
    ):
        assert client.get(address).status_code == 404, address


@pytest.mark.promise("P13")
def test_a_list_goes_from_the_upload_to_the_last_step(as_clerk, cast):
    new = ["QY10912", "宋亦舟", "QY-JZ", "护士"]
    file = workbook(new, ["QY1O955", "苏予墨", "QY-JZ", "护士"], *QINGYU)
    answer = as_clerk.post(
        reverse("people:imports"),
        {"unit": cast.qingyu.uid, "extent": "whole", "file": SimpleUploadedFile("在岗.xlsx", file)},
    )
    staff_import = StaffImport.objects.get()
    assert answer.url == staff_import.get_absolute_url()
    assert "正在读名单" in as_clerk.get(answer.url).content.decode()

    run_due(name=imports.READ)
    page = as_clerk.get(answer.url).content.decode()
    assert "宋亦舟" in page
    assert "工号里有字母 O，应为 QY10955" in page
    assert "在岗 4 人 → 5 人" in page

    as_clerk.post(reverse("people:import_confirm", args=[staff_import.uid]))
    run_due(name=imports.APPLY)

    assert "导入完成" in as_clerk.get(answer.url).content.decode()
    assert User.objects.filter(number="QY10912").exists()


@pytest.mark.promise("P13")
def test_a_hospitals_administrator_imports_for_the_own_part_only(as_clerk, cast):
    file = SimpleUploadedFile("在岗.xlsx", workbook(*QINGYU))
    page = as_clerk.post(reverse("people:imports"), {"unit": cast.yunling.uid, "extent": "whole", "file": file})

    assert page.status_code == 200
    assert not StaffImport.objects.exists()


def test_columns_that_were_not_recognised_are_pointed_out(as_clerk, cast):
    file = workbook(["QY10912", "宋亦舟", "QY-JZ", "护士"], *QINGYU, header=["甲", "姓名", "乙", "岗位"])
    staff_import = bring(file, cast.qingyu, cast.lu_zhixing)
    assert "列的对应" in as_clerk.get(staff_import.get_absolute_url()).content.decode()

    as_clerk.post(
        reverse("people:import_columns", args=[staff_import.uid]),
        {"number": "0", "name": "1", "unit": "2", "position": "3"},
    )
    run_due(name=imports.READ)

    staff_import.refresh_from_db()
    assert staff_import.counts["joiner"] == 1


def test_a_file_that_begins_with_an_equals_sign_stays_a_text(as_clerk, cast):
    content = comma_separated(["QY10912", '=HYPERLINK("x")', "QY-JZ", "护士"])
    staff_import = bring(content, cast.qingyu, cast.lu_zhixing)
    content = as_clerk.get(reverse("people:import_faults", args=[staff_import.uid])).content

    cell = load_workbook(io.BytesIO(content)).active["C2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("x")', "s")


# -- slips ---------------------------------------------------------------------------------------


@pytest.mark.promise("P31")
def test_slips_are_printed_by_department_and_seen_once(as_clerk, cast):
    people = [cast.lin_xiaoman, cast.zhou_yaning]

    page = as_clerk.post(reverse("people:slips_print"), {"people": [person.uid for person in people]})

    text = page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert "青屿医院 心血管内科一病区" in text
    assert Slip.objects.filter(person__in=people, used_at=None).count() == 2
    assert Decision.objects.filter(verb="slip.given", by=cast.shen_zhixia).count() == 2


@pytest.mark.promise("P31", "P15")
def test_nobody_gives_a_slip_to_those_above_or_elsewhere(as_clerk, cast):
    """A slip is a way into the account: the administrator of a hospital must not come in as one of the group."""
    Membership.objects.filter(person=cast.lu_zhixing).update(unit=cast.it)

    for person in (cast.lu_zhixing, cast.zhao_jingxing, cast.shen_zhixia):
        answer = as_clerk.post(reverse("people:slips_print"), {"people": [person.uid]})
        assert answer.status_code == 400

    assert not Slip.objects.exists()


# -- units ---------------------------------------------------------------------------------------


@pytest.mark.promise("P14", "W5", "P23")
def test_a_unit_that_moves_takes_its_peoples_rights_along(client, cast):
    audience = audiences.intern([audiences.everyone_in(cast.emergency)])
    assert audience.pk not in reach_of(cast.lin_xiaoman).audiences
    client.force_login(cast.lu_zhixing)

    answer = client.post(reverse("people:unit_move", args=[cast.ward.uid]), {"parent": "QY-JZ"})

    assert answer.status_code == 302
    assert Unit.objects.get(code="QY-XN1").get_parent() == cast.emergency
    assert audience.pk in reach_of(cast.lin_xiaoman).audiences
    assert Decision.objects.get(verb="unit.moved").about_key == cast.ward.uid


def test_units_are_opened_and_closed_when_nobody_is_left(as_clerk, cast):
    values = {"kind": "ward", "name": "急诊观察病区", "short_name": "", "code": "qy-jz1", "province": "", "phone": ""}
    as_clerk.post(reverse("people:unit_below", args=[cast.emergency.uid]), values)
    new = Unit.objects.get(code="QY-JZ1")
    assert new.get_parent() == cast.emergency

    as_clerk.post(reverse("people:unit_close", args=[cast.emergency.uid]))
    assert Unit.objects.get(pk=cast.emergency.pk).is_open

    as_clerk.post(reverse("people:unit_close", args=[new.uid]))
    assert not Unit.objects.get(pk=new.pk).is_open


@pytest.mark.promise("P15")
def test_nobody_moves_the_unit_from_which_the_own_rights_come(as_clerk, cast):
    assert as_clerk.post(reverse("people:unit_move", args=[cast.qingyu.uid]), {"parent": "YL"}).status_code == 404
    assert as_clerk.post(reverse("people:unit_move", args=[cast.ward.uid]), {"parent": "YL"}).status_code == 400


def test_positions_are_the_groups(as_clerk, cast):
    assert as_clerk.get(reverse("people:new_position")).status_code == 404


# -- accounts ------------------------------------------------------------------------------------


def test_names_and_telephones_are_hrs(as_clerk, cast):
    address = reverse("people:account", args=[cast.lin_xiaoman.uid])
    as_clerk.post(address, {"name": "林晓满", "phone": "138 0000 0874", "email": "lin@example.invalid"})

    lin = User.objects.get(pk=cast.lin_xiaoman.pk)
    assert (lin.name, lin.pinyin, lin.phone) == ("林晓满", "linxiaoman", "13800000874")
    assert Decision.objects.get(verb="person.changed").after == {"fields": ["name", "phone", "email"]}


@pytest.mark.promise("P11")
def test_a_disabled_colleague_is_out_at_once(as_clerk, cast):
    as_clerk.post(reverse("people:disable", args=[cast.lin_xiaoman.uid]), {"reason": "手机丢了"})

    assert not User.objects.get(pk=cast.lin_xiaoman.pk).is_active


def test_a_lost_authenticator_is_reset_with_a_reason(as_clerk, cast):
    Authenticator.objects.create(user=cast.lin_xiaoman, type="totp", data={"secret": "x"})
    address = reverse("people:reset_second_step", args=[cast.lin_xiaoman.uid])

    assert as_clerk.post(address).status_code == 400
    as_clerk.post(address, {"reason": "手机丢了"})

    assert not Authenticator.objects.exists()
