"""Houses with real web processes, for what only they show."""

import pytest
from django.db import connection

from tests.content.together.house import LiveHouse
from tests.database import engine_of

FIRST = "第一段。\n\n第二段。\n\n第三段。\n"


@pytest.fixture(scope="module")
def make_house(django_db_setup, django_db_blocker, tmp_path_factory):
    houses = []

    def make(webs=1, *, dress=None, **environment):
        folder = tmp_path_factory.mktemp("together") / f"house{len(houses)}"
        if "DATABASE_URL" in environment:
            folder.mkdir()
            given = {"HZH_VAR": str(folder)}
        else:
            with django_db_blocker.unblock():
                given = engine_of(connection).house(folder)
        house = LiveHouse(folder, {**given, **environment}, webs)
        houses.append(house)
        if dress:
            dress(house)  # before the web process looks for sheets and scripts
        house.uid = house.do(f"uid = furnish({FIRST!r})", "uid")
        return house.start()

    yield make
    for house in houses:
        house.close()


@pytest.fixture(scope="module")
def house(make_house):
    """One web process."""
    return make_house()


@pytest.fixture
def uid(house):
    """A page of three paragraphs."""
    return house.do(tell=f"new_page({FIRST!r})")
