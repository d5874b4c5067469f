"""Who reaches what, and how soon a change is felt."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from access import audiences
from access.models import Grant
from access.reach import reach_of
from content.models import ContentPage
from org.choices import RoleKind
from org.models import Membership, Role, User
from tests.cast import LONG_AGO, make_space
from ui.days import today
from wiki.models import Article

pytestmark = pytest.mark.django_db


def write(parent, title, **fields):
    return parent.add_child(instance=Article(title=title, **fields))


def titles(user):
    return [page.title for page in ContentPage.objects.pages().visible_to(user)]


def test_a_colleague_reads_the_pages_of_the_own_unit(cast):
    write(make_space(cast.qingyu, slug="qingyu"), "交接班要点")

    assert titles(cast.lin_xiaoman) == ["交接班要点"]


@pytest.mark.promise("W4")
def test_a_nurse_of_another_hospital_sees_nothing_of_it(cast):
    write(make_space(cast.qingyu, slug="qingyu"), "交接班要点")

    assert titles(cast.zhao_jingxing) == []


@pytest.mark.promise("W6")
def test_a_page_can_be_narrower_than_its_parent_and_never_wider(cast):
    space = make_space(cast.ward, slug="ward")
    everyone = audiences.everyone()
    wider = write(space, "写得更宽", audience=everyone)
    physicians = audiences.intern([audiences.everyone_in(cast.group, position_kind="doctor")])
    write(wider, "只给医生", audience=physicians)

    assert titles(cast.zhao_jingxing) == []
    assert titles(cast.lin_xiaoman) == ["写得更宽"]
    assert titles(cast.zhou_yaning) == ["写得更宽", "只给医生"]


@pytest.mark.promise("W5", "P14")
def test_a_membership_that_ended_yesterday_opens_nothing_today(cast):
    write(make_space(cast.qingyu, slug="qingyu"), "交接班要点")
    membership = cast.lin_xiaoman.memberships.get()
    membership.ends_on = today() - datetime.timedelta(days=1)
    assert titles(cast.lin_xiaoman) == ["交接班要点"]

    membership.save()

    assert titles(cast.lin_xiaoman) == []


@pytest.mark.promise("W5", "P14")
def test_a_last_day_ends_at_midnight_without_anybody_doing_anything(cast, monkeypatch):
    write(make_space(cast.qingyu, slug="qingyu"), "交接班要点")
    cast.lin_xiaoman.memberships.update(ends_on=today())
    assert titles(cast.lin_xiaoman) == ["交接班要点"]

    tomorrow = timezone.now() + datetime.timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)

    assert titles(cast.lin_xiaoman) == []


def end_yesterday(memberships):
    memberships.update(ends_on=today() - datetime.timedelta(days=1))


@pytest.mark.promise("W5", "P14")
@pytest.mark.parametrize("end", [end_yesterday, lambda memberships: memberships.all().delete()])
def test_memberships_that_many_lose_at_once_are_felt_by_each(cast, end):
    write(make_space(cast.qingyu, slug="qingyu"), "交接班要点")
    assert titles(cast.lin_xiaoman) == ["交接班要点"]

    end(cast.lin_xiaoman.memberships)

    assert titles(cast.lin_xiaoman) == []


@pytest.mark.promise("W5", "P14")
def test_posts_that_many_get_at_once_open_to_each(cast):
    write(make_space(cast.qingyu, slug="qingyu"), "交接班要点")
    assert titles(cast.zhao_jingxing) == []

    Membership.objects.bulk_create(
        [Membership(person=cast.zhao_jingxing, unit=cast.emergency, position=cast.positions.nurse, is_main=False)]
    )

    assert titles(cast.zhao_jingxing) == ["交接班要点"]


@pytest.mark.promise("W5")
def test_a_right_given_by_name_ends_with_its_day(cast):
    page = write(make_space(cast.qingyu, slug="qingyu"), "交接班要点")
    yesterday = today() - datetime.timedelta(days=1)
    grant = Grant.objects.create(person=cast.zhao_jingxing, about=ContentPage.objects.get(pk=page.pk))
    assert titles(cast.zhao_jingxing) == ["交接班要点"]

    grant.starts_on, grant.ends_on = LONG_AGO, yesterday
    grant.save()

    assert titles(cast.zhao_jingxing) == []


@pytest.mark.promise("P14")
def test_a_person_reads_as_a_member_of_each_unit_they_work_in(cast):
    write(make_space(cast.qingyu, slug="qingyu"), "青屿的页")
    write(make_space(cast.yunling, slug="yunling"), "云岭的页")

    Membership.objects.create(
        person=cast.zhao_jingxing, unit=cast.emergency, position=cast.positions.nurse, is_main=False
    )

    assert titles(cast.zhao_jingxing) == ["青屿的页", "云岭的页"]


@pytest.mark.promise("P15")
def test_heads_are_stewards_of_their_unit_without_anybody_keeping_a_group(cast):
    space = make_space(cast.emergency, slug="emergency", editors=[audiences.person(cast.han_yuan)])
    page = write(space, "抢救车清单")

    assert ContentPage.objects.may(cast.shen_zhixia, "edit").filter(pk=page.pk).exists()
    assert not ContentPage.objects.may(cast.lin_xiaoman, "edit").filter(pk=page.pk).exists()


@pytest.mark.promise("P15")
def test_a_head_heads_the_own_unit_and_what_is_below_it_and_nothing_above(cast):
    Membership.objects.create(
        person=cast.han_yuan, unit=cast.cardiology, position=cast.positions.director, is_main=False
    )
    heads_of = {
        unit: audiences.intern([audiences.heads_of(unit)]) for unit in (cast.qingyu, cast.cardiology, cast.ward)
    }

    reach = reach_of(cast.han_yuan)

    assert [audience.pk in reach.audiences for audience in heads_of.values()] == [False, True, True]
    assert [reach.heads(unit) for unit in heads_of] == [False, True, True]
    for audience in heads_of.values():
        assert (cast.han_yuan in audiences.people_in(audience)) == (audience.pk in reach.audiences)


@pytest.mark.promise("P14")
def test_a_post_counts_as_what_it_is_and_a_role_where_it_is_borne(cast):
    of_nurses = audiences.intern([audiences.everyone_in(cast.qingyu, position=cast.positions.nurse)])
    Role.objects.create(person=cast.shen_zhixia, kind=RoleKind.APPROVER, unit=cast.emergency, starts_on=LONG_AGO)
    bearers = {
        unit: audiences.intern([audiences.bearers_of(RoleKind.APPROVER, unit)])
        for unit in (cast.emergency, cast.qingyu)
    }

    assert of_nurses.pk in reach_of(cast.lin_xiaoman).audiences
    assert of_nurses.pk not in reach_of(cast.zhou_yaning).audiences
    assert [each.pk in reach_of(cast.shen_zhixia).audiences for each in bearers.values()] == [True, False]


def test_equal_audiences_and_scopes_are_one_row(cast):
    first = make_space(cast.qingyu, slug="one")
    second = make_space(cast.qingyu, slug="two")

    assert first.readers == second.readers
    assert first.scope == second.scope


@pytest.mark.promise("W4")
def test_exclusions_win(cast):
    not_lin = [audiences.everyone_in(cast.ward), audiences.without(audiences.person(cast.lin_xiaoman))]
    audience = audiences.intern(not_lin)

    assert audience.pk in reach_of(cast.zhou_yaning).audiences
    assert audience.pk not in reach_of(cast.lin_xiaoman).audiences
    assert list(audiences.people_in(audience)) == [cast.zhou_yaning]


@pytest.mark.promise("W5")
def test_what_was_remembered_in_a_change_that_failed_is_never_found_again(cast):
    def first(user):
        return reach_of(User.objects.get(pk=user.pk))

    with pytest.raises(RuntimeError), transaction.atomic():
        Role.objects.create(person=cast.lin_xiaoman, kind=RoleKind.ADMINISTRATOR, unit=cast.group, starts_on=LONG_AGO)
        assert first(cast.lin_xiaoman).has_role(RoleKind.ADMINISTRATOR)
        raise RuntimeError
    cast.lin_xiaoman.forget_access()

    assert not first(cast.lin_xiaoman).has_role(RoleKind.ADMINISTRATOR)
