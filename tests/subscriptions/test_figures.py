"""What operators are told in numbers: a recount of the rows, and nobody to be found in them."""

import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from org.models import Membership, Position, Unit, User
from subscriptions import figures
from subscriptions.actions import withdrawing
from subscriptions.models import Album, Post, PostRead
from tests.subscriptions.conftest import out
from ui.days import today

pytestmark = pytest.mark.django_db
NOBODY = {"readers": 0, "reads": 0, "finished": 0}


@pytest.fixture
def posts(house):
    return out(house.channel, house.editor, "凌晨四点的走廊", "=1+1", "把诊室搬到山里去")[1]


def read(post, reader, *, day=None, hospital=None, department=None, is_finished=False):
    return PostRead.objects.create(
        post=post, reader=reader, day=day or today(), hospital=hospital, department=department, is_finished=is_finished
    )


def staff_up(unit, count, start=0):
    position = Position.objects.first()
    for number in range(start, start + count):
        person = User.objects.create(number=f"F{unit.pk}N{number}", name="某", pinyin="mou")
        Membership.objects.create(person=person, unit=unit, position=position)


def department(hospital, code):
    return Unit.objects.get(pk=hospital.pk).add_child(kind="department", name=f"{code}科", code=code)


def numbers(figure):
    return {"readers": figure.readers, "reads": figure.reads, "finished": figure.finished}


def recount(rows):
    rows = list(rows)
    return {
        "readers": len({row.reader for row in rows}),
        "reads": len(rows),
        "finished": sum(row.is_finished for row in rows),
    }


READS = st.lists(
    st.tuples(
        st.integers(0, 2),  # post
        st.integers(0, 5),  # reader
        st.integers(0, 400),  # days ago
        st.integers(0, 1),  # hospital
        st.integers(0, 2),  # department, the last is none
        st.booleans(),
    ),
    max_size=40,
    unique_by=lambda row: row[:2],
)


@pytest.mark.promise("S13")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=READS, days=st.sampled_from(sorted(figures.STEPS)), end=st.integers(0, 40))
def test_every_number_is_a_recount_of_the_rows(house, posts, rows, days, end):
    PostRead.objects.all().delete()
    hospitals, departments = [house.cast.qingyu, house.cast.yunling], [house.cast.cardiology, house.cast.qingyu, None]
    for post, reader, ago, hospital, place, is_finished in rows:
        read(
            posts[post], str(reader), day=today() - timedelta(days=ago), hospital=hospitals[hospital],
            department=departments[place], is_finished=is_finished,
        )  # fmt: skip
    choice = figures.Choice(days, until=today() - timedelta(days=end))
    looked_at = [row for row in PostRead.objects.all() if choice.first <= row.day <= choice.last]

    assert numbers(figures.total(house.channel, choice)) == recount(looked_at)
    starts = [day for day, _figure in figures.by_step(house.channel, choice)]
    for place, (day, figure) in enumerate(figures.by_step(house.channel, choice)):
        until = starts[place + 1] if place + 1 < len(starts) else date.max
        assert numbers(figure) == recount(row for row in looked_at if day <= row.day < until)
    found = dict(figures.by_post(house.channel, choice, 50))
    for post in posts:
        theirs = [row for row in looked_at if row.post_id == post.pk]
        assert numbers(found[post]) == recount(theirs) if theirs or post in found else True
    one = figures.Choice(days, house.cast.qingyu, until=choice.until)
    here = [row for row in looked_at if row.hospital_id == house.cast.qingyu.pk]
    assert numbers(figures.total(house.channel, one)) == recount(here)


@pytest.mark.promise("S13")
def test_hospitals_and_departments_are_told_from_ten_people_on(house, posts):
    big, small, tiny = (department(house.cast.qingyu, code) for code in ("DA", "XIAO", "WEI"))
    staff_up(big, 12), staff_up(small, 9), staff_up(tiny, 1)
    read(posts[0], "a", department=big, is_finished=True), read(posts[1], "a", department=big)
    read(posts[0], "b", department=small), read(posts[0], "c", department=tiny), read(posts[1], "c")

    told = figures.by_department(house.channel, figures.Choice(), figures.staff_by_path())

    assert [(figure.label, numbers(figure)) for figure in told] == [
        ("青屿医院 · DA科", {"readers": 1, "reads": 2, "finished": 1}),
        ("其他", {"readers": 2, "reads": 3, "finished": 0}),
    ]
    alone = figures.by_department(house.channel, figures.Choice(hospital=house.cast.qingyu), figures.staff_by_path())
    assert alone == []
    PostRead.objects.update(hospital=house.cast.qingyu)
    alone = figures.by_department(house.channel, figures.Choice(hospital=house.cast.qingyu), figures.staff_by_path())
    assert alone[0].label == "DA科"
    assert (told[0].people, told[0].finish_rate, told[0].share, told[0].each) == (12, 50, 8, 2.0)


@pytest.mark.promise("S13")
def test_the_only_small_one_is_not_found_by_subtracting(house, posts):
    big, bigger, small = (department(house.cast.qingyu, code) for code in ("DA", "GENGDA", "XIAO"))
    staff_up(big, 10), staff_up(bigger, 11), staff_up(small, 3)
    for place, unit in enumerate((big, bigger, small)):
        read(posts[0], str(place), department=unit)

    told = figures.by_department(house.channel, figures.Choice(), figures.staff_by_path())

    assert [(figure.label, figure.readers) for figure in told] == [
        ("青屿医院 · GENGDA科", 1),
        ("其他", 2),
    ]


@pytest.mark.promise("S13")
def test_nobody_is_found_by_subtracting_one_view_from_another(house, posts):
    """A small department stays with the same others, whether one hospital is looked at or all."""
    here, beyond = house.cast.qingyu, house.cast.yunling
    small, ten, elsewhere = department(here, "XIAO"), department(here, "SHI"), department(beyond, "WAI")
    staff_up(small, 3), staff_up(ten, 10), staff_up(elsewhere, 9)
    for place, unit in enumerate((small, ten)):
        read(posts[0], str(place), hospital=here, department=unit)
    read(posts[0], "9", hospital=beyond, department=elsewhere)
    staff = figures.staff_by_path()

    def told(choice):
        return {figure.label.split(" · ")[-1] for figure in figures.by_department(house.channel, choice, staff)}

    assert told(figures.Choice()) - told(figures.Choice(hospital=here)) == set()


@pytest.mark.promise("S13")
def test_a_small_hospital_cannot_be_looked_at_alone(client, house, posts):
    client.force_login(house.editor)
    little = Unit.objects.get(pk=house.cast.qingyu.pk).get_parent().add_child(kind="hospital", name="小院", code="XY")
    staff_up(little, 9)
    read(posts[0], "a", hospital=little)
    address = reverse("subscriptions:figures", args=[house.channel.slug]) + f"?hospital={little.uid}"

    assert client.get(address).context["choice"].hospital is None
    staff_up(little, 1, start=9)
    assert client.get(address).context["choice"].hospital == little


@pytest.mark.promise("S13")
def test_an_album_is_looked_at_alone_and_days_end_at_midnight(house, posts, client):
    album = Album.objects.create(channel=house.channel, title="夜班手记")
    Post.objects.filter(pk=posts[0].pk).update(album=album)
    read(posts[0], "a"), read(posts[1], "a"), read(posts[1], "b", day=today() - timedelta(days=14))
    last = figures.Choice().before()

    assert figures.total(house.channel, figures.Choice(album=album)).reads == 1
    assert (figures.total(house.channel, figures.Choice()).reads, figures.total(house.channel, last).reads) == (2, 1)
    assert last.last == figures.Choice().first - timedelta(days=1)


@pytest.mark.promise("S1", "S13")
def test_only_those_who_write_for_the_channel_see_the_numbers(client, house, posts):
    for name in ("figures", "figures_book"):
        address = reverse(f"subscriptions:{name}", args=[house.channel.slug])
        for person, status in ((house.editor, 200), (house.cast.lin_xiaoman, 403), (house.cast.zhao_jingxing, 404)):
            client.force_login(person)
            assert client.get(address).status_code == status, (name, person)
        client.logout()
        assert client.get(address).status_code == 302


@pytest.mark.promise("S24")
def test_the_workbook_says_what_the_screen_says(client, house, posts):
    client.force_login(house.editor)
    big = department(house.cast.qingyu, "DA")
    staff_up(big, 12)
    read(posts[1], "a", hospital=house.cast.qingyu, department=big, is_finished=True)
    read(posts[0], "b", hospital=house.cast.qingyu)
    withdrawing.withdraw(posts[2], by=house.editor, reason="图片有误")

    answer = client.get(reverse("subscriptions:figures_book", args=[house.channel.slug]) + "?days=7&hospital=x")

    assert answer["Content-Disposition"].endswith('.xlsx"') and "no-store" in answer["Cache-Control"]
    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["总览", "按时间", "按医院", "按科室", "按文章"]
    facts = dict(book["总览"].iter_rows(values_only=True))
    assert (facts["读者"], facts["阅读篇次"], facts["读完篇次"], facts["读完率（%）"]) == (2, 2, 1, 50)
    assert [cell.value for cell in book["按文章"][1]] == [
        "文章",
        "发出",
        "读者",
        "阅读篇次",
        "读完篇次",
        "读完率（%）",
        "赞",
    ]
    rows = {row[0].value: row for row in book["按文章"].iter_rows(min_row=2)}
    assert rows["=1+1"][0].data_type == "s"
    assert [cell.value for cell in rows["=1+1"][2:6]] == [1, 1, 1, 100]
    assert len(list(book["按时间"].iter_rows())) == 8


def test_rows_cost_no_queries_of_their_own(client, house, posts, django_assert_max_num_queries):
    client.force_login(house.editor)
    address = reverse("subscriptions:figures", args=[house.channel.slug])
    read(posts[0], "a", hospital=house.cast.qingyu, department=house.cast.cardiology)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    spent = len(few)
    out(house.channel, house.editor, *(f"第 {number} 篇" for number in range(8)), is_pushed=False)
    for number, post in enumerate(Post.objects.filter(space=house.channel)):
        unit = department(house.cast.qingyu, f"K{number}")
        staff_up(unit, 10)
        for reader in range(3):
            read(post, f"{number}{reader}", hospital=house.cast.qingyu, department=unit)
    client.get(address)
    with django_assert_max_num_queries(spent):
        client.get(address)


def test_words_that_are_no_choice_are_passed_over(client, house, posts):
    client.force_login(house.editor)
    address = reverse("subscriptions:figures", args=[house.channel.slug])

    for query in ("days=0", "days=99999999999999999999", "days=x&hospital=zz&album=%FF", "album=1"):
        assert client.get(f"{address}?{query}").context["choice"] == figures.Choice(), query
    assert timezone.localdate() == figures.Choice().last
