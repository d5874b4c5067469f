"""A page that 青屿医院 reads and 周雅宁 writes, and a storage of each test's own."""

import pytest

from access import audiences
from files import office
from files.actions import publish_files, receive
from tests.cast import make_space
from tests.files.papers import paper
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


@pytest.fixture
def converter(monkeypatch):
    """Stands for LibreOffice: says what it was given, and makes a PDF of it or fails with `converter.fails`."""

    class Converter:
        given, fails, is_there = [], "", True

    made = Converter()
    made.given = []

    def to_pdf(path, folder, *, extension="", each_second=lambda: None):
        each_second()
        made.given.append(path.name)
        if made.fails:
            raise office.Failed(made.fails)
        place = folder / "made.pdf"
        place.write_bytes(paper(2, words="{n} 转换"))
        return place

    monkeypatch.setattr(office, "to_pdf", to_pdf)
    monkeypatch.setattr(office, "is_there", lambda: made.is_there)
    return made
