"""Coming into a room of a house as one of the cast."""

from tests.content.together.browsers import Browser

ZHOU, LIN, SHEN, HAN = "QY10231", "QY10874", "QY10112", "QY20045"


def browser(house, uid, number, web=0, **other):
    """Everything a browser of this person needs; `other` replaces parts of what it says."""
    key = house.tell(f"key_to({uid!r})") | other
    session = house.tell(f"sign_in({number!r})") if number else ""
    return Browser(house.webs[web].address, uid, key, session)


async def opened(house, uid, number, web=0):
    return await browser(house, uid, number, web).open()
