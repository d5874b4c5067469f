import pytest

from tests.cast import make_space


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def writer(cast, client, space):
    client.force_login(cast.lin_xiaoman)
    return cast.lin_xiaoman
