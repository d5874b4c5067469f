"""Many pages at once: a result for each, and one way back for all."""

import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from access import audiences
from content.actions import bulk, life, publishing, readers, writing
from content.actions.spaces import demand_approval
from content.actions.writing import Text
from content.errors import AlreadyDecided
from content.models import BulkChange, ContentPage, Export, Removal
from jobs.testing import run_due
from notifications.models import Notice
from org.choices import RoleKind
from org.personal_data import holdings
from tests.cast import make_space

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W66")]


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu", stewards=[audiences.person(cast.zhou_yaning)])


@pytest.fixture
def pages(cast, space):
    """甲, 乙 with 乙一 below it, 丙; all live, kept by 周雅宁."""
    made = {}
    for title, parent in (("甲", space), ("乙", space), ("乙一", "乙"), ("丙", space)):
        below = ContentPage.objects.get(pk=made.get(parent, parent).pk)
        page = writing.create(below, "article", by=cast.zhou_yaning, text=Text(title, "文", tags=("旧",)))
        made[title] = publishing.publish(page, by=cast.zhou_yaning)
    return made


def do(client, space, pages, what, **asked):
    data = {"page": [page.uid for page in pages], "what": what, **asked}
    answer = client.post(reverse("content:bulk", args=[space.slug]), data)
    assert answer.status_code == 302, answer.content.decode()
    return BulkChange.objects.get(uid=answer.headers["Location"].split("/")[2])


def undo(client, change):
    return client.post(reverse("content:bulk_undo", args=[change.uid]), follow=True).content.decode()


def fresh(page):
    return ContentPage.objects.get(pk=page.pk).specific


def order(parent):
    return [page.title for page in ContentPage.objects.get(pk=parent.pk).get_children()]


def test_pages_are_moved_with_what_is_below_them_and_back(client, cast, space, pages):
    client.force_login(cast.zhou_yaning)

    change = do(client, space, [pages["乙"], pages["乙一"], pages["丙"]], "move", to=pages["甲"].uid)
    assert (order(space), order(pages["甲"]), order(pages["乙"])) == (["甲"], ["乙", "丙"], ["乙一"])
    assert [each["words"] for each in change.results] == ["已移到《甲》下", "随上级页面一起", "已移到《甲》下"]
    undo(client, change)

    assert (order(space), order(pages["乙"])) == (["甲", "乙", "丙"], ["乙一"])


def test_what_cannot_be_done_says_why_and_leaves_the_others_alone(client, cast, space, pages):
    client.force_login(cast.zhou_yaning)

    change = do(client, space, [pages["甲"], pages["丙"]], "move", to=pages["甲"].uid)

    assert [(each["title"], each["is_done"]) for each in change.results] == [("甲", False), ("丙", True)]
    assert "不能放在这里" in client.get(reverse("content:bulk_result", args=[change.uid])).content.decode()
    assert order(space) == ["甲", "乙"]


def test_a_tag_goes_live_where_the_text_is_and_into_the_draft_where_it_is_not(client, cast, space, pages):
    latest = fresh(pages["丙"]).latest_revision_id
    writing.save(fresh(pages["丙"]), by=cast.zhou_yaning, base=latest, text=Text("丙", "还没发布的"))
    client.force_login(cast.zhou_yaning)

    change = do(client, space, [pages["甲"], pages["丙"]], "tag", tag="急救")
    assert sorted(fresh(pages["甲"]).tags.names()) == ["急救", "旧"]
    assert fresh(pages["丙"]).body == "文"
    assert "急救" in fresh(pages["丙"]).get_latest_revision_as_object().tags.names()
    undo(client, change)

    assert sorted(fresh(pages["甲"]).tags.names()) == ["旧"]
    assert "急救" not in fresh(pages["丙"]).get_latest_revision_as_object().tags.names()
    assert fresh(pages["丙"]).get_latest_revision_as_object().body == "还没发布的"


def test_pages_get_another_maintainer_who_is_told_once(client, cast, space, pages):
    client.force_login(cast.zhou_yaning)
    life.hand_over(ContentPage.objects.filter(pk=pages["丙"].pk), to=cast.shen_zhixia, by=cast.zhou_yaning, reason="x")

    change = do(client, space, [pages["甲"], pages["丙"]], "entrust", number="QY10874")
    assert [fresh(pages[title]).maintainer for title in "甲丙"] == [cast.lin_xiaoman] * 2
    run_due()
    assert Notice.objects.filter(person=cast.lin_xiaoman, kind="page.entrusted").count() == 1
    undo(client, change)

    assert [fresh(pages[title]).maintainer for title in "甲丙"] == [cast.zhou_yaning, cast.shen_zhixia]


def test_pages_are_put_into_the_bin_and_all_come_back(client, cast, space, pages):
    client.force_login(cast.zhou_yaning)

    change = do(client, space, [pages["甲"], pages["乙"], pages["乙一"]], "remove")
    assert (order(space), Removal.objects.count()) == (["丙"], 2)
    undo(client, change)
    again = undo(client, change)

    assert sorted(order(space)) == ["丙", "乙", "甲"]
    assert fresh(pages["乙一"]).live
    assert "已经有人处理了" in again


def test_chosen_pages_alone_are_exported(client, cast, space, pages):
    client.force_login(cast.zhou_yaning)

    do(client, space, [pages["甲"], pages["乙一"]], "export")
    run_due()

    place = Path(settings.VAR) / "exports" / Export.objects.get().place
    with zipfile.ZipFile(place) as archive:
        inside = sorted(name for name in archive.namelist() if name.startswith("pages/"))
    assert [pages[title].uid in " ".join(inside) for title in ("甲", "乙一", "丙")] == [True, True, False]
    assert len(inside) == 2


@pytest.mark.parametrize("asked", [
    {"what": "move"}, {"what": "tag"}, {"what": "tag", "tag": "甲，乙"},
    {"what": "entrust", "number": "QY00000"}, {"what": "burn"},
    {"what": "export", "page": []},
])  # fmt: skip
def test_what_is_missing_is_said(client, cast, space, pages, asked):
    client.force_login(cast.zhou_yaning)

    answer = client.post(reverse("content:bulk", args=[space.slug]), {"page": [pages["甲"].uid], **asked})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not BulkChange.objects.exists()


def test_who_may_not_write_here_finds_nothing_and_nobody_sees_anothers_results(client, cast, space, pages):
    client.force_login(cast.zhou_yaning)
    change = do(client, space, [pages["甲"]], "remove")
    other = make_space(cast.yunling, slug="yunling")

    client.force_login(cast.zhao_jingxing)
    assert client.get(reverse("content:bulk", args=[space.slug])).status_code == 404
    data = {"page": [pages["乙"].uid], "what": "remove"}
    assert client.post(reverse("content:bulk", args=[other.slug]), data).status_code == 422
    for person in (cast.zhao_jingxing, cast.lin_xiaoman):
        client.force_login(person)
        assert client.get(reverse("content:bulk_result", args=[change.uid])).status_code == 404
        assert client.post(reverse("content:bulk_undo", args=[change.uid])).status_code == 404
    assert order(space) == ["乙", "丙"]


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_costs_the_same_for_any_length(client, cast, space, count, django_assert_max_num_queries):
    for number in range(count):
        writing.create(fresh(space), "article", by=cast.zhou_yaning, text=Text(f"第 {number} 篇", "文"))
    client.force_login(cast.zhou_yaning)

    with django_assert_max_num_queries(14):
        assert client.get(reverse("content:bulk", args=[space.slug])).status_code == 200


def test_what_one_may_not_see_any_more_stays_and_the_others_go_back(client, cast, pages):
    """周雅宁 tidies up; then the keeper of the space shows one of the pages to somebody else alone."""
    space = make_space(cast.qingyu, slug="shared", stewards=[audiences.person(cast.shen_zhixia)])
    there = [
        publishing.publish(
            writing.create(space, "article", by=cast.shen_zhixia, text=Text(title, "文")), by=cast.shen_zhixia
        )
        for title in ("甲", "乙", "丙")
    ]
    client.force_login(cast.zhou_yaning)
    change = do(client, space, there[1:], "move", to=there[0].uid)
    readers.narrow(there[1], by=cast.shen_zhixia, rows=[audiences.person(cast.shen_zhixia)])

    said = undo(client, change)

    assert "没有权限，或已不在" in said
    assert (order(space), order(there[0])) == (["甲", "丙"], ["乙"])


def test_hidden_pages_and_those_of_other_spaces_stay_out(cast, space, pages):
    readers.narrow(pages["丙"], by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])
    elsewhere = writing.create(
        make_space(cast.qingyu, slug="other"), "article", by=cast.lin_xiaoman, text=Text("别处", "文")
    )

    with pytest.raises(bulk.NothingChosen):
        bulk.carry_out(space, [pages["丙"].uid, elsewhere.uid], by=cast.lin_xiaoman, what=BulkChange.What.REMOVE)

    assert not Removal.objects.exists()


def test_nobody_takes_back_what_a_colleague_did(cast, space, pages):
    change = bulk.carry_out(space, [pages["丙"].uid], by=cast.zhou_yaning, what=BulkChange.What.REMOVE)

    with pytest.raises(AlreadyDecided):
        bulk.undo(change, by=cast.lin_xiaoman)
    bulk.undo(change, by=cast.zhou_yaning)
    with pytest.raises(AlreadyDecided):
        bulk.undo(BulkChange.objects.get(), by=cast.zhou_yaning)


@pytest.mark.promise("W12")
def test_where_changes_are_approved_a_tag_waits_in_the_draft(cast, space, pages):
    demand_approval(space, RoleKind.APPROVER, by=cast.zhou_yaning)

    change = bulk.carry_out(space, [pages["丙"].uid], by=cast.zhou_yaning, what=BulkChange.What.TAG, tag="新")

    assert change.results[0]["is_done"]
    assert set(fresh(pages["丙"]).tags.names()) == {"旧"}
    assert set(fresh(pages["丙"]).get_latest_revision_as_object().tags.names()) == {"旧", "新"}


@pytest.mark.promise("P24")
def test_what_somebody_did_with_many_pages_goes_with_the_person(cast, space, pages):
    bulk.carry_out(space, [pages["甲"].uid], by=cast.zhou_yaning, what=BulkChange.What.EXPORT)
    mine = next(holding for holding in holdings() if holding.name == "errands")
    assert [len(rows) for rows in mine.export(cast.zhou_yaning).values()] == [1, 1]

    mine.erase(cast.zhou_yaning)

    assert [len(rows) for rows in mine.export(cast.zhou_yaning).values()] == [0, 0]
