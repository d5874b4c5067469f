"""What people see and change about their own account: devices, password, mail, looks."""

import time

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jobs.testing import run_due
from org.models import Session
from tests.org.conftest import PASSWORD, who

pytestmark = pytest.mark.django_db

EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1 Lark/7.0"


@pytest.fixture
def phone(cast, sign_in):
    browser = Client(headers={"user-agent": IPHONE})
    sign_in("QY10874", browser=browser)
    return browser


@pytest.fixture
def here(client, cast, phone, sign_in):
    sign_in("QY10874", headers={"user-agent": EDGE})
    return client


def long_ago(client):
    """Nothing was typed in for a while, so the password is asked for again."""
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] = time.time() - 3600
    session["account_authentication_methods"] = session["account_authentication_methods"]
    session.save()


@pytest.mark.promise("P11")
def test_the_own_sessions_are_listed_in_words(here, cast, sign_in):
    sign_in("QY10231", browser=Client())

    page = here.get("/me/sessions/").content.decode()

    sessions = page.split("最近 30 天")[0]
    assert sessions.count("自动退出") == 2
    assert "Edge，Windows 电脑" in sessions
    assert "飞书，iPhone" in sessions
    assert "现在这台" in sessions
    assert not any(key in page for key in Session.objects.values_list("session_key", flat=True))


@pytest.mark.promise("P11")
def test_another_device_is_signed_out_at_once(here, phone, cast):
    session = Session.objects.get(device=IPHONE)

    here.post(f"/me/sessions/{session.handle}/")

    assert who(phone) is None
    assert phone.get("/me/sessions/").url.startswith("/accounts/login/")
    assert who(here) == str(cast.lin_xiaoman.pk)


@pytest.mark.promise("P11")
def test_all_others_are_signed_out_with_one_click(here, phone, cast):
    here.post("/me/sessions/others/")

    assert phone.get("/me/awake/").status_code == 302
    assert here.get("/me/awake/").status_code == 204


def test_nobody_ends_a_colleagues_session(here, cast, sign_in):
    other = Client()
    sign_in("QY10231", browser=other)
    session = Session.objects.get(user=cast.zhou_yaning)

    assert here.post(f"/me/sessions/{session.handle}/").status_code == 404
    assert other.get("/me/awake/").status_code == 204


def test_ending_this_one_is_signing_out(here, cast):
    session = Session.objects.get(device=EDGE)

    response = here.post(f"/me/sessions/{session.handle}/", follow=True)

    assert response.redirect_chain[-1][0] == "/accounts/login/"
    assert who(here) is None


def test_the_list_costs_the_same_for_any_length(here, cast, sign_in, django_assert_num_queries):
    here.get("/me/sessions/")  # what the frame remembers about the person
    with CaptureQueriesContext(connection) as few:
        here.get("/me/sessions/")
    cost = len(few)
    for _ in range(5):
        sign_in("QY10874", browser=Client())

    with django_assert_num_queries(cost):
        here.get("/me/sessions/")


@pytest.mark.promise("P8")
def test_a_forgotten_password_is_set_anew_with_a_code_by_mail(client, cast, sign_in, code_by_mail):
    client.post("/accounts/password/reset/", {"login": "QY10874"})
    client.post("/accounts/password/reset/confirm/", {"code": code_by_mail()})
    client.post("/accounts/password/reset/complete/", {"password1": "seven-bridges-9", "password2": "seven-bridges-9"})

    assert who(client) == str(cast.lin_xiaoman.pk)
    assert Session.objects.get(user=cast.lin_xiaoman).is_shared
    fresh = Client()
    sign_in("QY10874", "seven-bridges-9", fresh)
    assert who(fresh) == str(cast.lin_xiaoman.pk)


@pytest.mark.promise("P8")
def test_a_forgotten_password_tells_nobody_who_exists(cast):
    answers = []
    for login in ("QY10874", "QY99999"):
        page = Client().post("/accounts/password/reset/", {"login": login}, follow=True).content.decode()
        answers.append([line for line in page.splitlines() if "csrfmiddlewaretoken" not in line])
    run_due(name="org.mail")

    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [["qy10874@example.invalid"]]


@pytest.mark.promise("P11")
def test_a_new_password_signs_out_everywhere_else(here, phone, cast):
    new = {"oldpassword": PASSWORD, "password1": "seven-bridges-9", "password2": "seven-bridges-9"}

    assert here.post("/accounts/password/change/", new).url == "/me/sessions/"

    assert here.get("/me/awake/").status_code == 204
    assert who(phone) is None
    assert Session.objects.filter(user=cast.lin_xiaoman).count() == 1


def test_a_new_password_needs_the_old_one(here, cast):
    new = {"oldpassword": "wrong-pass-1", "password1": "seven-bridges-9", "password2": "seven-bridges-9"}

    here.post("/accounts/password/change/", new)

    cast.lin_xiaoman.refresh_from_db()
    assert cast.lin_xiaoman.check_password(PASSWORD)


def test_a_pc_left_open_does_not_give_away_the_mail(here):
    long_ago(here)

    assert here.get("/me/mail/").url == "/accounts/reauthenticate/?next=%2Fme%2Fmail%2F"


def test_the_mail_is_changed_once_its_code_is_typed_in(here, cast, code_by_mail):
    here.post("/me/mail/", {"mail": "new@example.invalid"})
    here.post("/me/mail/code/", {"code": "999x99"})
    cast.lin_xiaoman.refresh_from_db()
    assert cast.lin_xiaoman.email == "qy10874@example.invalid"

    here.post("/me/mail/code/", {"code": code_by_mail()})

    cast.lin_xiaoman.refresh_from_db()
    assert cast.lin_xiaoman.email == "new@example.invalid"


def test_five_wrong_codes_end_the_change(here, code_by_mail, cast):
    here.post("/me/mail/", {"mail": "new@example.invalid"})
    for _ in range(5):
        here.post("/me/mail/code/", {"code": "999x99"})

    here.post("/me/mail/code/", {"code": code_by_mail()})

    cast.lin_xiaoman.refresh_from_db()
    assert cast.lin_xiaoman.email == "qy10874@example.invalid"


def test_a_colleagues_mail_cannot_be_taken_and_is_not_told_of(here, cast):
    taken = here.post("/me/mail/", {"mail": "qy10231@example.invalid"})
    run_due(name="org.mail")

    assert taken.url == "/me/mail/code/"
    assert mail.outbox == []


@pytest.mark.parametrize("address", ["/accounts/email/", "/accounts/3rdparty/", "/accounts/phone/change/"])
def test_what_allauth_keeps_elsewhere_is_not_found(here, address):
    assert here.get(address).status_code == 404


def test_looks_are_kept_on_the_persons_row_and_in_the_browser(here, cast):
    here.post("/me/preferences/", {"theme": "dark", "text_size": "large", "language": "en", "next": "/me/sessions/"})

    cast.lin_xiaoman.refresh_from_db()
    assert (cast.lin_xiaoman.theme, cast.lin_xiaoman.text_size, cast.lin_xiaoman.language) == ("dark", "large", "en")
    assert 'data-theme="dark"' in here.get("/me/sessions/").content.decode()
    assert here.cookies["hzh_language"].value == "en"


def test_before_signing_in_the_browser_keeps_them(client, db):
    client.post("/me/preferences/", {"theme": "dark", "language": "en"})

    page = client.get("/accounts/login/")

    assert 'data-theme="dark"' in page.content.decode()
    assert page["Content-Language"] == "en"


def test_other_values_change_nothing(here, cast):
    response = here.post("/me/preferences/", {"theme": "pink", "language": "xx", "next": "https://evil.example/"})

    cast.lin_xiaoman.refresh_from_db()
    assert response.url == "/"
    assert (cast.lin_xiaoman.theme, cast.lin_xiaoman.language) == ("", "")
