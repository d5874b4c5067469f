"""What one read, favours and watches, as far as one may still see it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from activity import actions, counting
from activity.models import Visit, WatchLevel
from activity.queries import favourite_lines, favourites_for, recent_for, recent_lines, state_of, watched_by
from activity.tasks import tidy
from content.models import ContentPage
from org.models import Version
from wiki.models import Article

pytestmark = pytest.mark.django_db


def write(parent, title):
    return parent.add_child(instance=Article(title=title))


def read(user, *pages):
    for page in pages:
        counting.count(user, ContentPage, page.pk)
        counting.flush()


def titles(found):
    return [row.title for _, row in found]


def leave(person):
    person.memberships.get().delete()
    person.refresh_from_db()


@pytest.mark.promise("W43")
def test_recent_pages_stand_newest_first_and_once(cast, page, kind):
    other = write(page.get_parent(), "夜班")
    read(cast.lin_xiaoman, page, other, page)

    assert titles(recent_for(cast.lin_xiaoman, kind)) == ["交接班要点", "夜班"]


@pytest.mark.promise("W4", "W5")
def test_a_page_one_may_no_longer_see_leaves_every_list(cast, page, kind):
    nurse = cast.lin_xiaoman
    read(nurse, page)
    actions.favourite(nurse, page)
    actions.watch(nurse, page)
    lists = (recent_for, favourites_for, watched_by)
    assert [titles(each(nurse, kind)) for each in lists] == [[page.title]] * 3

    leave(nurse)

    assert [titles(each(nurse, kind)) for each in lists] == [[]] * 3


def test_favourites_of_another_person_are_their_own(cast, page, kind):
    actions.favourite(cast.zhou_yaning, page)

    assert favourites_for(cast.lin_xiaoman, kind) == []


@pytest.mark.parametrize("count", (1, 6))
def test_lists_cost_the_same_for_any_length(cast, page, count, django_assert_num_queries):
    for number in range(count):
        each = write(page.get_parent(), f"第 {number} 页")
        read(cast.lin_xiaoman, each)
        actions.favourite(cast.lin_xiaoman, each)
    nurse = cast.lin_xiaoman
    nurse.versions_of_request = (nurse.access_version, Version.current(Version.ACCESS))  # as a request brings them
    favourite_lines(nurse)  # works out the rights

    with django_assert_num_queries(2 + 2):
        assert len(recent_lines(cast.lin_xiaoman)) == count
        assert len(favourite_lines(cast.lin_xiaoman)) == count


def test_everything_one_did_with_a_page_is_one_query(cast, page, django_assert_num_queries):
    nurse = cast.lin_xiaoman
    actions.watch(nurse, page, WatchLevel.IMPORTANT)
    actions.react(nurse, page, True)
    counting.reach(nurse, page, "h-2")
    counting.flush()

    with django_assert_num_queries(1):
        state = state_of(nurse, page)

    assert (state.is_favourite, state.watch, state.is_useful, state.place) == (False, "important", True, "h-2")


def test_reading_again_keeps_the_place(cast, page):
    counting.reach(cast.lin_xiaoman, page, "h-7")
    counting.flush()

    read(cast.lin_xiaoman, page)

    assert state_of(cast.lin_xiaoman, page).place == "h-7"


def test_where_one_read_half_a_year_ago_is_forgotten(cast, page):
    read(cast.lin_xiaoman, page)
    Visit.objects.update(at=timezone.now() - timedelta(days=181))

    tidy()

    assert not Visit.objects.exists()
