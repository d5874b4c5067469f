"""The hospital's virus scanner sees every upload before anybody else."""

import tempfile
from pathlib import Path

import pytest

from files import scanning
from files.errors import NotChecked, Refused
from tests.files.clamd import LIMIT, FakeClamd
from tests.files.samples import picture, upload

pytestmark = pytest.mark.promise("P33")


@pytest.fixture
def clamd(settings):
    with tempfile.TemporaryDirectory() as folder:  # a socket's path may have a hundred characters
        server = FakeClamd(str(Path(folder) / "clamd"))
        settings.CLAMAV_SOCKET = server.server_address
        yield server
        server.shutdown()
        server.server_close()


def test_it_is_shown_the_whole_file(clamd):
    content = picture() * 2000
    assert len(content) < LIMIT

    scanning.scan(upload("a.png", content))

    assert clamd.seen == [content]


def test_what_it_finds_is_refused_in_words(clamd):
    with pytest.raises(Refused, match="病毒"):
        scanning.scan(upload("a.txt", b"...EICAR..."))


def test_what_it_cannot_check_is_not_taken(clamd):
    with pytest.raises(NotChecked, match="没有完成"):
        scanning.scan(upload("a.bin", b"a" * LIMIT * 20))


def test_while_it_is_down_nothing_is_taken(settings, tmp_path):
    for address in (str(tmp_path / "nobody"), "127.0.0.1:1"):
        settings.CLAMAV_SOCKET = address
        with pytest.raises(NotChecked, match="暂时不可用"):
            scanning.scan(upload("a.txt", b"fine"))


def test_without_a_scanner_uploads_pass():
    scanning.scan(upload("a.txt", b"fine"))
