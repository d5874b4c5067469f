"""Below a page: what leads here, what is like it, and, for who maintains it, links that lead nowhere."""

import pytest
from django.urls import reverse

from access import audiences
from activity.actions import watch
from activity.models import WatchLevel
from content.actions import placing, publishing, readers, writing
from content.actions.writing import Text
from tests.cast import make_space
from tests.content.pages import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W40")]


def live(space, by, title, body="正文", tags=()):
    made = writing.create(space, "article", by=by, text=Text(title, body, tags=tags))
    return publishing.publish(made, by=by)


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.zhou_yaning)])


def around(client, page, person):
    client.force_login(person)
    return client.get(reverse("content:around", args=[page.uid])).context


def test_pages_that_lead_here_and_pages_with_its_tags_are_shown(client, cast, space):
    page = live(space, cast.zhou_yaning, "交接班", tags=("夜班", "护理"))
    leads = live(space, cast.zhou_yaning, "值班", "见[[交接班]]。")
    alike = live(space, cast.zhou_yaning, "巡房", tags=("夜班",))
    more_alike = live(space, cast.zhou_yaning, "交接单", tags=("夜班", "护理"))

    shown = around(client, page, cast.lin_xiaoman)

    assert [each.pk for each in shown["backlinks"]] == [leads.pk]
    assert [each.pk for each in shown["related"]] == [more_alike.pk, alike.pk]


@pytest.mark.promise("W39")
@pytest.mark.parametrize("end", [publishing.unpublish, placing.remove])
def test_a_link_that_leads_nowhere_is_told_to_who_keeps_the_page_alone(client, cast, space, end):
    target = live(space, cast.zhou_yaning, "交接班")
    page = live(space, cast.zhou_yaning, "值班", "见[[交接班]]。")
    assert not around(client, page, cast.zhou_yaning)["broken"]

    end(fresh(target), by=cast.zhou_yaning)

    assert [each.words for each in around(client, page, cast.zhou_yaning)["broken"]] == ["交接班"]
    assert not around(client, page, cast.lin_xiaoman)["broken"]


def test_the_margin_says_for_whom_it_is_who_wrote_and_how_many_watch(client, cast, space):
    page = live(space, cast.zhou_yaning, "交接班")
    space.editors = space.readers
    space.save()
    saved = writing.save(
        fresh(page), by=cast.lin_xiaoman, base=fresh(page).latest_revision_id, text=Text("交接班", "改过")
    )
    assert not around(client, page, cast.shen_zhixia)["co_authors"]  # not before it went live
    publishing.publish(saved.page, by=cast.lin_xiaoman)
    watch(cast.lin_xiaoman, page, WatchLevel.ALL)

    shown = around(client, page, cast.shen_zhixia)

    assert [person.name for person in shown["co_authors"]] == ["林小满"]
    assert (shown["readers"], shown["watchers"]) == ("青屿医院及下级", 1)

    readers.narrow(fresh(page), by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])
    assert around(client, page, cast.zhou_yaning)["readers"] == "部分同事"
