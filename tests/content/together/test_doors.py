"""Who is let into a room, and with which code others are sent away before they see a word."""

import asyncio
import uuid

import pytest

from tests.content.together.browsers import until
from tests.content.together.opening import LIN, ZHOU, browser, opened


def refused(house, visitor, **options):
    """The code and what was sent before it."""

    async def story():
        await visitor.open(wait=False, **options)
        await asyncio.wait_for(visitor.reading, 10)
        assert not visitor.arrived
        assert visitor.body.children == [] or len(visitor.body.children) == 0
        assert [notice["type"] for notice in visitor.notices] == ["closing"]
        return visitor.code

    return asyncio.run(story())


@pytest.mark.promise("E15")
@pytest.mark.parametrize("origin", ("http://evil.example", "null", "http://127.0.0.1:1", ""))
def test_a_foreign_page_is_sent_away(house, uid, origin):
    assert refused(house, browser(house, uid, ZHOU), origin=origin) == 4403


@pytest.mark.promise("E15")
def test_nobody_is_asked_to_sign_in(house, uid):
    assert refused(house, browser(house, uid, "")) == 4401


@pytest.mark.promise("E15")
def test_an_administrator_without_the_second_step_is_asked_for_it(house, uid):
    assert refused(house, browser(house, uid, "HX00001")) == 4401


@pytest.mark.promise("E15")
def test_who_may_read_only_what_is_live_is_sent_away(house, uid):
    house.do(READER)

    try:
        assert refused(house, browser(house, uid, "QY90001")) == 4403
    finally:
        house.do(AGAIN)


READER = """
from access import audiences
from access.models import Audience
qingyu = Space.objects.get(slug="qingyu")
Space.objects.filter(pk=qingyu.pk).update(editors=audiences.intern([audiences.heads_of(qingyu.unit)]))
from org.models import Membership, Position, Unit
import datetime
reader = User.objects.create_user("QY90001", "读者", "demo-pass-1", email="r@example.invalid")
Membership.objects.create(
    person=reader, unit=Unit.objects.get(code="QY-XN1"), position=Position.objects.get(code="nurse"),
    starts_on=datetime.date(2020, 1, 1))
"""
AGAIN = """
Space.objects.filter(slug="qingyu").update(editors=audiences.intern([audiences.everyone_in(qingyu.unit)]))
"""


@pytest.mark.promise("E15")
def test_who_may_not_even_see_it_learns_no_more_than_that_there_is_nothing(house, uid):
    assert refused(house, browser(house, uid, "YL10406")) == 4404
    visitor = browser(house, uid, ZHOU)
    visitor.uid = "nowhere00000"

    assert refused(house, visitor) == 4404


@pytest.mark.promise("E15")
def test_an_older_editor_and_an_older_text_are_sent_away(house, uid):
    assert refused(house, browser(house, uid, ZHOU, schema=0)) == 4426
    assert refused(house, browser(house, uid, ZHOU, schema="x")) == 4426
    assert refused(house, browser(house, uid, ZHOU, epoch=uuid.uuid4().hex)) == 4409
    assert refused(house, browser(house, uid, ZHOU, epoch="")) == 4409


@pytest.mark.promise("E3")
def test_names_are_the_servers_and_a_browser_speaks_for_itself_only(house, uid):
    async def story():
        first, second = await opened(house, uid, ZHOU), await opened(house, uid, LIN)
        await first.point(11, {"user": {"name": "院长"}, "cursor": {"anchor": 1}})
        await second.point(12, {"cursor": None})
        assert await until(lambda: 11 in second.cursors and 12 in first.cursors)
        shown = second.cursors[11]
        assert (shown["user"]["name"], shown["user"]["position"]) == ("周雅宁", "心内一病区 主治医师")
        assert shown["cursor"] == {"anchor": 1}
        assert shown["user"]["color"] != first.cursors[12]["user"]["color"]
        await second.point(11, {"cursor": {"anchor": 9}}, clock=99)  # somebody else's number: an echo, dropped
        await first.point(11, {"cursor": {"anchor": 2}}, clock=2)
        assert await until(lambda: second.cursors[11]["cursor"] == {"anchor": 2})
        assert 11 not in first.cursors
        await first.close()
        assert await until(lambda: second.cursors[11] is None)
        await second.close()

    asyncio.run(story())
