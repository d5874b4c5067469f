"""The editor sends a file and gets the Markdown for it."""

import json

import pytest
from django.urls import reverse

from files.models import Attachment, Picture
from tests.files.samples import HTML, PDF, picture, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(come_in):
    def send(user, file, **fields):
        return come_in(user).post(reverse("files:upload"), {**({"file": file} if file else {}), **fields})

    return send


def test_a_picture_comes_back_as_markdown(send, cast, page):
    response = send(cast.zhou_yaning, upload("泵[1].png", picture()), about=page.uid)

    held = Picture.objects.of(page).get()
    assert response.status_code == 201
    assert response.json() == {
        "uid": held.uid,
        "name": "泵[1].png",
        "address": held.get_absolute_url(),
        "markdown": f"![泵\\[1\\]](file:{held.uid})",
    }


def test_other_files_come_back_as_links(send, cast, page):
    response = send(cast.zhou_yaning, upload("说明书.pdf", PDF), about=page.uid)

    held = Attachment.objects.of(page).get()
    assert response.json()["markdown"] == f"[说明书.pdf](file:{held.uid})"


def test_before_there_is_a_page_the_file_is_the_writers(send, cast):
    send(cast.zhou_yaning, upload("a.pdf", PDF))

    assert list(Attachment.objects.loose().values_list("uploaded_by_user", flat=True)) == [cast.zhou_yaning.pk]


@pytest.mark.promise("P33")
def test_before_there_is_a_page_the_room_of_its_space_counts_already(send, cast, space):
    large = b"a" * (1024 * 1024 + 1)

    assert send(cast.zhou_yaning, upload("a.txt", large), beside=space.uid).status_code == 413
    assert send(cast.zhou_yaning, upload("a.txt", b"a"), beside=space.uid).status_code == 201
    assert send(cast.zhao_jingxing, upload("a.txt", b"a"), beside=space.uid).status_code == 404


@pytest.mark.promise("P21", "P35")
def test_readers_and_strangers_cannot_add_to_a_page_nor_learn_of_it(send, cast, page):
    assert send(cast.lin_xiaoman, upload("a.pdf", PDF), about=page.uid).status_code == 404
    assert send(cast.zhao_jingxing, upload("a.pdf", PDF), about=page.uid).status_code == 404
    assert send(cast.zhao_jingxing, upload("a.pdf", PDF), about="2222222222ab").status_code == 404
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("file", "status", "words"),
    [
        (None, 400, "没有收到文件"),
        (upload("a.png", HTML), 400, "内容却是文字"),
        (upload("a.txt", b""), 400, "空"),
        (upload("a.exe", b"MZ\x90\0" * 9), 400, "不支持"),
        (upload("a.txt", b"a" * (1024 * 1024 + 1)), 413, "放不下"),
    ],
)
def test_what_is_not_taken_is_said_in_words(send, cast, page, file, status, words):
    response = send(cast.zhou_yaning, file, about=page.uid)

    assert response.status_code == status
    assert words in response.json()["error"]


@pytest.mark.promise("P25")
@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "multipart/form-data; boundary=x"),
        (b"--x\r\nContent-Disposition: form-data; name=file; filename=", "multipart/form-data; boundary=x"),
        (json.dumps({"file": "a"}).encode(), "application/json"),
        (b"\0\0\0", "application/octet-stream"),
        (b"file=a&about=%00", "application/x-www-form-urlencoded"),
    ],
)
def test_malformed_requests_are_refused_and_no_fault(come_in, cast, body, content_type):
    client = come_in(cast.zhou_yaning)

    assert 400 <= client.post(reverse("files:upload"), body, content_type=content_type).status_code < 500


@pytest.mark.parametrize("about", ["x" * 5000, "' or 1=1 --", "🦊", "../.."])
def test_nonsense_for_a_page_is_no_page(send, cast, about):
    assert send(cast.zhou_yaning, upload("a.pdf", PDF), about=about).status_code == 404


def test_uploads_are_posted_and_by_people_we_know(client, come_in, cast):
    assert client.post(reverse("files:upload")).status_code in (302, 401, 403)
    assert come_in(cast.lin_xiaoman).get(reverse("files:upload")).status_code == 405
