"""Wagtail has sign-in pages and people screens of its own; none of them opens."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

SIGN_IN = ["/admin/login/", "/_util/login/", "/admin/password_reset/", "/admin/password_reset/confirm/MQ/token/"]
SHUT = [
    "/admin/users/",
    "/admin/users/new/",
    "/admin/groups/",
    "/admin/collections/",
    "/admin/collections/add/",
    "/admin/bulk/org/user/delete/",
    "/_util/authenticate_with_password/1/1/",
    "/documents/authenticate_with_password/1/",
]


@pytest.mark.promise("P10")
@pytest.mark.parametrize("address", SIGN_IN)
def test_a_password_given_to_wagtail_is_not_even_read(client, administrator, address):
    administrator.set_password("password")
    administrator.save()

    response = client.post(address, {"username": administrator.get_username(), "password": "password"})

    assert response.status_code == 302
    assert response.url == reverse("account_login")
    assert "_auth_user_id" not in client.session


def test_signing_in_leads_back_to_where_one_wanted_to_go(client):
    response = client.get("/admin/login/", {"next": "/admin/pages/"})

    assert response.url == reverse("account_login") + "?next=%2Fadmin%2Fpages%2F"


def test_leaving_the_admin_is_leaving_by_our_own_door(client, administrator):
    client.force_login(administrator)

    response = client.post("/admin/logout/")

    assert response.status_code == 307  # the POST goes along
    assert response.url == reverse("account_logout")


def test_name_mail_and_picture_are_kept_in_the_profile_not_in_the_admin(client, administrator):
    client.force_login(administrator)

    assert client.post("/admin/account/").url == administrator.get_absolute_url()


@pytest.mark.parametrize("address", SHUT)
def test_wagtails_screens_for_people_and_rights_are_not_found(client, administrator, address):
    client.force_login(administrator)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/sprite/", "/admin/jsi18n/", "/admin/nothing/"])
def test_a_stranger_is_asked_to_sign_in(client, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/sprite/", "/admin/nothing/"])
def test_a_colleague_without_the_right_finds_nothing(client, nurse, address):
    client.force_login(nurse)

    response = client.get(address)

    assert response.status_code == 404
    assert response.templates[0].name == "404.html"  # our one page, not Wagtail's
