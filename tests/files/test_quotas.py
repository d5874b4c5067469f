"""A space has room for so much, and says what takes it."""

import pytest
from django.urls import reverse

from audit.models import Decision
from files import quotas
from files.actions import receive
from files.errors import NoRoom
from files.models import Attachment
from tests.cast import make_space
from tests.files.samples import upload
from wiki.models import Article

pytestmark = pytest.mark.django_db

KILOBYTE = 1024


def put(page, by, kilobytes, name="a.txt"):
    return receive(upload(name, name.encode().ljust(kilobytes * KILOBYTE, b"x")), by=by, about=page)


@pytest.mark.promise("P33")
def test_what_does_not_fit_is_refused_with_the_room_that_is_left(cast, space, page):
    put(page, cast.zhou_yaning, 900)
    other = space.add_child(instance=Article(title="另一页"))

    with pytest.raises(NoRoom, match=r"只剩 124.0\xa0KB，放不下这个文件（200.0\xa0KB）"):
        put(other, cast.zhou_yaning, 200, "b.txt")
    assert put(other, cast.zhou_yaning, 100, "c.txt").pk


def test_other_spaces_have_room_of_their_own(cast, page):
    put(page, cast.zhou_yaning, 900)
    elsewhere = make_space(cast.yunling, slug="yunling", quota_mb=1).add_child(instance=Article(title="云岭"))

    assert put(elsewhere, cast.zhao_jingxing, 900, "b.txt").pk


def test_nobody_fills_the_disk_with_what_belongs_to_nothing(cast, monkeypatch):
    monkeypatch.setattr(quotas, "LOOSE_LIMIT", 100 * KILOBYTE)
    put(None, cast.lin_xiaoman, 80)

    with pytest.raises(NoRoom, match="先保存页面"):
        put(None, cast.lin_xiaoman, 80, "b.txt")
    assert put(None, cast.zhou_yaning, 80).pk


@pytest.mark.promise("P33")
def test_stewards_see_what_takes_the_room_the_largest_first(come_in, cast, space, page):
    put(page, cast.zhou_yaning, 100, "小.txt")
    put(page, cast.zhou_yaning, 400, "大.txt")

    response = come_in(cast.shen_zhixia).get(reverse("files:usage", args=[space.uid]))

    assert [held.name for held in response.context["files"]] == ["大.txt", "小.txt"]
    assert (response.context["usage"].used, response.context["usage"].percent) == (500 * KILOBYTE, 49)
    assert b"500.0" in response.content


def test_readers_do_not_see_it(come_in, cast, space):
    assert come_in(cast.lin_xiaoman).get(reverse("files:usage", args=[space.uid])).status_code == 404
    assert come_in(cast.lin_xiaoman).get(reverse("files:usage", args=["nonsense"])).status_code == 404


@pytest.mark.promise("P21")
def test_an_administrator_who_may_not_read_the_pages_sees_sums_and_no_names(come_in, cast, space, page):
    put(page, cast.zhou_yaning, 100, "秘密.txt")

    response = come_in(cast.lu_zhixing).get(reverse("files:usage", args=[space.uid]))

    assert "秘密" not in response.content.decode()
    assert response.context["hidden"] == 100 * KILOBYTE


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_costs_the_same_for_any_number_of_files(come_in, cast, space, count, django_assert_max_num_queries):
    for number in range(count):
        put(space.add_child(instance=Article(title=f"第{number}页")), cast.zhou_yaning, 1, f"{number}.txt")
    client = come_in(cast.shen_zhixia)
    client.get(reverse("files:usage", args=[space.uid]))

    with django_assert_max_num_queries(10):
        client.get(reverse("files:usage", args=[space.uid]))


def test_stewards_make_room(come_in, cast, space, page):
    held = put(page, cast.zhou_yaning, 100)

    response = come_in(cast.shen_zhixia).post(reverse("files:removal", args=[held.uid]))

    assert response.url == reverse("files:usage", args=[space.uid])
    assert not Attachment.objects.exists()
    assert Decision.objects.get().about_key == held.uid


def test_readers_remove_nothing(come_in, cast, live):
    held = live("a.txt", b"a")

    assert come_in(cast.lin_xiaoman).post(reverse("files:removal", args=[held.uid])).status_code == 404
    assert Attachment.objects.exists()
