"""Spaces are made, narrowed and kept by those who are trusted with them."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from access import audiences
from content import tree
from content.actions import publishing, spaces, writing
from content.actions.writing import Text
from content.errors import NeedsApproval
from content.models import ContentPage
from org.choices import RoleKind
from tests.cast import make_space

pytestmark = pytest.mark.django_db


def people(cast, unit):
    everyone = [audiences.everyone_in(unit)]
    return {"readers": everyone, "editors": everyone, "stewards": [audiences.heads_of(unit)]}


def test_an_administrator_makes_a_space_without_becoming_its_reader(cast):
    made = spaces.create(by=cast.lu_zhixing, unit=cast.ward, slug="ward", title="病区", **people(cast, cast.ward))

    assert not ContentPage.objects.visible_to(cast.lu_zhixing).filter(pk=made.pk).exists()
    assert ContentPage.objects.visible_to(cast.lin_xiaoman).filter(pk=made.pk).exists()
    assert ContentPage.objects.may(cast.lu_zhixing, "steward").filter(pk=made.pk).exists()


@pytest.mark.parametrize(("place", "lands"), [("group", "/spaces/made/"), ("ward", "/library/")])
def test_whoever_made_a_space_lands_where_they_may_be(cast, client, place, lands):
    client.force_login(cast.lu_zhixing)
    unit = getattr(cast, place)
    people = dict.fromkeys(("readers", "editors", "stewards"), f"unit~{unit.uid}")

    asked = {"title": "新空间", "slug": "made", "unit": unit.pk, "quota_mb": "100", **people}
    answer = client.post("/library/new-space/", asked, follow=True)

    assert (answer.redirect_chain[-1][0], answer.status_code) == (lands, 200)


def test_who_bears_no_role_makes_none(cast, client):
    with pytest.raises(PermissionDenied):
        spaces.create(by=cast.lin_xiaoman, unit=cast.ward, slug="ward", title="病区", **people(cast, cast.ward))
    client.force_login(cast.lin_xiaoman)
    assert client.get("/library/new-space/").status_code == 404


@pytest.mark.parametrize("address", ["edit", "publish", "unpublish", "move", "remove", "readers"])
def test_whoever_writes_in_a_space_does_not_handle_the_space_like_a_page(cast, client, address):
    space = make_space(cast.qingyu, slug="qingyu")
    for person in (cast.lin_xiaoman, cast.lu_zhixing):
        client.force_login(person)
        assert client.post(f"/wiki/{space.uid}/{address}/", {"title": "另一个名字"}).status_code in (404, 405)

    assert ContentPage.objects.get(pk=space.pk).live


@pytest.mark.promise("W5", "W6")
def test_narrowing_a_space_closes_all_its_pages_with_the_next_request(cast, client):
    space = make_space(cast.qingyu, slug="qingyu")
    page = writing.create(space, "article", by=cast.zhou_yaning, text=Text("要点", "正文"))
    publishing.publish(page, by=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)
    assert client.get(page.get_absolute_url()).status_code == 200

    now = people(cast, cast.it) | {"title": "信息中心"}
    spaces.change(space, by=cast.lu_zhixing, **now)

    assert client.get(page.get_absolute_url()).status_code == 404
    assert client.get(space.get_absolute_url()).status_code == 404


@pytest.mark.promise("W12")
def test_a_space_demands_approval_by_one_choice(cast):
    space = make_space(cast.qingyu, slug="qingyu")
    page = writing.create(space, "article", by=cast.zhou_yaning, text=Text("要点", "正文"))
    spaces.demand_approval(space, RoleKind.APPROVER, by=cast.lu_zhixing)

    with pytest.raises(NeedsApproval):
        publishing.publish(page, by=cast.zhou_yaning)

    spaces.demand_approval(space, None, by=cast.lu_zhixing)
    publishing.publish(page, by=cast.zhou_yaning)


def test_the_settings_page_shows_and_saves(cast, client):
    space = make_space(cast.emergency, slug="er", title="急诊")
    client.force_login(cast.shen_zhixia)

    answer = client.get("/spaces/er/settings/")

    assert answer.status_code == 200
    assert "急诊" in answer.content.decode()
    client.force_login(cast.zhao_jingxing)
    assert client.get("/spaces/er/settings/").status_code == 404
    assert space.title == "急诊"


def test_a_steward_hands_the_space_to_another_and_demands_approvals_at_once(cast, client):
    space = make_space(cast.emergency, slug="er", title="急诊", stewards=[audiences.person(cast.shen_zhixia)])
    everybody = [f"unit~{cast.emergency.uid}"]
    sent = {"title": "急诊", "readers": everybody, "editors": everybody, "quota_mb": 500, "approval": "approver"}
    client.force_login(cast.shen_zhixia)

    answer = client.post("/spaces/er/settings/", {**sent, "stewards": [f"person~{cast.zhou_yaning.uid}"]})

    assert (answer.status_code, spaces.approval_of(space)) == (302, "approver")
    assert client.get("/spaces/er/settings/").status_code == 404
    assert client.get(answer.url).status_code == 200
    client.force_login(cast.zhou_yaning)
    assert client.get("/spaces/er/settings/").status_code == 200


@pytest.mark.parametrize("count", (1, 12))
def test_library_and_space_cost_the_same_for_any_number_of_pages(cast, client, count, django_assert_max_num_queries):
    space = make_space(cast.qingyu, slug="qingyu")
    for number in range(count):
        page = writing.create(space, "article", by=cast.zhou_yaning, text=Text(f"第 {number} 篇", "正文"))
        publishing.publish(page, by=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)
    client.get("/library/")

    with django_assert_max_num_queries(12):
        client.get("/library/")
    with django_assert_max_num_queries(16):
        client.get(space.get_absolute_url())
    with django_assert_max_num_queries(7):
        client.get(page.get_absolute_url())


def test_an_unchanged_page_is_answered_with_two_queries(cast, client, django_assert_num_queries):
    space = make_space(cast.qingyu, slug="qingyu")
    page = writing.create(space, "article", by=cast.zhou_yaning, text=Text("要点", "正文"))
    publishing.publish(page, by=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)
    client.get(page.get_absolute_url())  # brings the cookie that forms need
    etag = client.get(page.get_absolute_url()).headers["ETag"]

    with django_assert_num_queries(2):
        again = client.get(page.get_absolute_url(), headers={"If-None-Match": etag})

    assert again.status_code == 304


def test_the_addresses_written_out_in_the_tree_are_the_real_ones(cast):
    node = tree.Node(1, "0001", 1, False, "abcdefghjkmn", "标题")

    assert node.url == reverse("content:page", args=[node.uid, "-"])
    assert node.branch_url == reverse("content:branch", args=[node.uid])


def test_a_spaces_base_row_knows_the_address_of_the_space(cast):
    space = make_space(cast.qingyu, slug="qingyu")

    assert ContentPage.objects.get(pk=space.pk).get_absolute_url() == "/spaces/qingyu/"
