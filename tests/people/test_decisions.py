"""Every decision about units, positions, roles and accounts leaves a row: who, about what, before and after."""

import datetime

import pytest

from audit.models import Decision
from org import actions as org
from org.choices import PositionKind, RoleKind, UnitKind
from org.models import Position, Unit
from people.actions import imports, positions, roles, units
from tests.people.lists import bring, workbook
from ui.days import today

pytestmark = [pytest.mark.django_db, pytest.mark.promise("P23")]


def row(verb):
    found = Decision.objects.get(verb=verb)
    assert found.by.name == "陆知行"
    return found.about_key, found.before, found.after


def test_the_life_of_a_unit(cast):
    by = cast.lu_zhixing
    unit = units.open_below(cast.cardiology, by=by, kind=UnitKind.WARD, name="二病区", code="QY-XN2")
    units.change(unit, by=by, name="心内二病区")
    units.move(unit, cast.emergency, by=by)
    units.close(Unit.objects.get(pk=unit.pk), by=by)
    units.reopen(Unit.objects.get(pk=unit.pk), by=by)

    assert row("unit.opened")[2]["code"] == "QY-XN2"
    about, before, after = row("unit.changed")
    assert (about, before["name"], after["name"]) == (unit.uid, "二病区", "心内二病区")
    assert row("unit.moved") == (unit.uid, {"parent": cast.cardiology.uid}, {"parent": cast.emergency.uid})
    assert row("unit.closed")[0] == row("unit.reopened")[0] == unit.uid


def test_a_position_that_makes_heads(cast):
    position = positions.keep(Position(code="lead", name="组长", kind=PositionKind.NURSE), by=cast.lu_zhixing)
    position.is_head = True
    positions.keep(position, by=cast.lu_zhixing)

    assert row("position.added")[1] is None
    _about, before, after = row("position.changed")
    assert (before["is_head"], after["is_head"]) == (False, True)


def test_a_role_that_ends_and_one_that_never_begins(cast):
    day, by = datetime.timedelta(days=1), cast.lu_zhixing
    dates = {"starts_on": today() - 9 * day, "ends_on": None, "reason": "科务会", "by": by}
    ended = roles.give(cast.zhou_yaning, RoleKind.APPROVER, cast.ward, **dates)
    later = roles.give(cast.shen_zhixia, RoleKind.APPROVER, cast.ward, **dates | {"starts_on": today() + day})

    roles.change(ended, ends_on=today() - day, reason="调岗", by=by)
    roles.take_back(later, reason="不去了", by=by)

    about, before, after = row("role.ended")
    assert (about, before["ends_on"], after["ends_on"]) == (cast.ward.uid, None, str(today() - day))
    assert row("role.taken_back")[1]["person"] == cast.shen_zhixia.uid


def test_an_account_opened_again(cast):
    org.leave(cast.lin_xiaoman, today(), cast.lu_zhixing)
    org.enable(cast.lin_xiaoman, cast.lu_zhixing, "回来了")

    assert row("person.disabled")[0] == cast.lin_xiaoman.uid
    assert row("person.enabled") == (cast.lin_xiaoman.uid, {"left_on": str(today())}, None)


def test_a_staff_list_that_is_not_wanted(cast):
    staff_import = bring(workbook(), cast.qingyu, cast.lu_zhixing)

    imports.cancel(staff_import, by=cast.lu_zhixing)

    assert row("staff_list.cancelled")[0] == staff_import.uid
