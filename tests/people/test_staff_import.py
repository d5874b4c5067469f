"""A staff list shows what it would change, changes nothing before somebody says yes, and twice is once."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from access import audiences
from access.reach import reach_of
from audit.models import Decision
from jobs.models import Due
from jobs.testing import run_due
from org.models import Membership, Role, User
from people.actions import imports
from people.models import StaffImport
from people.staff import applying
from tests.days import tomorrow, yesterday
from tests.people.lists import QINGYU, apply, bring, comma_separated, faults, seen, workbook
from ui.days import today

pytestmark = pytest.mark.django_db
NEW = ["QY10912", "宋亦舟", "QY-JZ", "护士", "是", "", "", "13800000912", "song@example.invalid"]


def posts(person):
    rows = person.memberships.order_by("starts_on", "pk").values_list("unit__code", "position__name", "ends_on")
    return list(rows)


@pytest.mark.promise("P13")
def test_the_preview_names_joiners_movers_leavers_and_changes_nothing(cast):
    moved = ["QY10874", "林小满", "QY-JZ", "护士"]
    staff_import = bring(workbook(NEW, moved, *QINGYU[1:3]), cast.qingyu, cast.lu_zhixing)

    assert seen(staff_import, "joiner") == ["QY10912"]
    assert seen(staff_import, "mover") == ["QY10874"]
    assert seen(staff_import, "leaver") == ["QY20045"]
    assert staff_import.counts["same"] == 2
    assert (staff_import.people_before, staff_import.people_after) == (4, 4)
    assert not User.objects.filter(number="QY10912").exists()
    assert posts(cast.lin_xiaoman) == [("QY-XN1", "护士", None)]
    assert User.objects.get(number="QY20045").is_active


@pytest.mark.promise("P13")
def test_after_a_yes_it_is_done(cast):
    moved = ["QY10874", "林小满", "QY-JZ", "护士"]
    staff_import = bring(workbook(NEW, moved, *QINGYU[1:3]), cast.qingyu, cast.lu_zhixing)

    apply(staff_import, cast.lu_zhixing)

    song = User.objects.get(number="QY10912")
    assert (song.name, song.pinyin, song.initials, song.phone) == ("宋亦舟", "songyizhou", "syz", "13800000912")
    assert posts(song) == [("QY-JZ", "护士", None)]
    assert posts(cast.lin_xiaoman) == [("QY-XN1", "护士", yesterday()), ("QY-JZ", "护士", None)]
    assert not User.objects.get(number="QY20045").is_active
    assert staff_import.applied_at


@pytest.mark.promise("P14")
def test_what_a_mover_may_see_follows_at_once(cast):
    audience = audiences.intern([audiences.everyone_in(cast.emergency)])
    assert audience.pk not in reach_of(cast.lin_xiaoman).audiences

    moved = workbook(["QY10874", "林小满", "QY-JZ", "护士"], *QINGYU[1:])
    apply(bring(moved, cast.qingyu, cast.lu_zhixing), cast.lu_zhixing)

    assert audience.pk in reach_of(cast.lin_xiaoman).audiences


@pytest.mark.promise("P13")
def test_the_same_list_again_changes_nothing_and_says_so(cast):
    content = workbook(NEW, *QINGYU)
    first = apply(bring(content, cast.qingyu, cast.lu_zhixing), cast.lu_zhixing)

    again = bring(content, cast.qingyu, cast.lu_zhixing)

    assert again.twin() == first
    assert again.changes == 0
    assert again.counts["same"] == 5


@pytest.mark.promise("P13")
def test_a_list_applied_twice_is_applied_once(cast):
    staff_import = bring(workbook(NEW, *QINGYU), cast.qingyu, cast.lu_zhixing)
    apply(staff_import, cast.lu_zhixing)
    count = Membership.objects.count()

    imports.confirm(staff_import, by=cast.lu_zhixing)
    staff_import.rows.update(done_at=None)
    applying.apply(staff_import, Steps())

    assert Membership.objects.count() == count
    assert User.objects.filter(number="QY10912").count() == 1
    assert Decision.objects.filter(verb="staff_list.confirmed").count() == 1


class Steps:
    """Progress that is written nowhere; may stop the work after some batches."""

    def __init__(self, stop_after=99):
        self.left = stop_after

    def step(self, by):
        self.left -= 1

    def keep(self):
        if self.left < 0:
            raise KeyboardInterrupt


@pytest.mark.promise("P22")
def test_an_import_that_is_interrupted_goes_on_where_it_stopped(cast, monkeypatch):
    monkeypatch.setattr(applying, "AT_A_TIME", 2)
    new = [[f"QY3000{n}", f"新人{'一二三四五'[n]}", "QY-JZ", "护士"] for n in range(5)]
    staff_import = bring(workbook(*new, *QINGYU), cast.qingyu, cast.lu_zhixing)
    imports.confirm(staff_import, by=cast.lu_zhixing)
    with pytest.raises(KeyboardInterrupt):
        applying.apply(StaffImport.objects.get(pk=staff_import.pk), Steps(stop_after=1))
    assert User.objects.filter(number__startswith="QY3000").count() == 2

    run_due(name=imports.APPLY)

    assert User.objects.filter(number__startswith="QY3000").count() == 5
    assert Membership.objects.filter(person__number__startswith="QY3000").count() == 5


@pytest.mark.promise("P13")
def test_errors_name_row_and_cell_and_skip_only_their_person(cast):
    staff_import = bring(
        workbook(
            ["QY1O912", "韦思齐", "QY-JZ", "护士"],
            ["QY10955", "苏予墨", "心内一区", "护士"],
            ["QY10231", "唐晚", "QY-JZ", "护士"],
            ["QY10960", "闻一舟", "QY-JZ", ""],
            ["QY10963", "石见微", "QY-JZ", "护士", "", "2026/2/30"],
            NEW,
            *[row for row in QINGYU if row[0] != "QY10231"],
        ),
        cast.qingyu,
        cast.lu_zhixing,
    )

    assert faults(staff_import) == [
        ("A2", "工号里有字母 O，应为 QY10912"),
        ("C3", "青屿医院没有“心内一区”这个单位。是“心内一病区”吗"),
        ("A4", "这个工号已经是 周雅宁"),
        ("D5", "没有填岗位"),
        ("F6", "没有这一天，请检查日期"),
    ]
    assert seen(staff_import, "joiner") == ["QY10912"]
    assert seen(staff_import, "leaver") == []  # 周雅宁 is named by a line that cannot be read


def test_a_letter_that_looks_like_a_digit_makes_nobody_new(cast):
    staff_import = bring(workbook(["QYI0874", "林小满", "QY-XN1", "护士"], *QINGYU[1:]), cast.qingyu, cast.lu_zhixing)

    assert faults(staff_import) == [("A2", "工号里有字母，应为 QY10874")]
    assert (seen(staff_import, "joiner"), seen(staff_import, "leaver")) == ([], [])


def test_a_guess_is_accepted_with_one_click(cast):
    staff_import = bring(workbook(["QY10955", "苏予墨", "心内一区", "护士"], *QINGYU), cast.qingyu, cast.lu_zhixing)

    imports.read_again(staff_import, replacements={"unit:心内一区": "QY-XN1"})
    run_due(name=imports.READ)

    assert faults(staff_import) == []
    assert seen(staff_import, "joiner") == ["QY10955"]


@pytest.mark.promise("P13", "P14")
def test_several_lines_are_several_posts_of_one_person(cast):
    lines = [
        ["QY10874", "林小满", "QY-XN1", "护士", "是"],
        ["QY10874", "林小满", "QY-JZ", "护士", "否", tomorrow(), "2099-12-31"],
    ]
    apply(bring(workbook(*lines, *QINGYU[1:]), cast.qingyu, cast.lu_zhixing), cast.lu_zhixing)

    found = cast.lin_xiaoman.memberships.values_list("unit__code", "is_main", "starts_on", "ends_on")
    assert list(found)[1] == ("QY-JZ", False, tomorrow(), datetime.date(2099, 12, 31))
    assert posts(cast.lin_xiaoman)[0] == ("QY-XN1", "护士", None)


@pytest.mark.promise("P14")
def test_a_move_in_the_future_ends_the_old_post_the_day_before(cast):
    day = today() + datetime.timedelta(days=10)
    content = workbook(["QY10874", "林小满", "QY-JZ", "护士", "是", day], *QINGYU[1:])

    apply(bring(content, cast.qingyu, cast.lu_zhixing), cast.lu_zhixing)

    assert posts(cast.lin_xiaoman) == [("QY-XN1", "护士", day - datetime.timedelta(days=1)), ("QY-JZ", "护士", None)]
    assert bring(content, cast.qingyu, cast.lu_zhixing).changes == 0


def test_a_list_of_changes_lets_nobody_else_leave(cast):
    staff_import = bring(comma_separated(NEW), cast.qingyu, cast.lu_zhixing, is_complete=False)

    assert (seen(staff_import, "joiner"), seen(staff_import, "leaver")) == (["QY10912"], [])


def test_whoever_came_back_gets_the_old_account(cast):
    apply(bring(workbook(*QINGYU[:3]), cast.qingyu, cast.lu_zhixing), cast.lu_zhixing)
    assert not User.objects.get(pk=cast.han_yuan.pk).is_active

    apply(bring(workbook(*QINGYU), cast.qingyu, cast.lu_zhixing), cast.lu_zhixing)

    han = User.objects.get(number="QY20045")
    assert (han.pk, han.is_active, han.left_on) == (cast.han_yuan.pk, True, None)


def test_an_account_that_was_disabled_by_hand_stays_so(cast):
    User.objects.filter(pk=cast.han_yuan.pk).update(is_active=False)

    staff_import = bring(workbook(*QINGYU), cast.qingyu, cast.lu_zhixing)

    assert faults(staff_import) == [("A5", "这个账号已被管理员停用，请先启用")]


@pytest.mark.promise("P13")
def test_many_leavers_must_be_typed(cast, monkeypatch):
    monkeypatch.setattr("people.models.imports.MANY_LEAVERS", 1)
    staff_import = bring(workbook(QINGYU[0]), cast.qingyu, cast.lu_zhixing)
    assert staff_import.asks_for_leavers

    with pytest.raises(imports.LeaversNotTyped):
        imports.confirm(staff_import, by=cast.lu_zhixing, leavers=1)

    imports.confirm(staff_import, by=cast.lu_zhixing, leavers=3)
    staff_import.refresh_from_db()
    assert staff_import.confirmed_at


@pytest.mark.promise("P13")
def test_a_preview_that_another_list_overtook_is_made_anew(cast):
    slow = bring(workbook(NEW, *QINGYU), cast.qingyu, cast.lu_zhixing)
    apply(bring(workbook(NEW, *QINGYU), cast.group, cast.lu_zhixing, is_complete=False), cast.lu_zhixing)

    with pytest.raises(imports.Stale):
        imports.confirm(slow, by=cast.lu_zhixing)

    run_due(name=imports.READ)
    slow.refresh_from_db()
    assert slow.changes == 0


def test_a_cancelled_list_is_forgotten(cast):
    staff_import = bring(workbook(NEW, *QINGYU), cast.qingyu, cast.lu_zhixing)

    imports.cancel(staff_import, by=cast.lu_zhixing)
    imports.confirm(staff_import, by=cast.lu_zhixing)

    assert not staff_import.rows.exists()
    assert not User.objects.filter(number="QY10912").exists()


def test_a_telephone_of_somebody_else_is_an_error_and_that_of_a_leaver_is_free(cast):
    User.objects.filter(pk=cast.zhao_jingxing.pk).update(phone="13800000912")
    staff_import = bring(workbook(NEW, *QINGYU), cast.qingyu, cast.lu_zhixing)
    assert faults(staff_import) == [("H2", "已经是 赵景行（YL10406） 的")]

    User.objects.filter(pk=cast.zhao_jingxing.pk).update(is_active=False)
    apply(bring(workbook(NEW, *QINGYU), cast.qingyu, cast.lu_zhixing), cast.lu_zhixing)

    assert User.objects.get(number="QY10912").phone == "13800000912"


@pytest.mark.promise("P13")
def test_a_hospitals_list_touches_nobody_elsewhere(cast):
    Membership.objects.create(person=cast.han_yuan, unit=cast.yunling, position=cast.positions.engineer, is_main=False)
    staff_import = bring(workbook(*QINGYU[:3], ["YL10406", "赵景行", "YL-NK", "护士"]), cast.qingyu, cast.lu_zhixing)

    assert faults(staff_import) == [("C5", "青屿医院没有“YL-NK”这个单位")]
    assert seen(staff_import, "leaver") == []
    apply(staff_import, cast.lu_zhixing)

    assert posts(cast.han_yuan) == [("QY-XX", "信息工程师", yesterday()), ("YL", "信息工程师", None)]
    assert User.objects.get(pk=cast.han_yuan.pk).is_active
    assert posts(cast.zhao_jingxing) == [("YL-NK", "护士", None)]


def test_a_hospitals_list_does_not_change_the_account_of_a_group_administrator(cast):
    Membership.objects.filter(person=cast.lu_zhixing).update(unit=cast.it)
    clerk = cast.shen_zhixia
    Role.objects.create(person=clerk, kind="administrator", unit=cast.qingyu)
    mail = ["HX00001", "陆知行", "QY-XX", "医务专员", "", "", "", "", "mine@example.invalid"]

    staff_import = bring(workbook(mail, *QINGYU), cast.qingyu, clerk)
    missing = bring(workbook(*QINGYU), cast.qingyu, clerk)

    assert staff_import.changes == 0
    assert (seen(missing, "leaver"), seen(missing, "faulty")) == ([], ["HX00001"])


def test_nobody_leaves_by_the_own_list(cast):
    Role.objects.create(person=cast.shen_zhixia, kind="administrator", unit=cast.qingyu)

    staff_import = bring(workbook(QINGYU[0], QINGYU[1], QINGYU[3]), cast.qingyu, cast.shen_zhixia)

    assert seen(staff_import, "leaver") == []
    assert faults(staff_import) == [("", "名单里没有您自己，您不会离职")]


@pytest.mark.promise("P23")
def test_every_change_of_staff_leaves_a_row_without_telephone_numbers(cast):
    apply(bring(workbook(NEW, *QINGYU[:3]), cast.qingyu, cast.lu_zhixing), cast.lu_zhixing)

    song = User.objects.get(number="QY10912")
    joined = Decision.objects.get(verb="person.joiner")
    assert (joined.about_key, joined.by, joined.after) == (
        song.uid,
        cast.lu_zhixing,
        {"now": ["急诊科 护士"], "fields": ["email", "phone"]},
    )
    assert {"staff_list.brought", "staff_list.confirmed", "staff_list.applied"} <= set(
        Decision.objects.values_list("verb", flat=True)
    )


def test_reading_costs_the_same_for_any_number_of_people(cast):
    def count(rows):
        upload = [[f"QY4{n:04}", "新同事", "QY-JZ", "护士"] for n in range(rows)]
        staff_import = bring(workbook(*QINGYU), cast.qingyu, cast.lu_zhixing)
        imports.cancel(staff_import, by=cast.lu_zhixing)
        with CaptureQueriesContext(connection) as queries:
            bring(workbook(*upload, *QINGYU), cast.qingyu, cast.lu_zhixing)
        return len(queries)

    assert count(3) == count(30)


def test_a_list_that_cannot_be_read_says_why_and_is_not_tried_again(cast):
    staff_import = bring(b"PK\x03\x04 damaged", cast.qingyu, cast.lu_zhixing)

    assert "损坏" in staff_import.refusal
    assert not Due.objects.open().filter(name=imports.READ).exists()
