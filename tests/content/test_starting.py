"""“新建” from anywhere."""

import pytest
from django.urls import reverse

from access import audiences
from tests.cast import make_space

START = "/new/"


def test_one_chooses_among_the_spaces_one_writes_in_and_sees_no_other(client, cast):
    make_space(cast.cardiology, slug="ours", title="科室的空间")
    make_space(cast.ward, slug="ward", title="病区的空间")
    heads = [audiences.heads_of(cast.qingyu)]
    make_space(cast.qingyu, slug="read", title="只能读的空间", editors=heads)
    client.force_login(cast.zhou_yaning)

    page = client.get(START).content.decode()

    assert reverse("content:new", args=["ours"]) in page
    assert reverse("content:new", args=["ward"]) in page
    assert "只能读的空间" not in page


def test_with_one_space_there_is_nothing_to_choose(client, cast):
    make_space(cast.ward, slug="ward")
    client.force_login(cast.lin_xiaoman)

    assert client.get(START).url == reverse("content:new", args=["ward"])


@pytest.mark.promise("P20")
def test_who_writes_nowhere_is_told_how_to_come_to_a_space(client, cast):
    client.force_login(cast.zhao_jingxing)

    assert reverse("content:ask_space") in client.get(START).content.decode()
