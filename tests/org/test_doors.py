"""What a stranger reaches: the pages of signing in, and nothing else."""

import re

import pytest
from django.conf import settings
from django.urls import URLResolver, get_resolver

from org.middleware import PUBLIC

pytestmark = pytest.mark.django_db

# The closed list. Whatever is added here must be meant for everybody on earth.
OPEN = {
    "/accounts/",
    "/healthz",
    "/readyz",
    "/static/",
    "/offline/",
    "/service-worker.js",
    "/favicon.ico",
    "/robots.txt",
    "/appearance/",
    "/me/preferences/",
    "/unsubscribe/",
    "/_util/login/",
    "/admin/login/",
    "/admin/logout/",
    "/admin/password_reset/",
}
ANSWERS = {200, 301, 302, 307, 404, 405, 503}  # what a page of signing in may answer
EXAMPLES = {"int": "1", "str": "x", "slug": "x", "uuid": "0" * 32, "path": "x/y"}


def addresses(patterns, before="/"):
    """Every address there is, with something in the place of what varies."""
    for pattern in patterns:
        address = before + plain(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, address)
        else:
            yield address


def plain(pattern):
    pattern = re.sub(r"<(?:(\w+):)?\w+>", lambda found: EXAMPLES.get(found[1] or "str", "x"), pattern)
    pattern = re.sub(r"\(\?:([^()|]*)[^()]*\)", r"\1", pattern)
    return re.sub(r"\([^()]*\)|\[[^]]*\][+*]?", "x", pattern).lstrip("^").rstrip("$").replace("\\", "")


@pytest.fixture(scope="module")
def every():
    return sorted(set(addresses(get_resolver().url_patterns)))


def test_the_list_of_public_addresses_is_closed():
    assert set(PUBLIC) == OPEN


def test_a_stranger_is_asked_to_sign_in_everywhere_else(client, every):
    closed = [address for address in every if not address.startswith(PUBLIC)]

    answers = {address: client.get(address) for address in closed}

    assert len(closed) > 50
    assert [address for address, answer in answers.items() if answer.status_code != 302] == []
    assert all(answer.url.startswith(f"{settings.LOGIN_URL}?next=") for answer in answers.values())


def test_a_stranger_posts_nowhere(client, every):
    closed = [address for address in every if not address.startswith(PUBLIC)]

    assert {client.post(address).status_code for address in closed} == {302}


def test_public_pages_answer_without_showing_anybody(client, cast, every):
    public = [address for address in every if address.startswith(PUBLIC)]
    everybody = ("林小满", "周雅宁", "沈知夏", "韩予安", "许文博", "陆知行", "赵景行")

    for address in public:
        answer = client.get(address)
        assert answer.status_code in ANSWERS, address
        assert not any(name in answer.content.decode() for name in everybody), address


def test_what_does_not_exist_is_asked_for_alike(client):
    assert client.get("/nothing/at/all/").url == "/accounts/login/?next=%2Fnothing%2Fat%2Fall%2F"


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {"Accept": "application/json"}])
def test_scripts_are_told_by_the_status(client, headers):
    response = client.get("/me/sessions/", headers=headers)

    assert response.status_code == 401
    assert response["HX-Redirect"] == "/accounts/login/"
    assert response.json() == {"error": "请先登录。"}


def test_the_api_answers_strangers_by_the_status(client):
    assert client.get("/api/pages/").status_code == 401


@pytest.mark.promise("P10")
@pytest.mark.parametrize("address", ["/admin/login/", "/_util/login/", "/accounts/login/"])
def test_a_password_gets_an_administrator_nowhere_without_the_code(client, administrator, address):
    values = {"username": "HX00001", "login": "HX00001", "password": "demo-pass-1"}

    client.post(address, values)

    assert "_auth_user_id" not in client.session


def test_a_session_of_a_stranger_costs_no_row(client):
    from org.models import Session

    client.get("/accounts/login/")
    client.get("/me/sessions/")

    assert not Session.objects.exists()
