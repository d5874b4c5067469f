"""When everybody has left, or nobody types any more."""

import asyncio
import signal

import pytest

from tests.content.together.browsers import until
from tests.content.together.opening import LIN, ZHOU, opened


def facts(house, uid):
    return house.tell(f"(doc({uid!r}).is_ahead, doc({uid!r}).state_seq == doc({uid!r}).seq, rows({uid!r}))")


def revisions(house, uid):
    return house.tell(f"page({uid!r}).revisions.count()")


@pytest.mark.promise("E20", "E22")
def test_a_while_after_the_last_one_left_there_is_one_state_and_one_revision(house, uid):
    before = revisions(house, uid)

    async def story():
        first, second = await opened(house, uid, ZHOU), await opened(house, uid, LIN)
        for letter in "一二三四五":
            await first.type(letter)
            await second.type(letter, place=1)
        assert await until(lambda: first.is_saved and second.is_saved)
        await first.close()
        await asyncio.sleep(6)
        assert revisions(house, uid) == before
        await second.close()
        assert await until(lambda: facts(house, uid) == [False, True, 0], within=20)

    asyncio.run(story())
    assert revisions(house, uid) == before + 1
    assert house.tell(f"page({uid!r}).get_latest_revision_as_object().body") == house.tell(f"words({uid!r})")
    names = f"sorted(each.user.number for each in page({uid!r}).get_latest_revision().contributors.all())"
    assert house.tell(names) == [ZHOU, LIN]


def test_who_loads_the_page_anew_finds_the_room_as_it_was(house, uid):
    before = revisions(house, uid)

    async def story():
        first = await opened(house, uid, ZHOU)
        await first.type("甲")
        assert await until(lambda: first.is_saved)
        await first.close()
        again = await opened(house, uid, ZHOU)
        await asyncio.sleep(6)
        assert again.words[0] == "第一段。甲"
        assert again.code is None
        assert revisions(house, uid) == before
        await again.close()

    asyncio.run(story())


def test_a_long_log_is_made_short_while_people_write(house, uid):
    async def story():
        writers = [await opened(house, uid, ZHOU), await opened(house, uid, LIN)]
        for _ in range(150):
            await writers[0].type("甲")
            await writers[1].type("乙", place=1)
            await asyncio.sleep(0.21)
            if house.tell(f"doc({uid!r}).state_seq") > 0:
                break
        assert await until(lambda: all(each.is_saved for each in writers))
        assert house.tell(f"doc({uid!r}).state_seq") > 0
        assert house.tell(f"rows({uid!r})") < 200
        assert house.tell(f"words({uid!r})") == "\n\n".join(writers[0].words) + "\n"
        for each in writers:
            await each.close()

    asyncio.run(story())


def test_an_open_editor_hears_of_a_revision_that_was_made_elsewhere(house, uid):
    async def story():
        browser = await opened(house, uid, LIN)
        await browser.type("甲")
        assert await until(lambda: browser.is_saved)
        made = house.do(
            f"from content.together import revisions\np = page({uid!r})\n"
            f"made = revisions.make_revision(p.pk, by=User.objects.get(number={ZHOU!r}))",
            "made.pk",
        )
        assert await until(lambda: browser.told("revision"))
        assert browser.told("revision")[-1] | {"at": ""} == {
            "type": "revision",
            "id": made,
            "at": "",
            "by": "周雅宁",
        }
        await browser.close()

    asyncio.run(story())


def test_readers_see_who_is_writing(house, uid):
    async def story():
        browser = await opened(house, uid, LIN)
        await browser.type("甲")
        assert await until(lambda: browser.is_saved)
        names = f"[each.name for each in presence.editing(page({uid!r}).pk)]"
        assert house.do("from content.together import presence", names) == ["林小满"]
        await browser.close()

    asyncio.run(story())


@pytest.mark.promise("W7")
def test_a_process_that_is_asked_to_end_writes_everything_down_first(make_house):
    house = make_house()

    async def story():
        browser = await opened(house, house.uid, LIN)
        for letter in "一二三四五六七八九十":
            await browser.type(letter)
        await asyncio.sleep(0.02)
        house.webs[0].kill(signal.SIGTERM)
        await asyncio.wait_for(browser.reading, 10)
        assert browser.code == 1012
        assert house.tell(f"words({house.uid!r})").startswith("第一段。一二三四五六七八九十\n")

    asyncio.run(story())
