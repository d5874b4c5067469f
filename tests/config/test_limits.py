"""Hostile and malformed requests get a 4xx, never a 500."""

import json

import pytest
from django.http import HttpResponse, JsonResponse
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from config import limits

pytestmark = [pytest.mark.urls(__name__), pytest.mark.promise("P25")]


@csrf_exempt
def echo(request, rest=""):
    if request.content_type == "application/json":
        return JsonResponse(json.loads(request.body), safe=False)
    return HttpResponse(", ".join(sorted(request.POST)))


urlpatterns = [path("<path:rest>", echo)]


@pytest.fixture
def client(settings):
    settings.MIDDLEWARE = ["config.limits.LimitsMiddleware"]
    return Client(raise_request_exception=False)


def test_an_ordinary_request_passes(client):
    assert client.post("/notes", {"title": "输液泵", "body": "…"}).content == b"body, title"


@pytest.mark.parametrize("address", ("/a\0b", "/notes?q=%00", "/notes?%00=1"))
def test_zero_bytes_in_the_address_are_refused(client, address):
    assert client.get(address.replace("\0", "%00")).status_code == 400


@pytest.mark.parametrize("fields", ({"a\0": "1"}, {"a": "1\0"}))
def test_zero_bytes_in_fields_are_refused(client, fields):
    assert client.post("/notes", fields).status_code == 400
    encoded = "&".join(f"{name}={value}" for name, value in fields.items()).replace("\0", "%00")
    assert client.post("/notes", encoded, "application/x-www-form-urlencoded").status_code == 400


def test_ten_thousand_fields_are_refused(client):
    fields = {f"f{number}": "1" for number in range(10_000)}
    assert client.post("/notes", fields).status_code == 400
    encoded = "&".join(f"{name}=1" for name in fields)
    assert client.post("/notes", encoded, "application/x-www-form-urlencoded").status_code == 400


def test_a_hundred_files_are_refused(client):
    from django.core.files.uploadedfile import SimpleUploadedFile

    files = {f"f{number}": SimpleUploadedFile("a.txt", b"x") for number in range(100)}
    assert client.post("/files/new", files).status_code == 400


def test_a_folder_to_be_imported_may_have_hundreds_of_files_and_none_of_them_waits_in_memory(rf):
    from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile

    files = [SimpleUploadedFile("a.txt", b"x") for _number in range(100)]
    seen = []
    middleware = limits.LimitsMiddleware(lambda request: seen.extend(request.FILES.getlist("files")))
    middleware(rf.post("/spaces/qingyu/import/", {"files": files}))

    assert len(seen) == 100
    assert all(isinstance(each, TemporaryUploadedFile) for each in seen)


def test_a_broken_multipart_body_is_refused(client):
    for body in (b"", b"--x", b"--x\r\nContent-Disposition: form-data; name=a"):
        assert client.post("/notes", body, "multipart/form-data; boundary=x").status_code < 500
    assert client.post("/notes", b"--x", "multipart/form-data").status_code == 400


@pytest.mark.parametrize("body", ("[" * 100_000 + "]" * 100_000, '{"a":' * 5_000 + "1" + "}" * 5_000))
def test_json_that_is_too_deep_is_refused(client, body):
    assert client.post("/notes", body, "application/json").status_code == 400


def test_json_that_is_merely_long_passes(client):
    rows = [{"title": "a [b] {c} \\" * 3, "tags": []} for _ in range(5_000)]
    assert client.post("/notes", json.dumps(rows), "application/json").json() == rows


def test_a_zero_byte_in_json_is_refused(client):
    assert client.post("/notes", '{"a": "\\u0000"}', "application/json").status_code == 400


def test_a_body_above_the_limit_of_its_address_is_refused(client, settings):
    settings.MAX_UPLOAD_MB = 7
    six = b"x" * 6 * limits.MEGABYTE
    eight = b"x" * 8 * limits.MEGABYTE

    assert client.post("/notes", six, "application/octet-stream").status_code == 413
    assert client.post("/files/new", six, "application/octet-stream").status_code == 200
    assert client.post("/files/new", eight, "application/octet-stream").status_code == 413


def test_a_length_that_is_no_number_is_refused(client):
    assert client.post("/notes", "a=1", "application/x-www-form-urlencoded", CONTENT_LENGTH="x").status_code == 400
