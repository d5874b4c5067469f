"""Every decision about pages and spaces leaves a row: who, about what, and how it was before and after."""

import pytest

from access import audiences
from access.models import AccessRequest
from audit.models import Decision
from content.actions import bulk, placing, publishing, requests, spaces, writing
from content.actions.writing import Text
from content.errors import WrongPlace
from content.models import BulkChange, ContentPage
from content.transfer import exporting, importing
from org.choices import RoleKind
from org.models import Role
from tests.cast import LONG_AGO, make_space
from tests.content.pages import FIRST, fresh, save, step

pytestmark = [pytest.mark.django_db, pytest.mark.promise("P23")]


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu", stewards=[audiences.person(cast.zhou_yaning)])


@pytest.fixture
def other(cast, space):
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("夜班", FIRST))
    return publishing.publish(made, by=cast.zhou_yaning)


def rows(verb):
    found = Decision.objects.filter(verb=verb).order_by("pk")
    return [(row.by.name, row.about_key, row.before, row.after) for row in found]


def test_a_move(cast, space, page, other):
    placing.move(page, other, by=cast.zhou_yaning)

    assert rows("page.moved") == [("周雅宁", page.uid, {"parent": space.uid}, {"parent": other.uid})]


def test_the_way_into_the_bin_and_back(cast, space, page):
    placing.restore(placing.remove(page, by=cast.zhou_yaning), by=cast.zhou_yaning)

    assert rows("page.removed") == [("周雅宁", page.uid, {"pages": 1}, None)]
    assert rows("page.restored") == [("周雅宁", page.uid, None, {"parent": space.uid})]


def test_an_old_text_made_new(cast, page):
    old = page.get_latest_revision()
    save(page, cast.zhou_yaning, "另一段。\n")

    new = writing.restore_revision(fresh(page), old, by=cast.zhou_yaning)

    assert rows("page.restored_text") == [
        ("周雅宁", page.uid, None, {"from_revision": old.pk, "revision": new.pk}),
    ]


def test_asking_for_an_approval_and_giving_it(cast, page, space):
    spaces.demand_approval(space, RoleKind.APPROVER, by=cast.zhou_yaning)
    Role.objects.create(person=cast.shen_zhixia, kind=RoleKind.APPROVER, unit=cast.qingyu, starts_on=LONG_AGO)
    save(page, cast.zhou_yaning, "另一段。\n")
    publishing.submit(fresh(page), by=cast.zhou_yaning)
    revision = fresh(page).latest_revision_id

    publishing.approve(step(), by=cast.shen_zhixia)

    assert rows("page.submitted") == [("周雅宁", page.uid, None, None)]
    assert rows("page.approved") == [("沈知夏", page.uid, None, {"revision": revision})]


@pytest.mark.promise("W42")
@pytest.mark.parametrize(("days", "verb"), [(7, "access.given"), (None, "access.declined")])
def test_the_answer_to_who_asks_for_a_page(cast, page, days, verb):
    requests.ask(cast.zhao_jingxing, page.uid, "借鉴")

    requests.decide(AccessRequest.objects.get(), by=cast.zhou_yaning, days=days, answer="好")

    assert rows(verb) == [("周雅宁", page.uid, None, {"person": cast.zhao_jingxing.number, "days": days})]


def test_many_at_once_and_their_way_back(cast, space, page, other):
    what = BulkChange.What.MOVE
    change = bulk.carry_out(space, [page.uid], by=cast.zhou_yaning, what=what, to=other)
    bulk.undo(change, by=cast.zhou_yaning)

    assert rows("pages.bulk") == [("周雅宁", space.uid, None, {"what": "move", "done": 1, "left": 0})]
    assert rows("pages.bulk_undone") == [("周雅宁", space.uid, None, {"what": "move"})]


def test_a_new_space_and_its_new_readers(cast):
    mine = [audiences.person(cast.lu_zhixing)]
    people = dict.fromkeys(("readers", "editors", "stewards"), mine)
    space = spaces.create(by=cast.lu_zhixing, unit=cast.qingyu, slug="new", title="新空间", **people)
    before = space.readers_id

    changed = spaces.change(space, by=cast.lu_zhixing, **people | {"readers": [audiences.everyone_in(cast.qingyu)]})

    assert rows("space.created") == [("陆知行", space.uid, None, {"unit": "QY", "slug": "new"})]
    ((who, about, was, now),) = rows("space.changed")
    assert (who, about) == ("陆知行", space.uid)
    assert (was["readers"], now["readers"]) == (before, changed.readers_id)


def test_what_is_taken_out_and_brought_in(cast, space, page, tmp_path):
    exporting.export(space, tmp_path / "a.zip", by=cast.zhou_yaning)
    own = [audiences.person(cast.zhou_yaning)]
    elsewhere = make_space(cast.emergency, slug="er", readers=own, editors=own)
    (tmp_path / "甲.md").write_text("# 甲\n")
    (tmp_path / "a.zip").rename(tmp_path.parent / "a.zip")

    importing.carry_on(importing.begin(str(tmp_path), space=elsewhere, by=cast.zhou_yaning, name="甲"))

    assert rows("space.exported") == [("周雅宁", space.uid, None, {"pages": 1})]
    assert rows("import.begun") == [("周雅宁", elsewhere.uid, None, {"name": "甲", "pages": 1})]
    assert [row[0] for row in rows("import.finished")] == ["周雅宁"]


def test_a_decision_that_fails_leaves_none(cast, page, other):
    below = placing.move(page, other, by=cast.zhou_yaning)

    with pytest.raises(WrongPlace):
        placing.move(ContentPage.objects.get(pk=other.pk), below, by=cast.zhou_yaning)

    assert len(rows("page.moved")) == 1
