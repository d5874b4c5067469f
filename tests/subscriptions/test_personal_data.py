"""What channels hold about a person is handed out and erased; what others can read stays, with the reason."""

import pytest

from org.personal_data import holdings
from subscriptions.actions import following, talking
from subscriptions.models import Follow, Like, PostComment
from tests.subscriptions.conftest import out

pytestmark = pytest.mark.django_db


def holding(name):
    return next(each for each in holdings() if each.name == name)


@pytest.mark.promise("P24")
def test_what_a_reader_follows_and_likes_is_handed_out_and_erased(house):
    nurse, other = house.cast.lin_xiaoman, house.cast.shen_zhixia
    post = out(house.channel, house.editor)[1][0]
    for person in (nurse, other):
        following.follow(house.channel, by=person)
        Like.objects.create(post=post, person=person)

    held = holding("channels").export(nurse)
    assert [each["channel__title"] for each in held["follows"]] == [house.channel.title]
    assert [each["post__title"] for each in held["likes"]] == [post.title]
    assert holding("channels").erase(nurse) == []
    assert not any(holding("channels").export(nurse).values())
    assert [Follow.objects.get().person, Like.objects.get().person] == [other, other]


@pytest.mark.promise("P24")
def test_only_what_others_read_stays_of_what_was_said(house):
    nurse = house.cast.lin_xiaoman
    post = out(house.channel, house.editor)[1][0]
    shown = PostComment.objects.create(post=post, person=nurse, text="带我的老师也是这么教的")
    PostComment.objects.create(post=post, person=nurse, text="没有人选它")
    talking.select(shown, by=house.editor, is_shown=True)

    assert len(holding("post_comments").export(nurse)) == 2
    kept = holding("post_comments").erase(nurse)
    assert [each.count for each in kept] == [1]
    assert PostComment.objects.get() == shown
