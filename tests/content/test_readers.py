"""A page narrower than the one above: who reads it, who decides that, and what happens when it is carried along."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from access import audiences
from audit.models import Decision
from content.actions import placing, publishing, readers, writing
from content.actions.writing import Text
from content.errors import HiddenBelow, MaintainerLeftOut, WrongPlace
from content.models import ContentPage
from org.models import User
from tests.cast import make_space

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W6")]


@pytest.fixture
def space(cast):
    """Read and written by the whole hospital, kept by the heads of the emergency department."""
    return make_space(cast.qingyu, slug="qingyu", stewards=[audiences.heads_of(cast.emergency)])


def write(parent, by, title):
    made = writing.create(parent, "article", by=by, text=Text(title, "正文"))
    return publishing.publish(made, by=by)


@pytest.fixture
def page(cast, space):
    return write(space, cast.zhou_yaning, "交接班")


@pytest.fixture
def child(cast, page):
    return write(page, cast.zhou_yaning, "带教名单")


def only(*people):
    return [audiences.person(each) for each in people]


def reads(user, page):
    return ContentPage.objects.visible_to(User.objects.get(pk=user.pk)).filter(pk=page.pk).exists()


def again(page):
    return ContentPage.objects.get(pk=page.pk)


def test_a_narrower_page_takes_what_is_below_it_along_and_keeps_its_stewards(cast, page, child):
    readers.narrow(page, by=cast.zhou_yaning, rows=only(cast.zhou_yaning))

    assert [reads(person, child) for person in (cast.lin_xiaoman, cast.zhou_yaning, cast.shen_zhixia)] == [
        False,
        True,
        True,
    ]
    assert Decision.objects.filter(verb="page.narrowed").exists()


def test_it_never_lets_in_whom_the_page_above_does_not(cast, page):
    readers.narrow(page, by=cast.zhou_yaning, rows=only(cast.zhou_yaning, cast.zhao_jingxing))

    assert not reads(cast.zhao_jingxing, page)


def test_saving_the_page_above_or_moving_a_sibling_leaves_it_narrow(cast, space, page, child):
    readers.narrow(child, by=cast.zhou_yaning, rows=only(cast.zhou_yaning))
    sibling = write(page, cast.zhou_yaning, "旁边一页")

    readers.narrow(page, by=cast.zhou_yaning, rows=[])
    placing.move(sibling, page, by=cast.zhou_yaning, before=again(child))
    publishing.publish(again(page), by=cast.zhou_yaning)

    assert not reads(cast.lin_xiaoman, child)


def test_without_a_choice_everybody_who_reads_its_place_reads_it_again(cast, page):
    readers.narrow(page, by=cast.zhou_yaning, rows=only(cast.zhou_yaning))
    readers.narrow(page, by=cast.zhou_yaning, rows=[])

    assert reads(cast.lin_xiaoman, page)


def test_whoever_only_writes_there_does_not_choose(cast, page):
    with pytest.raises(PermissionDenied):
        readers.narrow(page, by=cast.lin_xiaoman, rows=only(cast.lin_xiaoman))
    with pytest.raises(Http404):
        readers.narrow(page, by=cast.zhao_jingxing, rows=[])

    assert reads(cast.zhou_yaning, page)


def test_the_maintainer_is_never_left_out(cast, page):
    with pytest.raises(MaintainerLeftOut):
        readers.narrow(page, by=cast.shen_zhixia, rows=only(cast.lin_xiaoman))

    assert reads(cast.zhou_yaning, page)


def test_hidden_pages_go_with_nobody_who_may_not_read_them(cast, space, page, child):
    """Else a steward of the new place would read them there."""
    own = make_space(cast.ward, slug="ward", stewards=[audiences.person(cast.lin_xiaoman)])
    readers.narrow(child, by=cast.zhou_yaning, rows=only(cast.zhou_yaning))

    with pytest.raises(HiddenBelow):
        placing.move(again(page), own, by=cast.lin_xiaoman)
    with pytest.raises(HiddenBelow):
        placing.copy(again(page), own, by=cast.lin_xiaoman, with_children=True)
    with pytest.raises(HiddenBelow):
        placing.remove(again(page), by=cast.lin_xiaoman)

    assert again(child).path.startswith(again(page).path)
    assert not reads(cast.lin_xiaoman, child)


def test_a_page_is_put_before_a_page_of_its_new_place_and_no_other(cast, page, child):
    closed = make_space(cast.emergency, slug="emergency", readers=[audiences.everyone_in(cast.qingyu)])
    there = write(closed, cast.shen_zhixia, "只看不写的地方")

    with pytest.raises(WrongPlace):
        placing.move(child, again(page), by=cast.zhou_yaning, before=there)


def test_the_screen_saves_the_choice_of_the_maintainer(cast, client, page):
    address = f"/wiki/{page.uid}/readers/"
    client.force_login(cast.zhou_yaning)
    assert "谁可以看这一页" in client.get(address).content.decode()

    chosen = [f"person~{cast.zhou_yaning.uid}"]
    assert client.post(address, {"readers": chosen}).status_code == 302
    assert not reads(cast.lin_xiaoman, page)

    client.post(address, {"readers": [f"!person~{cast.lin_xiaoman.uid}"]})
    assert (reads(cast.lin_xiaoman, page), reads(cast.shen_zhixia, page)) == (False, True)

    refused = client.post(address, {"readers": [f"person~{cast.shen_zhixia.uid}"]})
    assert refused.status_code == 422
    assert "维护人要能看到" in refused.content.decode()


def test_nobody_else_finds_the_screen(cast, client, page):
    for person in (cast.lin_xiaoman, cast.zhao_jingxing):
        client.force_login(person)
        assert client.get(f"/wiki/{page.uid}/readers/").status_code == 404


def test_a_maintainer_who_left_keeps_nobody_from_choosing(cast, page):
    readers.narrow(page, by=cast.zhou_yaning, rows=only(cast.zhou_yaning))
    User.objects.filter(pk=cast.zhou_yaning.pk).update(is_active=False)

    readers.narrow(again(page), by=cast.shen_zhixia, rows=[])

    assert reads(cast.lin_xiaoman, page)
