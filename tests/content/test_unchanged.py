"""“Unchanged” is said only while nothing has changed of what the page shows this reader: W4, W5, P21."""

import datetime

import pytest

from access import audiences
from content.actions import life, placing, publishing, readers, spaces, writing
from content.actions.writing import Text
from content.models import Removal
from org.models import Membership, User
from tests.content.pages import FIRST, fresh, save

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W4", "W5", "P21")]


@pytest.fixture
def sibling(cast, space):
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("血压监测", FIRST))
    return publishing.publish(made, by=cast.zhou_yaning)


@pytest.fixture
def ask(cast, client, page, sibling):
    """Reads the page again as 林小满 does, with what the browser kept; answers the status."""
    client.force_login(cast.lin_xiaoman)
    client.get(page.get_absolute_url())  # brings the cookie that forms need
    kept = client.get(page.get_absolute_url()).headers["ETag"]

    def again(kept=kept):
        return client.get(page.get_absolute_url(), headers={"If-None-Match": kept})

    assert again().status_code == 304
    return again


def publish(cast, page, sibling):
    save(page, cast.zhou_yaning, "新的一段。")
    publishing.publish(fresh(page), by=cast.zhou_yaning)


def publish_beside(cast, page, sibling):
    made = writing.create(page.get_parent(), "article", by=cast.zhou_yaning, text=Text("新来的", FIRST))
    publishing.publish(made, by=cast.zhou_yaning)


def rename_beside(cast, page, sibling):
    writing.save(sibling, by=cast.zhou_yaning, base=sibling.latest_revision_id, text=Text("血压与心率", FIRST))
    publishing.publish(fresh(sibling), by=cast.zhou_yaning)


def move_beside(cast, page, sibling):
    placing.move(sibling, page, by=cast.zhou_yaning)


def move(cast, page, sibling):
    placing.move(page, sibling, by=cast.zhou_yaning)


def unpublish_beside(cast, page, sibling):
    publishing.unpublish(sibling, by=cast.zhou_yaning)


def remove_beside(cast, page, sibling):
    placing.remove(sibling, by=cast.zhou_yaning)


def narrow_beside(cast, page, sibling):
    readers.narrow(sibling, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])


def verify(cast, page, sibling):
    life.verify(page, by=cast.zhou_yaning, valid_until=datetime.date(2030, 1, 1))


def rename_maintainer(cast, page, sibling):
    User.objects.filter(pk=page.maintainer_id).update(name="周雅")


CHANGES = (
    publish, publish_beside, rename_beside, move_beside, move, unpublish_beside, remove_beside, narrow_beside, verify,
    rename_maintainer,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_of_what_is_shown_is_shown(cast, page, sibling, ask, change):
    change(cast, page, sibling)

    assert ask().status_code == 200


def test_what_comes_back_from_the_bin_stands_in_the_tree_again(cast, page, sibling, ask):
    placing.remove(sibling, by=cast.zhou_yaning)
    without = ask()
    placing.restore(Removal.objects.get(), by=cast.zhou_yaning)

    assert "血压监测" not in without.content.decode()
    assert "血压监测" in ask().content.decode()


def test_a_renamed_space_says_its_new_name(cast, space, ask):
    heads = [audiences.everyone_in(cast.qingyu)]
    space.stewards = audiences.intern(heads)
    space.save()
    rows = dict.fromkeys(("readers", "editors", "stewards"), heads)
    spaces.change(space, by=cast.zhou_yaning, title="青屿知识", **rows)

    assert "青屿知识" in ask().content.decode()


def test_whose_post_has_ended_reads_nothing_on_the_next_request(cast, ask):
    Membership.objects.get(person=cast.lin_xiaoman).delete()

    assert ask().status_code == 404


def test_whose_post_opens_what_stands_beside_sees_it_with_the_next_request(cast, sibling, ask):
    doctors = [audiences.everyone_in(cast.qingyu, position_kind="doctor")]
    readers.narrow(sibling, by=cast.zhou_yaning, rows=doctors)
    without = ask()
    kept = without.headers["ETag"]

    post = Membership(person=cast.lin_xiaoman, unit=cast.emergency, position=cast.positions.physician, is_main=False)
    post.save()

    assert "血压监测" not in without.content.decode()
    assert "血压监测" in ask(kept).content.decode()


def test_whose_space_is_closed_reads_nothing_on_the_next_request(cast, page, ask):
    readers.narrow(page, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])

    assert ask().status_code == 404


def test_a_draft_of_somebody_else_changes_nothing_for_readers(cast, page, sibling, ask):
    save(sibling, cast.zhou_yaning, "还没有发布的一段。")

    assert ask().status_code == 304
