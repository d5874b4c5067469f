"""Two web processes on one database: they converge, with Redis and without, and no page begins twice."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.content.together.browsers import Browser, agree, until
from tests.content.together.opening import LIN, SHEN, ZHOU, opened

KINDS = [pytest.param("", id="alone")]
if os.environ.get("REDIS_URL"):
    KINDS.append(pytest.param(os.environ["REDIS_URL"], id="redis", marks=pytest.mark.full))


@pytest.fixture(scope="module", params=KINDS)
def house(make_house, request):
    return make_house(webs=2, REDIS_URL=request.param)


@pytest.mark.promise("E12")
def test_those_in_two_processes_end_with_one_text(house, uid):
    async def story():
        first, second = await opened(house, uid, ZHOU, web=0), await opened(house, uid, LIN, web=1)
        for _ in range(40):
            await asyncio.gather(first.type("甲"), second.type("乙"), first.type("子", place=1))
            await asyncio.sleep(0.01)
        assert await until(lambda: agree(first, second) and first.is_saved and second.is_saved)
        assert [first.words[0].count(letter) for letter in "甲乙"] == [40, 40]
        assert house.tell(f"words({uid!r})") == "\n\n".join(first.words) + "\n"
        await first.close()
        await second.close()

    asyncio.run(story())


def test_cursors_of_the_other_process_are_shown_where_there_is_redis(house, uid):
    async def story():
        first, second = await opened(house, uid, ZHOU, web=0), await opened(house, uid, LIN, web=1)
        await first.point(11, {"cursor": 1})
        is_shown = await until(lambda: 11 in second.cursors, within=3)
        assert is_shown == bool(house.environment["REDIS_URL"])
        if is_shown:
            assert second.cursors[11]["user"]["name"] == "周雅宁"
            late = await opened(house, uid, SHEN, web=1)
            assert await until(lambda: 11 in late.cursors)
            await first.close()
            assert await until(lambda: second.cursors[11] is None)
            await late.close()
        await second.close()

    asyncio.run(story())


def test_whoever_writes_in_either_process_hears_that_something_was_said(house, uid):
    async def story():
        both = await opened(house, uid, ZHOU, web=0), await opened(house, uid, LIN, web=1)
        await asyncio.sleep(1.5)  # the rooms have looked once
        lin = f"User.objects.get(number={LIN!r})"
        acts = f"comment(page({uid!r}), by={lin}, text='写清楚')", f"answer(said({uid!r}), by={lin}, text='加一句')"
        acts += f"resolve(said({uid!r}), by={lin})", f"reopen(said({uid!r}), by={lin})"
        acts += (f"edit(said({uid!r}), by={lin}, text='写清楚几支')", f"remove(said({uid!r}), by={lin})")
        for count, act in enumerate(acts, 1):
            house.tell(f"bool(commenting.{act}) or 1")
            assert await until(lambda: all(len(each.told("talk")) == count for each in both), within=3), act  # noqa: B023
        for each in both:
            await each.close()

    asyncio.run(story())


def test_what_was_made_short_in_one_process_is_read_by_the_other(house, uid):
    async def story():
        first, second = await opened(house, uid, ZHOU, web=0), await opened(house, uid, LIN, web=1)
        house.webs[1].pause()
        for _ in range(230):
            await first.type("甲")
            await asyncio.sleep(0.005)
        assert await until(lambda: first.is_saved)
        house.do(f"store.compact(doc({uid!r}).pk)")
        house.webs[1].resume()
        await second.type("乙", place=1)
        assert await until(lambda: agree(first, second) and second.is_saved)
        assert house.tell(f"words({uid!r})") == "\n\n".join(first.words) + "\n"
        await first.close()
        await second.close()

    asyncio.run(story())


@pytest.mark.promise("E25")
def test_a_damaged_text_closes_its_rooms_everywhere_and_opens_anew(house, uid):
    async def story():
        first, second = await opened(house, uid, ZHOU, web=0), await opened(house, uid, LIN, web=1)
        await first.type("甲")
        assert await until(lambda: first.is_saved and agree(first, second))
        from pycrdt import XmlElement

        second._mine = True
        second.body.children.append(XmlElement("script"))
        second._mine = None
        await second.flush()
        assert await until(lambda: second.is_saved)
        house.do(f"from content.together import keeping; d = doc({uid!r}); keeping.shorten(d.pk, d.epoch)")
        await asyncio.wait_for(asyncio.gather(first.reading, second.reading), 10)
        assert {first.code, second.code} == {4409}
        again = await opened(house, uid, ZHOU, web=0)
        assert again.words == ["第一段。甲", "第二段。", "第三段。"]
        await again.close()

    asyncio.run(story())
    told = "__import__('audit.models').models.Decision.objects.filter(verb='page.text_rebuilt', about_key={!r}).count()"
    assert house.tell(told.format(uid)) == 1


@pytest.mark.promise("E11")
def test_fifty_pages_opened_in_both_processes_at_once_are_never_doubled(house):
    uids = house.do("uids = [new_page('第一段。\\n\\n第二段。\\n', f'页{n}') for n in range(50)]", "uids")
    session = house.tell(f"sign_in({ZHOU!r})")

    def open_in(web, uid):
        """As the page of the editor does: its address, then the socket with what it said."""
        import re

        import httpx

        answer = httpx.get(f"{house.webs[web].address}/wiki/{uid}/write/", cookies={"hzh_session": session}, timeout=30)
        return re.search(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", answer.text)[0]

    async def story():
        loop, pool = asyncio.get_running_loop(), ThreadPoolExecutor(4)
        schema = house.tell("SCHEMA")
        for uid in uids:
            calls = [loop.run_in_executor(pool, open_in, web, uid) for web in (0, 1, 0, 1)]
            epochs = await asyncio.gather(*calls)
            assert len(set(epochs)) == 1
            first, second = (
                Browser(house.webs[web].address, uid, {"epoch": epochs[0], "schema": schema}, session) for web in (0, 1)
            )
            await asyncio.gather(first.open(), second.open())
            assert first.words == second.words == ["第一段。", "第二段。"]
            await asyncio.gather(first.close(), second.close())

    asyncio.run(story())
