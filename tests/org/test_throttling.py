"""Guessing is slowed, and neither a colleague nor a hospital behind one address is locked out by it."""

import re
import time

import pytest
from django.test import Client

from org import throttling
from tests.org.conftest import PASSWORD, who

pytestmark = [pytest.mark.django_db, pytest.mark.promise("P9")]

HERE, THERE = "10.1.1.1", "10.2.2.2"


@pytest.fixture
def guess(sign_in):
    """Wrong passwords for somebody: guess("QY10874", 5, address=HERE)."""

    def send(login, times=1, browser=None, address=HERE):
        return [sign_in(login, f"wrong-{n}", browser or Client(), REMOTE_ADDR=address) for n in range(times)][-1]

    return send


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(client, cast, guess, sign_in):
    guess("QY10874", 5)

    response = sign_in("QY10874", REMOTE_ADDR=HERE)

    assert who(client) is None
    assert "后再试" in response.content.decode()
    assert 295 < int(re.search(r'data-countdown-seconds-value="(\d+)"', response.content.decode())[1]) <= 300


def test_the_page_says_how_many_tries_are_left(cast, guess):
    assert "再试 3 次仍不对" in guess("QY10874", 2).content.decode()


def test_the_wait_ends(client, cast, guess, sign_in, monkeypatch):
    guess("QY10874", 5)
    later = time.time() + 301
    monkeypatch.setattr(throttling.time, "time", lambda: later)

    sign_in("QY10874", REMOTE_ADDR=HERE)

    assert who(client) == str(cast.lin_xiaoman.pk)


def test_numbers_that_do_not_exist_have_to_wait_alike(cast, guess, sign_in):
    guess("QY99999", 5)

    assert "后再试" in sign_in("QY99999", REMOTE_ADDR=HERE).content.decode()


def test_whoever_guesses_locks_out_only_themselves(client, cast, guess, sign_in):
    guess("QY10874", 5, address=HERE)

    sign_in("QY10874", REMOTE_ADDR=THERE)

    assert who(client) == str(cast.lin_xiaoman.pk)


def test_a_browser_that_knows_the_person_is_not_held_up_by_guesses_from_the_same_address(client, cast, guess, sign_in):
    sign_in("QY10874", REMOTE_ADDR=HERE)
    client.post("/accounts/logout/")
    guess("QY10874", 5, address=HERE)

    sign_in("QY10874", REMOTE_ADDR=HERE)

    assert who(client) == str(cast.lin_xiaoman.pk)


def test_a_ward_pc_where_a_colleague_signed_in_is_not_held_up_either(client, cast, guess, sign_in):
    sign_in("QY10231", REMOTE_ADDR=HERE)
    client.post("/accounts/logout/")
    guess("QY10874", 5, address=HERE)

    sign_in("QY10874", REMOTE_ADDR=HERE)

    assert who(client) == str(cast.lin_xiaoman.pk)


def test_a_colleague_who_guesses_is_slowed_on_every_browser_of_theirs(client, cast, guess, sign_in):
    for browser in (Client(), Client()):
        sign_in("QY10231", browser=browser, REMOTE_ADDR=HERE)
        browser.post("/accounts/logout/")
        response = guess("QY10874", 3, browser)

    assert "后再试" in response.content.decode()


def test_a_hospital_behind_one_address_is_not_locked_out(client, cast, guess, sign_in):
    for number in range(40):
        guess(f"QY{number:05}", 1, address=HERE)

    sign_in("QY10874", REMOTE_ADDR=HERE)

    assert who(client) == str(cast.lin_xiaoman.pk)


def test_one_password_tried_on_everybody_is_slowed(client, cast, guess, sign_in, monkeypatch):
    monkeypatch.setattr(throttling, "PASSWORDS", throttling.PASSWORDS)
    few = throttling.Limit("password-address", 10, 600)
    monkeypatch.setattr("org.adapters.PASSWORDS", replace_address(few))
    for number in range(10):
        guess(f"QY{number:05}", 1, address=HERE)

    assert "后再试" in guess("QY77777", 1, address=HERE).content.decode()


def replace_address(limit):
    old = throttling.PASSWORDS
    return throttling.Limits(old.from_place, old.at_person, limit, old.from_device)


def test_a_ward_pc_from_which_everybody_is_tried_is_slowed(client, cast, guess, sign_in, monkeypatch):
    old, few = throttling.PASSWORDS, throttling.Limit("password-device", 10, 600)
    monkeypatch.setattr(
        "org.adapters.PASSWORDS", throttling.Limits(old.from_place, old.at_person, old.from_address, few)
    )
    sign_in("QY10231", REMOTE_ADDR=HERE)
    client.post("/accounts/logout/")
    for number in range(10):
        guess(f"QY{number:05}", 1, client)

    sign_in("QY10874", browser=client, REMOTE_ADDR=HERE)

    assert who(client) is None


@pytest.mark.parametrize("limits", [throttling.PASSWORDS, throttling.SLIPS, throttling.CODES])
def test_no_kind_of_try_is_without_a_limit(limits):
    """What these numbers keep off is written in docs/sign-in.md."""
    assert limits.from_place.tries <= 5
    assert limits.at_person.tries <= 300
    assert limits.from_address.tries <= 300
    assert limits.from_device.tries <= 60


def test_right_passwords_use_nothing_up(cast, sign_in):
    for _ in range(8):
        browser = Client()
        sign_in("QY10874", browser=browser)
        assert who(browser) == str(cast.lin_xiaoman.pk)


def test_nobodys_mailbox_is_flooded_with_codes(client, cast):
    for _ in range(4):
        Client().post("/accounts/login/code/", {"login": "QY10874"})

    assert "后再试" in client.post("/accounts/login/code/", {"login": "QY10874"}).content.decode()


def test_a_forged_device_is_a_stranger(cast, guess, client, sign_in):
    client.cookies["hzh_device"] = "WyJrZXkiLFsiYSJdXQ:1abc:forged"
    guess("QY10874", 5)

    assert "后再试" in sign_in("QY10874", REMOTE_ADDR=HERE).content.decode()


@pytest.mark.parametrize(("seconds", "words"), [(1, "1 秒"), (60, "1 分钟"), (272, "4 分 32 秒"), (300, "5 分钟")])
def test_times_are_said_in_words(seconds, words):
    assert throttling.in_words(seconds) == words


def test_two_tries_at_the_same_moment_count_as_two(db):
    limit = throttling.Limit("test", 2, 60)

    assert [limit.take("x"), limit.take("x")] == [1, 0]
    with pytest.raises(throttling.TooMany):
        limit.take("x")
    limit.give_back("x")
    assert limit.take("x") == 0


def test_the_password_is_not_asked_for_without_end_either(client, cast, sign_in):
    """The page that asks again counts like the sign-in page."""
    sign_in("QY10874")
    session = client.session
    session["account_authentication_methods"] = []
    session.save()

    for _ in range(6):
        response = client.post("/accounts/reauthenticate/", {"password": "wrong-pass-1"})

    assert "后再试" in response.content.decode()
    assert PASSWORD not in response.content.decode()
