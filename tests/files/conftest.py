"""A page that 青屿医院 reads and 周雅宁 writes, and a storage of each test's own."""

import pytest

from access import audiences
from files.actions import publish_files, receive
from tests.cast import make_space
from tests.files.samples import picture, upload
from wiki.models import Article


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def space(cast):
    return make_space(
        cast.qingyu,
        slug="qingyu",
        editors=[audiences.person(cast.zhou_yaning)],
        stewards=[audiences.person(cast.shen_zhixia)],
        quota_mb=1,
    )


@pytest.fixture
def page(cast, space):
    return space.add_child(instance=Article(title="输液泵报警处理", maintainer=cast.zhou_yaning))


@pytest.fixture
def live(cast, page):
    """Takes a file in and puts it into the live text of the page."""

    def live(name, content):
        held = receive(upload(name, content), by=cast.zhou_yaning, about=page)
        publish_files(page, [held.uid])
        held.refresh_from_db()
        return held

    return live


@pytest.fixture
def live_picture(live):
    return live("泵.png", picture((1000, 750)))


@pytest.fixture
def come_in(client):
    def come_in(user):
        client.force_login(user)
        return client

    return come_in
