import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache

from jobs.testing import run_due
from org import demo

PASSWORD = "demo-pass-1"  # of everybody in the cast


@pytest.fixture(autouse=True)
def _fresh_counts(db):
    cache.clear()


@pytest.fixture
def sign_in(client):
    """The sign-in page, filled in and sent: sign_in("QY10874") answers what the browser gets."""

    def send(login, password=PASSWORD, browser=client, where="own", **extra):
        return browser.post("/accounts/login/", {"login": login, "password": password, "where": where}, **extra)

    return send


@pytest.fixture
def code_by_mail():
    """The code in the newest mail once the worker has sent what is due."""

    def read():
        run_due(name="org.mail")
        return next(word.strip("，。") for word in mail.outbox[-1].subject.split() if word.isdigit())

    return read


@pytest.fixture
def administrator(cast):
    """陆知行 with an authenticator."""
    demo.set_up_second_step(cast.lu_zhixing)
    return cast.lu_zhixing


@pytest.fixture
def second_code():
    """What the authenticator shows now."""

    def read(secret=demo.SECRET):
        now = list(yield_hotp_counters_from_time())[1]
        return format_hotp_value(hotp_value(secret, now))

    return read


def who(client):
    return client.session.get("_auth_user_id")
