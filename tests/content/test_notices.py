"""What people are told about pages, in words."""

import pytest

from access.models import AccessRequest
from content.actions import requests
from jobs.testing import run_due
from tests.cast import make_space
from wiki.models import Article

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(cast):
    space = make_space(cast.qingyu, slug="qingyu")
    return space.add_child(instance=Article(title="内部流程", maintainer=cast.zhou_yaning))


def inbox(client, person):
    run_due()
    client.force_login(person)
    return client.get("/inbox/").content.decode()


@pytest.mark.promise("W42")
def test_the_maintainer_is_told_who_asks_and_why_and_decides_from_the_list(client, cast, page):
    requests.ask(cast.zhao_jingxing, page.uid, "想照着做一份")

    told = inbox(client, cast.zhou_yaning)
    assert "赵景行 请求查看《内部流程》" in told
    assert "想照着做一份" in told

    waiting = client.get("/waiting/").content.decode()
    assert f'action="/requests/{AccessRequest.objects.get().pk}/"' in waiting


@pytest.mark.promise("W42")
def test_who_asked_learns_the_answer_and_may_read(client, cast, page):
    requests.ask(cast.zhao_jingxing, page.uid, "想看")
    requests.decide(AccessRequest.objects.get(), by=cast.zhou_yaning, days=30, answer="看完告诉我")

    told = inbox(client, cast.zhao_jingxing)

    assert "周雅宁 同意您查看《内部流程》" in told
    assert "看完告诉我" in told


@pytest.mark.promise("W4", "W42")
def test_a_refusal_does_not_betray_the_page(client, cast, page):
    requests.ask(cast.zhao_jingxing, page.uid, "想看")
    requests.decide(AccessRequest.objects.get(), by=cast.zhou_yaning, answer="只供本院使用")

    told = inbox(client, cast.zhao_jingxing)

    assert "您的查看请求没有通过" in told
    assert "只供本院使用" in told
    assert "内部流程" not in told
