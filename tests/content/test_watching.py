"""Watching a space is watching its pages, but for those one wants to hear nothing of."""

import pytest

from activity.actions import watch
from activity.models import WatchLevel
from content import queries
from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage
from tests.cast import make_space
from tests.content.pages import FIRST

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(cast, space):
    """Two pages of the space, and one of a ward one does not work in, which one may read."""
    elsewhere = make_space(cast.emergency, slug="emergency", title="急诊", editors=None)
    made = [writing.create(space, "article", by=cast.zhou_yaning, text=Text(title, FIRST)) for title in ("甲", "乙")]
    made.append(writing.create(elsewhere, "article", by=cast.shen_zhixia, text=Text("丙", FIRST)))
    return [publishing.publish(page, by=page.owner) for page in made]


def heard_of(person):
    return {publication.page.title for publication in queries.changes(person, watched_by=person)}


def test_what_changes_in_a_watched_space_is_shown_less_what_is_muted(cast, space, pages):
    assert heard_of(cast.lin_xiaoman) == set()

    watch(cast.lin_xiaoman, ContentPage.objects.get(pk=space.pk), WatchLevel.ALL)
    assert heard_of(cast.lin_xiaoman) == {"甲", "乙"}

    watch(cast.lin_xiaoman, pages[1], WatchLevel.MUTED)
    assert heard_of(cast.lin_xiaoman) == {"甲"}


@pytest.mark.promise("W4")
def test_a_watched_space_one_may_not_read_any_more_shows_nothing(cast, space, pages):
    watch(cast.lin_xiaoman, ContentPage.objects.get(pk=space.pk), WatchLevel.ALL)
    cast.lin_xiaoman.memberships.all().delete()
    cast.lin_xiaoman.forget_access()

    assert heard_of(cast.lin_xiaoman) == set()


def test_the_button_stands_on_the_space_and_says_what_holds(cast, client, space):
    client.force_login(cast.lin_xiaoman)
    assert "关注" in client.get("/spaces/qingyu/").content.decode()

    client.post(f"/activity/page/{space.uid}/watch/", {"level": "all"})

    assert "已关注" in client.get("/spaces/qingyu/").content.decode()
