"""Other rooms add pieces beside a page; the costly ones come after it, through the one door."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from portal import registry
from tests.cast import make_space
from wiki.models import Article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _slots(monkeypatch):
    monkeypatch.setattr(registry, "_slots", {})


@pytest.fixture
def page(cast):
    return make_space(cast.qingyu, slug="qingyu").add_child(instance=Article(title="交接班要点"))


def beside(page, user):
    request = RequestFactory().get("/")
    request.user = user
    return Template('{% load portal %}{% slot "page.side" page %}').render(Context({"request": request, "page": page}))


@pytest.mark.promise("W40")
def test_pieces_stand_in_order_and_empty_ones_are_left_out(cast, page):
    template = "portal/cards/recent.html"

    @registry.slot("page.side", 20, template)
    def second(user, thing):
        return {"words": f"二 {thing.title}"}

    @registry.slot("page.side", 10, template)
    def first(user, thing):
        return {"words": "一"}

    @registry.slot("page.side", 15, template)
    def nothing(user, thing):
        return None

    @registry.slot("page.below", 10, template)
    def elsewhere(user, thing):
        return {"words": "别处"}

    assert [slot.context for slot in registry.slots("page.side")] == [first, nothing, second]
    assert [piece.content["words"] for piece in registry.pieces("page.side", cast.lin_xiaoman, page)] == [
        "一",
        "二 交接班要点",
    ]


@pytest.mark.promise("W40", "W4")
def test_a_costly_piece_comes_after_the_page_and_only_to_its_readers(client, cast, page):
    @registry.slot("page.side", 10, "activity/list.html", lazy=True)
    def tickets(user, thing):
        return {"title": "相关工单"}

    html = beside(page, cast.lin_xiaoman)
    address = f"/slots/page.side/page/{page.uid}/"
    assert f'hx-get="{address}?lazy=1"' in html

    client.force_login(cast.lin_xiaoman)
    assert client.get(address).status_code == 200
    client.force_login(cast.zhao_jingxing)
    assert client.get(address).status_code == 404


def test_a_page_without_pieces_asks_for_none(cast, page):
    assert "hx-get" not in beside(page, cast.lin_xiaoman)
