"""How files leave: types, names, ranges, and what the browser may keep."""

import pytest
from django.urls import reverse

from files.actions import publish_files
from tests.files.samples import HTML, MP4, PDF, SVG, box, picture

pytestmark = pytest.mark.django_db


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.fixture
def fetch(come_in, cast, live):
    """What a reader gets of a file."""

    def fetch(name, content, query="", **headers):
        held = live(name, content)
        return come_in(cast.lin_xiaoman).get(held.get_absolute_url() + query, headers=headers)

    return fetch


@pytest.mark.parametrize(
    ("name", "content", "media_type", "shown"),
    [
        ("a.png", picture(), "image/png", "inline"),
        ("a.pdf", PDF, "application/pdf", "inline"),
        ("a.mp4", MP4, "video/mp4", "inline"),
        ("a.txt", "危急值".encode(), "text/plain; charset=utf-8", "inline"),
        ("a.txt", "危急值".encode("gb18030"), "text/plain; charset=gb18030", "inline"),
        ("a.zip", box("a"), "application/zip", "attachment"),
        ("a.csv", b"a,b", "text/csv", "attachment"),
        ("a.html", HTML, "application/octet-stream", "attachment"),
        ("a.svg", SVG, "application/octet-stream", "attachment"),
        ("a.xml", b"<a/>", "application/octet-stream", "attachment"),
    ],
)
def test_every_type_goes_as_the_table_says(fetch, name, content, media_type, shown):
    response = fetch(name, content)

    assert response["Content-Type"] == media_type
    assert response["Content-Disposition"] == f'{shown}; filename="{name}"'
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.promise("P21")
@pytest.mark.parametrize(("name", "content"), [("a.html", HTML), ("a.svg", SVG), ("a.txt", HTML), ("a.png", picture())])
def test_nothing_uploaded_runs_in_our_origin(fetch, name, content):
    response = fetch(name, content)

    policy = response["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "sandbox"} <= set(policy)
    assert not any(each.startswith("script-src") for each in policy)
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "html" not in response["Content-Type"]
    assert "svg" not in response["Content-Type"]


@pytest.mark.parametrize(("name", "content"), [("a.pdf", PDF), ("a.mp4", MP4)])
def test_what_browsers_would_not_show_in_a_sandbox_has_none(fetch, name, content):
    policy = fetch(name, content)["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'")
    assert "sandbox" not in policy
    assert "script" not in policy


def test_whoever_wants_to_keep_a_file_downloads_it(fetch):
    assert fetch("a.pdf", PDF, "?download=1")["Content-Disposition"] == 'attachment; filename="a.pdf"'


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("危急值 报告.pdf", "inline; filename*=utf-8''%E5%8D%B1%E6%80%A5%E5%80%BC%20%E6%8A%A5%E5%91%8A.pdf"),
        ('a"b\\c.pdf', 'inline; filename="c.pdf"'),
        ('a"b.pdf', 'inline; filename="a\\"b.pdf"'),
        ("a\r\nX-Evil: 1.pdf", 'inline; filename="a X-Evil: 1.pdf"'),
        ("a;b.pdf", 'inline; filename="a;b.pdf"'),
        ("%0d%0a.pdf", 'inline; filename="%0d%0a.pdf"'),
    ],
)
def test_names_reach_the_header_whole_and_alone(fetch, name, header):
    response = fetch(name, PDF)

    assert response["Content-Disposition"] == header
    assert "X-Evil" not in response.headers


@pytest.mark.promise("P21")
def test_the_browser_asks_again_each_time_and_an_unchanged_file_costs_no_bytes(come_in, cast, live_picture):
    client = come_in(cast.lin_xiaoman)
    for address in (live_picture.get_absolute_url(), reverse("files:rendition", args=[live_picture.uid, "width-360"])):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first["ETag"]})

        assert first["Cache-Control"] == again["Cache-Control"] == "private, no-cache"
        assert {"Cookie"} <= {each.strip() for each in first["Vary"].split(",")}
        assert (again.status_code, again.content) == (304, b"")


def test_every_size_has_a_tag_of_its_own(come_in, cast, live_picture):
    client = come_in(cast.lin_xiaoman)
    sizes = [reverse("files:rendition", args=[live_picture.uid, spec]) for spec in ("width-360", "width-720")]

    assert len({client.get(address)["ETag"] for address in (live_picture.get_absolute_url(), *sizes)}) == 3


@pytest.mark.promise("P21")
@pytest.mark.parametrize(
    ("asked", "status", "part", "content_range"),
    [
        ("bytes=0-3", 206, slice(0, 4), "bytes 0-3/{size}"),
        ("bytes=100-", 206, slice(100, None), "bytes 100-{last}/{size}"),
        ("bytes=-10", 206, slice(-10, None), "bytes {tail}-{last}/{size}"),
        ("bytes=5-9999999", 206, slice(5, None), "bytes 5-{last}/{size}"),
        ("bytes=-9999999", 206, slice(None), "bytes 0-{last}/{size}"),
        ("bytes=9999999-", 416, slice(0, 0), "bytes */{size}"),
        ("bytes=-0", 416, slice(0, 0), "bytes */{size}"),
        ("bytes=9-3", 200, slice(None), None),
        ("bytes=-", 200, slice(None), None),
        ("bytes=0-1,5-6", 200, slice(None), None),
        ("pages=1-2", 200, slice(None), None),
        ("bytes=" + "9" * 30 + "-", 200, slice(None), None),
    ],
)
def test_a_film_can_be_wound_forward(fetch, asked, status, part, content_range):
    size = len(MP4)

    response = fetch("a.mp4", MP4, Range=asked)

    assert response.status_code == status
    assert body(response) == MP4[part]
    assert response["Accept-Ranges"] == "bytes"
    assert int(response["Content-Length"]) == len(MP4[part])
    expected = content_range and content_range.format(size=size, last=size - 1, tail=size - 10)
    assert response.headers.get("Content-Range") == expected


def test_a_part_of_another_version_is_not_sent(fetch):
    held_tag = fetch("a.mp4", MP4)["ETag"]

    assert fetch("a.mp4", MP4, **{"Range": "bytes=0-3", "If-Range": held_tag}).status_code == 206
    assert fetch("a.mp4", MP4, **{"Range": "bytes=0-3", "If-Range": '"older"'}).status_code == 200


def test_our_own_server_is_told_the_path_and_sends_it_itself(come_in, cast, live):
    held = live("危急值.pdf", PDF)

    response = come_in(cast.lin_xiaoman).get(held.get_absolute_url(), **{"hzh.sends_files": True})

    assert (response["X-HZH-File"], response.content) == (held.file.path, b"")
    assert response["ETag"] == f'"{held.file_hash}"'


def test_nginx_is_told_where_it_lies(come_in, cast, live, settings):
    settings.FILE_HEADER = "X-Accel-Redirect"
    held = live("a.pdf", PDF)

    response = come_in(cast.lin_xiaoman).get(held.get_absolute_url())

    assert (response["X-Accel-Redirect"], response.content) == (f"/_files/{held.file.name}", b"")


@pytest.mark.promise("P21")
def test_a_browser_cannot_make_us_name_a_path(come_in, cast, live):
    held = live("a.pdf", PDF)

    response = come_in(cast.lin_xiaoman).get(
        held.get_absolute_url(), headers={"Hzh.Sends-Files": "1", "X-HZH-File": "/"}
    )

    assert "X-HZH-File" not in response.headers


def test_bytes_that_are_gone_are_no_fault_of_the_reader(come_in, cast, live, live_picture):
    held = live("a.txt", b"a")
    for each in (held, live_picture):
        each.file.storage.delete(each.file.name)
    client = come_in(cast.zhou_yaning)

    assert client.get(held.get_absolute_url()).status_code == 404
    assert client.get(live_picture.get_absolute_url()).status_code == 404
    assert client.get(reverse("files:rendition", args=[live_picture.uid, "width-720"])).status_code == 404


@pytest.mark.promise("P25")
@pytest.mark.parametrize("spec", ["width-99999", "original", "width-360|blur-9", "..", "x" * 300, "fill-1x1"])
def test_only_the_sizes_of_our_list_are_made(come_in, cast, live_picture, spec):
    address = f"/files/{live_picture.uid}/r/{spec}"

    assert come_in(cast.lin_xiaoman).get(address).status_code == 404
    assert not live_picture.renditions.exists()


def test_a_size_is_made_once(come_in, cast, live_picture):
    client = come_in(cast.lin_xiaoman)
    address = reverse("files:rendition", args=[live_picture.uid, "width-360"])

    assert [client.get(address).status_code for _ in range(2)] == [200, 200]
    made = live_picture.renditions.get()
    assert (made.width, made.height) == (360, 270)


def test_attachments_have_no_other_sizes(come_in, cast, live):
    held = live("a.pdf", PDF)

    assert come_in(cast.lin_xiaoman).get(f"/files/{held.uid}/r/width-360").status_code == 404


def test_files_are_only_fetched(come_in, cast, live_picture):
    client = come_in(cast.lin_xiaoman)

    assert client.head(live_picture.get_absolute_url()).status_code == 200
    assert client.post(live_picture.get_absolute_url()).status_code == 405


def test_a_fetch_costs_the_reader_one_question(come_in, cast, live_picture, django_assert_max_num_queries):
    client = come_in(cast.lin_xiaoman)
    client.get(live_picture.get_absolute_url())

    with django_assert_max_num_queries(2):  # who comes, and whether they may
        client.get(live_picture.get_absolute_url())


@pytest.mark.promise("P21", "W5")
def test_publishing_again_without_a_file_takes_it_from_readers(come_in, cast, page, live_picture):
    tag = come_in(cast.lin_xiaoman).get(live_picture.get_absolute_url())["ETag"]

    publish_files(page, [])

    answer = come_in(cast.lin_xiaoman).get(live_picture.get_absolute_url(), headers={"If-None-Match": tag})
    assert answer.status_code == 404
