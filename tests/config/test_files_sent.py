"""Files named by a view's header: sent by the server itself, whole or in part."""

import httpx
import pytest

from tests.config.serving import served
from tests.config.test_server import Body

CONTENT = bytes(range(256)) * 4000


@pytest.fixture
def address(tmp_path):
    """A server whose every path is a file of that name in a folder."""
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "视频 1.mp4").write_bytes(CONTENT)
    (tmp_path / "secret").write_bytes(b"secret")

    def sends(environ, start_response):
        path = environ["PATH_INFO"].encode("latin-1").decode()
        named = (tmp_path / "inside" / path[1:]).as_posix()
        headers = [("Content-Type", "video/mp4"), ("X-HZH-File", httpx.URL(path=named).raw_path.decode())]
        start_response("200 OK", [*headers, ("ETag", '"v1"'), ("Content-Length", "0")])
        return Body("")

    with served(sends, file_roots=(tmp_path / "inside",)) as address:
        yield f"{address}/视频 1.mp4"


def test_a_file_is_sent_whole_and_its_place_on_the_disk_is_not(address):
    answer = httpx.get(address)

    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["accept-ranges"] == "bytes"
    assert "x-hzh-file" not in answer.headers


@pytest.mark.promise("P21")
@pytest.mark.parametrize(
    ("asked", "part"),
    (
        ("bytes=0-99", slice(0, 100)),
        ("bytes=1000-", slice(1000, None)),
        ("bytes=-10", slice(-10, None)),
        ("bytes=1023000-9999999", slice(1023000, None)),
    ),
)
def test_a_video_seeks(address, asked, part):
    answer = httpx.get(address, headers={"Range": asked})

    start, end, _ = part.indices(len(CONTENT))
    assert (answer.status_code, answer.content) == (206, CONTENT[part])
    assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/{len(CONTENT)}"


@pytest.mark.parametrize("asked", ("bytes=5-1", "bytes=-", "pages=1-2", "bytes=0-1,5-6", "bytes=a-b"))
def test_a_range_that_makes_no_sense_gets_the_whole_file(address, asked):
    assert httpx.get(address, headers={"Range": asked}).status_code == 200


@pytest.mark.parametrize("asked", ("bytes=1024000-", "bytes=99999999-", "bytes=-0"))
def test_a_range_beyond_the_end_cannot_be_satisfied(address, asked):
    answer = httpx.get(address, headers={"Range": asked})

    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{len(CONTENT)}"


def test_a_part_of_another_version_is_not_mixed_in(address):
    same = httpx.get(address, headers={"Range": "bytes=0-9", "If-Range": '"v1"'})
    other = httpx.get(address, headers={"Range": "bytes=0-9", "If-Range": '"v0"'})

    assert (same.status_code, other.status_code) == (206, 200)


def test_an_unchanged_file_is_not_sent_again(address):
    answer = httpx.get(address, headers={"If-None-Match": '"v1"'})

    assert (answer.status_code, answer.content) == (304, b"")


def test_asking_for_the_head_sends_the_length_alone(address):
    answer = httpx.head(address)

    assert (answer.content, answer.headers["content-length"]) == (b"", str(len(CONTENT)))


def test_a_file_outside_the_installation_is_never_sent(address):
    outside = address.rsplit("/", 1)[0] + "/%2e%2e/secret"

    answer = httpx.get(outside)

    assert answer.status_code in (404, 500)
    assert b"secret" not in answer.content


def test_a_missing_file_is_a_404(address):
    assert httpx.get(address + "x").status_code == 404
