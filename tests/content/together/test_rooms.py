"""Several browsers in one room of a real server."""

import asyncio

import pytest

from tests.content.together.browsers import Browser, agree, until

ZHOU, LIN, SHEN = "QY10231", "QY10874", "QY10112"


async def opened(house, uid, number, web=0, **options):
    browser = Browser(house.webs[web].address, uid, house.tell(f"key_to({uid!r})"), house.tell(f"sign_in({number!r})"))
    return await browser.open(**options)


@pytest.mark.promise("E1")
def test_two_who_type_at_once_at_the_same_and_at_other_places_end_with_one_text(house, uid):
    async def story():
        first, second = await opened(house, uid, ZHOU), await opened(house, uid, LIN)
        for number in range(60):
            await asyncio.gather(first.type("甲", place=0), second.type("乙", place=0))
            await asyncio.gather(first.type("子", place=1), second.type("丑", place=2))
            if number % 10 == 0:
                await asyncio.sleep(0.05)
        assert await until(lambda: agree(first, second) and first.is_saved and second.is_saved)
        words = "".join(first.words)
        assert [words.count(each) for each in "甲乙子丑"] == [60, 60, 60, 60]
        assert house.tell(f"words({uid!r})") == "\n\n".join(first.words) + "\n"
        await first.close()
        await second.close()

    asyncio.run(story())
