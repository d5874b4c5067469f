"""Who an audience is, chosen in a form: by unit, position and person, minus exclusions, with the exact number."""

import datetime

import pytest
from django import forms
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access import audiences, scopes
from access.audiences import people_in
from access.picker import counting, tokens, units
from access.picker.fields import AudienceField
from access.picker.selection import Selection
from org.actions import leave
from org.models import Membership, User
from ui.days import today

pytestmark = pytest.mark.django_db


class SpaceForm(forms.Form):
    readers = AudienceField(label="谁可以看")


def sent(*rows, **more):
    data = QueryDict(mutable=True)
    data.setlist("readers", rows)
    for name, values in more.items():
        data.setlist(f"readers-{name}", values if isinstance(values, list) else [values])
    return data


def chosen(*rows, **more):
    """The audience that the form makes of what was sent."""
    form = SpaceForm(sent(*rows, **more))
    assert form.is_valid(), form.errors
    return audiences.intern(form.cleaned_data["readers"])


def fragment(client, part, cast, *rows, **more):
    setup = Selection("readers", [], {"label": "谁可以看", "empty": "没有", "within": more.pop("within", None)})
    data = dict(sent(*rows, setup=setup.signed_setup, **more).lists())
    return client.post(reverse(f"picker:{part}", args=["readers"]), data)


@pytest.mark.promise("W17")
def test_units_positions_and_persons_minus_exclusions_make_an_audience(cast):
    audience = chosen(
        f"unit~{cast.qingyu.uid}~kind~nurse",
        f"person~{cast.xu_wenbo.uid}",
        f"!person~{cast.shen_zhixia.uid}",
    )

    assert list(people_in(audience)) == [cast.xu_wenbo, cast.lin_xiaoman]


@pytest.mark.promise("W17")
def test_a_new_colleague_is_in_the_same_day_and_a_leaver_out(cast):
    audience = chosen(f"unit~{cast.qingyu.uid}~kind~nurse")
    new = User.objects.create_user("QY10999", "苏予墨")
    Membership.objects.create(person=new, unit=cast.ward, position=cast.positions.nurse)
    assert new in people_in(audience)

    leave(new, day=today(), by=cast.lu_zhixing)

    assert new not in people_in(audience)


def test_what_was_chosen_comes_back_as_it_was(cast):
    rows = [
        f"unit~{cast.ward.uid}~position~physician",
        f"unit~{cast.group.uid}~heads",
        f"unit~{cast.group.uid}~role~librarian",
        "unit~*~kind~doctor",
        f"!person~{cast.zhao_jingxing.uid}",
    ]
    audience = chosen(*rows)

    assert sorted(tokens.tokens_of(audience.rows.all())) == sorted(rows)
    assert f'value="{rows[0]}"' in str(SpaceForm(initial={"readers": audience})["readers"])


@pytest.mark.parametrize("row", ["unit~nothing", "person~", "nonsense", "unit~{}~kind~wizard", "unit~{}~position~x"])
def test_rows_that_nobody_can_have_chosen_are_refused(cast, row):
    form = SpaceForm(sent(row.format(cast.ward.uid)))

    assert form.errors == {"readers": ["有的单位、岗位或同事已经不在，请重新选择"]}


def test_an_empty_choice_is_asked_for_where_it_is_needed(cast):
    assert SpaceForm(sent()).errors == {"readers": ["请选择范围"]}


def test_a_tick_that_was_not_added_is_pointed_out(cast):
    form = SpaceForm(sent(f"person~{cast.xu_wenbo.uid}", unit=[cast.ward.uid]))

    assert "还没有加入范围" in form.errors["readers"][0]


def test_without_javascript_ticks_count_when_the_form_is_sent(cast):
    audience = chosen(
        f"person~{cast.xu_wenbo.uid}",
        f"person~{cast.han_yuan.uid}",
        plain="1",
        unit=[cast.ward.uid],
        kind=["nurse"],
        drop=[f"person~{cast.han_yuan.uid}"],
        numbers="yl10406",
    )

    assert set(people_in(audience)) == {cast.xu_wenbo, cast.lin_xiaoman, cast.zhao_jingxing}


@pytest.mark.promise("W17")
def test_the_number_is_exact_and_tells_how_it_comes_about(cast):
    Membership.objects.create(
        person=cast.lin_xiaoman, unit=cast.emergency, position=cast.positions.nurse, is_main=False
    )
    rows = [f"unit~{cast.ward.uid}", f"unit~{cast.emergency.uid}", f"!person~{cast.zhou_yaning.uid}"]

    count = counting.count(tokens.rows_of(rows))

    assert (count.total, count.rows) == (2, (2, 2, 1))
    assert (count.together, count.twice, count.excluded) == (4, 1, 1)


def test_the_number_says_whom_a_narrower_level_above_shuts_out(cast):
    above = scopes.intern([(audiences.intern([audiences.everyone_in(cast.ward)]).pk, None)])

    count = counting.count(tokens.rows_of([f"unit~{cast.qingyu.uid}"]), above)

    assert (count.total, count.shut_out) == (4, 2)


@pytest.mark.parametrize("row", ["unit~{}", "unit~{}~kind~nurse", "unit~{}~heads", "unit~{}~role~librarian"])
def test_the_number_agrees_with_who_may_read(cast, row):
    token = row.format(cast.qingyu.uid)

    assert counting.count(tokens.rows_of([token])).total == people_in(chosen(token)).count()


@pytest.mark.parametrize("count", [1, 20])
def test_counting_costs_one_query_for_any_number_of_rows(cast, count):
    rows = tokens.rows_of([f"unit~{cast.ward.uid}~kind~nurse", f"person~{cast.xu_wenbo.uid}"] * count)
    with CaptureQueriesContext(connection) as queries:
        counting.count(rows)

    assert len(queries) == 1


def test_buttons_add_exclude_and_remove(client, cast):
    client.force_login(cast.lin_xiaoman)
    ward = f"unit~{cast.ward.uid}"

    added = fragment(client, "chosen", cast, unit=[cast.ward.uid], kind=["nurse", "heads"], op="add").content.decode()
    assert f'value="{ward}~kind~nurse"' in added
    assert f'value="{ward}~heads"' in added

    without = fragment(client, "chosen", cast, ward, op=f"not-person:{cast.lin_xiaoman.uid}").content.decode()
    assert f'value="!person~{cast.lin_xiaoman.uid}"' in without
    assert "不包括 −1" in without

    removed = fragment(client, "chosen", cast, ward, op=f"remove:{ward}").content.decode()
    assert ward not in removed


def test_a_colleague_who_is_found_shows_why_he_is_in(client, cast):
    client.force_login(cast.lin_xiaoman)

    page = fragment(client, "people", cast, f"unit~{cast.ward.uid}", find="zhouyaning").content.decode()

    assert "周雅宁" in page
    assert "属于“心内一病区”" in page


def test_units_are_found_by_pinyin_and_initials(cast):
    assert [branch.unit for branch in units.found("jizhen")] == [cast.emergency]
    assert [branch.unit for branch in units.found("xxzx")] == [cast.it]
    assert [branch.unit for branch in units.found("青屿")] == [cast.qingyu]


def test_the_tree_counts_everybody_once(cast):
    Membership.objects.create(
        person=cast.lin_xiaoman, unit=cast.emergency, position=cast.positions.nurse, is_main=False
    )
    Membership.objects.filter(person=cast.han_yuan).update(ends_on=today() - datetime.timedelta(days=1))

    group = units.top()[0]

    assert (group.unit, group.people) == (cast.group, 6)
    assert [(each.unit.code, each.people) for each in group.below] == [("HX-YWB", 2), ("QY", 3), ("YL", 1)]
    assert [each.unit for each in units.below(cast.cardiology)] == [cast.ward]


def test_the_list_of_names_is_shown(client, cast):
    client.force_login(cast.lin_xiaoman)

    page = fragment(client, "names", cast, f"unit~{cast.ward.uid}").content.decode()

    assert "林小满" in page
    assert "周雅宁" in page
    assert "沈知夏" not in page


def test_a_made_up_setup_is_nothing(client, cast):
    client.force_login(cast.lin_xiaoman)

    assert client.post(reverse("picker:chosen", args=["readers"]), {"readers-setup": "x"}).status_code == 404
