"""A page one reads, and a narrower one right beside it: no door of the first tells of the second."""

import pytest
from django.urls import reverse

from access import audiences
from activity import actions as activity
from activity.about import type_of
from activity.models import DayViews, Visit
from content.actions import life, placing, publishing, readers, writing
from content.actions.writing import Text
from content.models import ContentPage
from jobs.testing import run_due
from org.choices import PositionKind
from tests.cast import make_space
from tests.exits.addresses import addresses
from tests.exits.test_walk import SECRET
from ui.days import today

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W4", "W40")]


def fresh(page):
    return ContentPage.objects.get(pk=page.pk).specific


def live(parent, title, body, by, kind="article", **values):
    page = writing.create(parent, kind, by=by, text=Text(title, body, f"{title}摘要", ("夜班",), values))
    publishing.publish(page, by=by)
    return fresh(page)


def let_her_meet(page, reader):
    """Before it was shut, the reader had opened, marked and followed it; and many have read it since."""
    activity.favourite(reader, page)
    activity.watch(reader, page)
    about = {"about_type": type_of(ContentPage), "about_id": page.pk}
    Visit.objects.create(person=reader, **about)
    DayViews.objects.create(day=today(), views=90, **about)


@pytest.fixture
def pair(cast):
    """Two pages in one space, one below the other, with a link and a tag in common; both open to the nurse so far."""
    author = cast.zhou_yaning
    space = make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(author)])
    open_page = live(space, "交接班要点", "正文。", author)
    page = live(open_page, f"{SECRET}名单", f"{SECRET}，见[[交接班要点]]。", author)
    life.verify(page, by=author, valid_until=today())
    run_due()  # the index
    let_her_meet(page, cast.lin_xiaoman)
    return open_page, page


def close_to_nurses(page, cast):
    doctors = audiences.everyone_in(cast.qingyu, position_kind=PositionKind.DOCTOR)
    readers.narrow(page, by=cast.zhou_yaning, rows=[doctors])


def move_away(page, cast):
    placing.move(page, make_space(cast.cardiology, slug="closed", readers=[audiences.person(cast.zhou_yaning)],
                                  editors=[audiences.person(cast.zhou_yaning)]), by=cast.zhou_yaning)  # fmt: skip


def doors(open_page, cast):
    """Every address of the open page, of its tag, its space and its author; the lists of all; what is typed to find."""
    known = {"slug": open_page.space.slug, "uid": open_page.uid, "words": "-", "name": "x", "kind": "page",
             "pk": open_page.pk, "column": "main", "place": "page.side", "form": "pdf"}  # fmt: skip
    yield from (path for path in addresses(known) if "logout" not in path)
    yield reverse("portal:cards", args=["side"])
    yield reverse("content:tag", args=[open_page.specific.tags.first().slug])
    yield reverse("people:profile", args=[cast.zhou_yaning.uid])
    yield reverse("people:profile", args=[cast.lin_xiaoman.uid])
    for name, query in [("search:results", "名单"), ("search:suggestions", "名单")]:
        yield f"{reverse(name)}?q={query}"
    yield reverse("content:find", args=[open_page.space.slug]) + "?q=名单"


def leaks(client, open_page, cast):
    said = ((path, client.get(path)) for path in doors(open_page, cast))
    return [path for path, answer in said if SECRET in _body(answer)]


def _body(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace")


def test_while_both_are_open_many_doors_tell_of_it(client, cast, pair):
    open_page, _page = pair
    client.force_login(cast.lin_xiaoman)

    told = " ".join(leaks(client, open_page, cast))

    author = f"/people/{cast.zhou_yaning.uid}/"
    for door in ("/spaces/qingyu/", "/branch/", "/find/", "/around/", "/tags/", "/recent/", "/favourites/", author):
        assert door in told
    for door in ("/cards/main/", "/cards/side/", "/search/?", "/search/suggestions/"):
        assert door in told


def unpublish(page, cast):
    publishing.unpublish(page, by=cast.zhou_yaning)


@pytest.mark.parametrize("shut", [close_to_nurses, move_away, unpublish])
def test_once_it_is_shut_no_door_tells_of_it(client, cast, pair, shut):
    open_page, page = pair

    shut(page, cast)

    client.force_login(cast.lin_xiaoman)
    assert leaks(client, open_page, cast) == []


def test_no_number_tells_of_it_either(client, cast, pair):
    _open_page, page = pair
    close_to_nurses(page, cast)

    client.force_login(cast.lin_xiaoman)
    assert client.get(reverse("content:library")).context["total"] == 1
    assert client.get(reverse("content:space", args=["qingyu"])).context["figures"]["pages"] == 1
    client.force_login(cast.zhou_yaning)
    assert client.get(reverse("content:library")).context["total"] == 2
