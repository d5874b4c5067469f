"""Several people write one page, each in a browser, in front of a real server."""

import pytest

from tests.content.together.conftest import make_house  # noqa: F401  the fixture
from tests.e2e.together import Writer, collect_sheets, converge

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
ZHOU, LIN = "QY10231", "QY10874"
LONG = "先排除假性高钾，标本溶血、止血带捆扎过久、反复握拳，或者血小板与白细胞显著升高，都会使结果偏高，应当在三十分钟内复查一次。"
OTHER = "静脉推注葡萄糖酸钙以后，要在心电监护下观察五到十分钟，心电图没有改善时可以重复一次，同时准备胰岛素与葡萄糖，并通知上级医生。"


@pytest.fixture(scope="module")
def house(make_house):  # noqa: F811
    house = make_house()
    collect_sheets(house)
    return house


@pytest.fixture
def writers(house, chromium):
    """Opens a new page of three paragraphs for two people: writers(zhou, lin)."""
    opened = []

    def open_for(*numbers, uid=None):
        uid = uid or house.tell("new_page('第一段。\\n\\n第二段。\\n\\n第三段。\\n')")
        people = [Writer(house, chromium, number) for number in numbers]
        opened.extend(people)
        for person in people:
            person.uid = uid
            person.open(uid)
        return people

    yield open_for
    for writer in opened:
        writer.close()


@pytest.mark.promise("E1")
def test_two_write_at_different_places_at_once(house, writers):
    zhou, lin = writers(ZHOU, LIN)

    for one, other in zip(LONG, OTHER, strict=False):
        zhou.page.keyboard.type(one) if one != LONG[0] else zhou.type_at_end_of("第一段", one)
        lin.page.keyboard.type(other) if other != OTHER[0] else lin.type_at_end_of("第三段", other)
    text = converge(zhou, lin)

    assert text == ["第一段。" + LONG, "第二段。", "第三段。" + OTHER]
