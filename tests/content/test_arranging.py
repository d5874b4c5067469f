"""A move in the tree: done, refused in words, or not there at all for who may not."""

import pytest
from django.urls import reverse

from content.actions import writing
from content.actions.writing import Text
from content.models import ContentPage
from tests.cast import make_space

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W38")]


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def pages(cast, space):
    return [
        writing.create(ContentPage.objects.get(pk=space.pk), "article", by=cast.zhou_yaning, text=Text(title, "文"))
        for title in "甲乙丙"
    ]


def arrange(client, page, **place):
    return client.post(reverse("content:arrange", args=[page.uid]), place)


def order(space):
    return [page.title for page in ContentPage.objects.get(pk=space.pk).get_children()]


def test_before_after_and_below_a_page_and_back_again(client, cast, space, pages):
    first, second, third = pages
    ContentPage.objects.filter(pk__in=[page.pk for page in pages]).update(live=True)
    client.force_login(cast.lin_xiaoman)

    said = arrange(client, third, to=space.uid, before=first.uid).json()
    assert (order(space), said["back"]) == (["丙", "甲", "乙"], {"to": space.uid, "before": ""})
    arrange(client, third, **said["back"])
    assert order(space) == ["甲", "乙", "丙"]
    said = arrange(client, first, to=space.uid, after=second.uid).json()
    assert (order(space), said["back"]["before"]) == (["乙", "甲", "丙"], second.uid)

    arrange(client, third, to=second.uid)
    assert (order(space), order(second)) == (["乙", "甲"], ["丙"])


def test_below_itself_or_beside_a_page_of_elsewhere_is_refused_in_words(client, cast, space, pages):
    first, second, third = pages
    ContentPage.objects.filter(pk__in=[page.pk for page in pages]).update(live=True)
    client.force_login(cast.lin_xiaoman)

    answers = [
        arrange(client, first, to=first.uid),
        arrange(client, first, to=second.uid, before=third.uid),
        arrange(client, first, to=space.uid, before=first.uid),
    ]

    assert [answer.status_code for answer in answers] == [422] * 3
    assert answers[0].json() == {"error": "不能放在这里。"}
    assert order(space) == ["甲", "乙", "丙"]


def test_for_who_may_not_there_is_no_such_address(client, cast, space, pages):
    other = make_space(cast.yunling, slug="yunling")
    client.force_login(cast.zhao_jingxing)
    assert arrange(client, pages[0], to=other.uid).status_code == 404
    client.force_login(cast.lin_xiaoman)
    assert arrange(client, pages[0], to=other.uid).status_code == 404
    assert arrange(client, pages[0], to=space.uid, before="abcdefghjkmn").status_code == 404

    assert order(space) == ["甲", "乙", "丙"]
