"""Coming in with a password or with a code by mail."""

import pytest
from django.core import mail
from django.test import Client

from jobs.models import Due
from jobs.testing import run_due
from org.models import Session, SignIn
from tests.org.conftest import PASSWORD, who

pytestmark = pytest.mark.django_db


def is_in(client, person):
    return who(client) == str(person.pk)


@pytest.mark.promise("P8")
@pytest.mark.parametrize(
    "login",
    ["QY10874", "qy10874", " QY10874 ", "13800138000", "138 0013 8000", "+86 13800138000", "Lin@Example.invalid"],
)
def test_number_phone_and_mail_sign_in(client, cast, sign_in, login):
    cast.lin_xiaoman.phone, cast.lin_xiaoman.email = "+8613800138000", "lin@example.invalid"
    cast.lin_xiaoman.save()

    response = sign_in(login)

    assert response.url == "/"
    assert is_in(client, cast.lin_xiaoman)


def test_an_employee_number_of_digits_is_no_phone(client, cast, sign_in):
    cast.lin_xiaoman.number = "13900139000"
    cast.lin_xiaoman.save()

    sign_in("13900139000")

    assert is_in(client, cast.lin_xiaoman)


def test_one_gets_where_one_wanted_to_go(client, cast):
    asked = client.get("/spaces/qingyu/")
    assert asked.url == "/accounts/login/?next=%2Fspaces%2Fqingyu%2F"

    values = {"login": "QY10874", "password": PASSWORD, "next": "/spaces/qingyu/"}
    assert client.post("/accounts/login/", values).url == "/spaces/qingyu/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(client, cast, elsewhere):
    response = client.post("/accounts/login/", {"login": "QY10874", "password": PASSWORD, "next": elsewhere})

    assert response.url == "/"


@pytest.mark.promise("P8")
def test_a_wrong_password_says_the_same_as_a_wrong_number(client, cast, sign_in):
    known = sign_in("QY10874", "wrong-pass-1", where="shared").content.decode()
    unknown = sign_in("QY99999", "wrong-pass-1", Client(), where="shared").content.decode()

    assert "工号或密码不对" in known
    assert plain(known.replace("QY10874", "QY99999")) == plain(unknown)
    assert who(client) is None


def plain(page):
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


@pytest.mark.promise("P8")
def test_nobodys_password_is_worked_on_as_long_as_somebodys(cast, sign_in, monkeypatch):
    checked = []
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher.encode"
    monkeypatch.setattr(hasher, lambda *args, **kwargs: checked.append(args) or "md5$x$y")

    sign_in("QY10874", "wrong-pass-1")
    known = len(checked)
    sign_in("QY99999", "wrong-pass-1")

    assert known == len(checked) - known == 1


def test_a_shared_computer_is_the_default(client, cast, sign_in):
    sign_in("QY10874", where="")

    assert Session.objects.get().is_shared
    assert client.cookies["hzh_session"]["max-age"] == ""


def test_the_own_device_stays_signed_in_for_seven_days(client, cast, sign_in):
    sign_in("QY10874", where="own")

    session = Session.objects.get()
    assert not session.is_shared
    assert (session.expire_date - session.started_at).days in (6, 7)
    assert 0 < client.cookies["hzh_session"]["max-age"] <= 7 * 24 * 3600


def test_a_page_on_a_shared_computer_knows_when_to_warn(client, cast, sign_in):
    sign_in("QY10874", where="shared")

    assert client.get("/me/sessions/").wsgi_request.idle_seconds == 15 * 60


def test_signing_in_is_written_down_for_the_person(client, cast, sign_in):
    agent = "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0"
    sign_in("QY10874", "wrong-pass-1", headers={"user-agent": agent})
    sign_in("QY10874", headers={"user-agent": agent})

    rows = SignIn.objects.values_list("person__name", "way", "succeeded", "is_new_device", "address")
    assert list(rows) == [
        ("林小满", "password", True, True, "127.0.0.1"),
        ("林小满", "password", False, False, "127.0.0.1"),
    ]


@pytest.mark.promise("P8")
@pytest.mark.parametrize("login", ["QY10874", "qy10874@example.invalid"])
def test_a_code_by_mail_signs_in(client, cast, code_by_mail, login):
    asked = client.post("/accounts/login/code/", {"login": login, "where": "own"})

    response = client.post(asked.url, {"code": code_by_mail()})

    assert response.url == "/"
    assert is_in(client, cast.lin_xiaoman)
    assert mail.outbox[-1].to == ["qy10874@example.invalid"]
    assert SignIn.objects.get().way == "code"
    assert not Session.objects.get(user__isnull=False).is_shared


@pytest.mark.promise("P8")
def test_asking_for_a_code_answers_alike_for_nobody(client, cast):
    stranger = Client()
    known = client.post("/accounts/login/code/", {"login": "QY10874"}, follow=True)
    unknown = stranger.post("/accounts/login/code/", {"login": "QY99999"}, follow=True)

    assert plain(known.content.decode()) == plain(unknown.content.decode())
    assert Due.objects.filter(name="org.mail").count() == 2

    run_due(name="org.mail")
    assert [message.to for message in mail.outbox] == [["qy10874@example.invalid"]]


def test_no_mail_is_sent_while_somebody_waits_for_the_page(client, cast):
    client.post("/accounts/login/code/", {"login": "QY10874"})

    assert mail.outbox == []


def test_a_wrong_code_does_not_sign_in(client, cast):
    client.post("/accounts/login/code/", {"login": "QY10874"})

    for _ in range(3):
        response = client.post("/accounts/login/code/confirm/", {"code": "12345x"})

    assert response.url == "/accounts/login/code/"
    assert who(client) is None


def test_a_code_can_be_sent_again(client, cast, code_by_mail):
    client.post("/accounts/login/code/", {"login": "QY10874"})
    first = code_by_mail()
    client.post("/accounts/login/code/confirm/", {"action": "resend"})
    second = code_by_mail()

    client.post("/accounts/login/code/confirm/", {"code": second})

    assert first != second
    assert is_in(client, cast.lin_xiaoman)


def test_a_code_for_somebody_without_mail_answers_as_usual(client, cast):
    cast.lin_xiaoman.email = None
    cast.lin_xiaoman.save()

    asked = client.post("/accounts/login/code/", {"login": "QY10874"})
    run_due(name="org.mail")

    assert asked.url == "/accounts/login/code/confirm/"
    assert mail.outbox == []


def test_the_next_person_can_start_afresh(client, cast):
    client.post("/accounts/login/code/", {"login": "QY10874"})
    assert client.get("/accounts/login/").url == "/accounts/login/code/confirm/"

    client.post("/accounts/logout/")

    assert client.get("/accounts/login/").status_code == 200


def test_a_leaver_with_the_right_password_is_told_whom_to_ask(client, cast, sign_in):
    cast.lin_xiaoman.is_active = False
    cast.lin_xiaoman.save()

    assert sign_in("QY10874").url == "/accounts/inactive/"
    assert "本院管理员" in client.get("/accounts/inactive/").content.decode()
    assert sign_in("QY10874", "wrong-pass-1").status_code == 200


def test_nobody_signs_up(client):
    assert client.get("/accounts/signup/").status_code == 404
    assert client.post("/accounts/signup/", {"username": "x", "password1": "y"}).status_code == 404


@pytest.mark.promise("P32")
def test_signing_out_leaves_nothing_in_the_browser(client, cast, sign_in):
    sign_in("QY10874")

    response = client.post("/accounts/logout/")

    assert response.url == "/accounts/login/"
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert client.cookies["hzh_session"].value == ""
    assert not Session.objects.filter(user__isnull=False).exists()


@pytest.mark.parametrize("nonsense", ["\x00", "a" * 5000, "😀", "'; DROP TABLE org_user; --", "@", "+86", "\u202e"])
def test_nonsense_is_no_error_of_ours(client, db, nonsense):
    for address in ("/accounts/login/", "/accounts/login/code/", "/accounts/slip/", "/accounts/password/reset/"):
        response = client.post(address, {"login": nonsense, "password": nonsense, "code": nonsense, "where": nonsense})
        assert response.status_code < 500
