"""Administrators show a second factor, and no door goes around it."""

from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.test import Client

from audit.models import Decision
from org import second_step
from org.choices import RoleKind
from org.models import Role, Session
from tests.conftest import force_login
from tests.org.conftest import who

pytestmark = [pytest.mark.django_db, pytest.mark.promise("P10")]

SET_UP = "/accounts/2fa/totp/activate/"


@pytest.fixture
def set_up(client, second_code):
    """Scan the code and type in what the authenticator shows."""

    def go():
        client.get(SET_UP)
        return client.post(SET_UP, {"code": second_code(client.session["mfa.totp.secret"])})

    return go


@pytest.fixture
def anywhere(client):
    """A page that asks for nothing but being signed in."""
    return lambda: client.get("/me/sessions/")


def test_an_administrator_types_the_code_after_the_password(client, administrator, sign_in, second_code, anywhere):
    assert sign_in("HX00001").url == "/accounts/2fa/authenticate/"
    assert who(client) is None

    response = client.post("/accounts/2fa/authenticate/", {"code": second_code()})

    assert response.url == "/"
    assert anywhere().status_code == 200


def test_a_wrong_code_does_not_let_in(client, administrator, sign_in):
    sign_in("HX00001")

    response = client.post("/accounts/2fa/authenticate/", {"code": "000000"})

    assert "动态码不对" in response.content.decode()
    assert who(client) is None


def test_a_code_opens_once(client, administrator, sign_in, second_code):
    code = second_code()
    sign_in("HX00001")
    client.post("/accounts/2fa/authenticate/", {"code": code})

    other = Client()
    sign_in("HX00001", browser=other)
    other.post("/accounts/2fa/authenticate/", {"code": code})

    assert who(other) is None


def test_guessing_codes_is_slowed(client, administrator, sign_in, second_code):
    sign_in("HX00001")
    for _ in range(5):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})

    client.post("/accounts/2fa/authenticate/", {"code": second_code()})

    assert who(client) is None


def test_an_administrator_without_one_sets_it_up_before_anything_else(client, cast, sign_in, anywhere):
    sign_in("HX00001")

    assert anywhere().url == SET_UP
    assert client.get("/admin/").url == SET_UP
    assert client.post("/me/sessions/others/").url == SET_UP
    assert client.get("/wiki/nothing/", headers={"HX-Request": "true"}).status_code == 403


def test_setting_it_up_shows_the_recovery_codes_once_and_lets_in(client, cast, sign_in, set_up, anywhere):
    sign_in("HX00001")
    page = client.get(SET_UP).content.decode()
    assert '<svg class="qr"' in page
    assert "data:image" not in page

    response = set_up()

    assert response.url == "/accounts/2fa/recovery-codes/"
    assert client.get(response.url).content.decode().count("<span>") >= 10
    assert anywhere().status_code == 200
    assert "已经显示过" in client.get("/accounts/2fa/recovery-codes/").content.decode()


def test_setting_it_up_ends_sessions_that_came_in_without(client, cast, sign_in, set_up):
    other = Client()
    sign_in("HX00001", browser=other)
    sign_in("HX00001")

    set_up()

    assert other.get(SET_UP).url.startswith("/accounts/login/")


def test_a_session_that_came_by_another_door_has_to_show_it(client, administrator, anywhere):
    """Whatever signs somebody in without allauth's steps opens nothing for an administrator."""
    force_login(client, administrator)

    assert anywhere().url == "/accounts/2fa/reauthenticate/"


def test_there_the_password_is_not_enough(client, administrator):
    force_login(client, administrator)

    assert client.get("/accounts/reauthenticate/").url == "/accounts/2fa/reauthenticate/"
    assert client.get("/accounts/2fa/recovery-codes/").status_code in (302, 404)


def test_there_the_code_lets_in(client, administrator, second_code, anywhere):
    force_login(client, administrator)

    client.post("/accounts/2fa/reauthenticate/", {"code": second_code()})

    assert anywhere().status_code == 200


def test_whoever_becomes_administrator_while_signed_in_has_to_as_well(client, cast, sign_in, anywhere):
    sign_in("QY20045")
    assert anywhere().status_code == 200

    Role.objects.create(person=cast.han_yuan, kind=RoleKind.ADMINISTRATOR, unit=cast.qingyu)

    assert anywhere().url == SET_UP


def test_superusers_have_to_as_well(client, cast, sign_in, anywhere):
    cast.han_yuan.is_superuser = True
    cast.han_yuan.save()
    sign_in("QY20045")

    assert anywhere().url == SET_UP


def test_a_code_by_mail_does_not_go_around_it(client, administrator, code_by_mail):
    client.post("/accounts/login/code/", {"login": "HX00001"})

    response = client.post("/accounts/login/code/confirm/", {"code": code_by_mail()})

    assert response.url == "/accounts/2fa/authenticate/"
    assert who(client) is None


def test_a_forgotten_password_does_not_go_around_it(client, administrator, code_by_mail):
    client.post("/accounts/password/reset/", {"login": "HX00001"})
    client.post("/accounts/password/reset/confirm/", {"code": code_by_mail()})
    new = {"password1": "seven-bridges-9", "password2": "seven-bridges-9"}

    response = client.post("/accounts/password/reset/complete/", new)

    assert response.url == "/accounts/2fa/authenticate/"
    assert who(client) is None


def test_an_administrator_cannot_switch_it_off(client, administrator, sign_in, second_code):
    sign_in("HX00001")
    client.post("/accounts/2fa/authenticate/", {"code": second_code()})

    response = client.post("/accounts/2fa/totp/deactivate/")

    assert "不能关闭" in response.content.decode()
    assert second_step.is_set_up(administrator)


def test_others_may_have_one_and_switch_it_off(client, cast, sign_in, set_up):
    sign_in("QY10874")
    set_up()
    assert second_step.is_set_up(cast.lin_xiaoman)

    client.post("/accounts/2fa/totp/deactivate/")

    assert not second_step.is_set_up(cast.lin_xiaoman)


def test_a_lost_authenticator_is_taken_away_by_a_decision(client, administrator, cast):
    client.force_login(administrator)

    second_step.reset(administrator, cast.xu_wenbo, reason="手机丢失")

    assert not Authenticator.objects.filter(user=administrator).exists()
    assert not Session.objects.filter(user=administrator).exists()
    decision = Decision.objects.get(verb="second_step.reset")
    assert (decision.by, decision.reason) == (cast.xu_wenbo, "手机丢失")


@pytest.mark.promise("P23")
def test_signing_in_as_administrator_leaves_a_row(client, administrator, sign_in, second_code):
    sign_in("HX00001")
    client.post("/accounts/2fa/authenticate/", {"code": second_code()})

    decision = Decision.objects.get(verb="administrator.signed_in")
    assert (decision.by, decision.after, decision.address) == (administrator, {"way": "password"}, "127.0.0.1")


def test_the_second_step_costs_other_people_nothing(client, cast, django_assert_num_queries):
    client.force_login(cast.lin_xiaoman)

    with django_assert_num_queries(1):
        client.get("/me/awake/")


def test_whoever_keeps_the_server_can_help_the_last_administrator(administrator):
    call_command("reset_second_step", "hx00001")

    assert not second_step.is_set_up(administrator)
    assert Decision.objects.get(verb="second_step.reset").by is None


def test_the_second_step_of_somebody_else_does_not_count(client, cast, administrator, rf):
    request = rf.get("/")
    request.user, request.visit = administrator, SimpleNamespace(is_administrator=True)

    request.session = {second_step.PROVEN: cast.xu_wenbo.pk}
    assert second_step.is_missing(request)
    request.session = {second_step.PROVEN: administrator.pk}
    assert not second_step.is_missing(request)
