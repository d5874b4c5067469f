"""The letter, and leaving it by one click."""

import re

import pytest

from jobs.testing import run_due
from notifications.models import WayChoice

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(cast, tell, post, settings):
    settings.SITE_URL = "https://wiki.hospital.example"
    tell(cast.lin_xiaoman)
    run_due()
    return post.letters[0]


def leave(letter):
    return re.search(r"<https://wiki.hospital.example(/unsubscribe/[^>]+)>", letter["List-Unsubscribe"])[1]


def test_a_letter_says_what_it_is_and_how_to_leave(letter):
    assert letter["List-Id"] == "<announcement.notices.wiki.hospital.example>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Message-ID"].endswith("@wiki.hospital.example>")
    assert "《交接班要点》" in letter["Subject"]


@pytest.mark.promise("S22")
def test_a_letter_tells_nobody_who_opened_it(letter):
    html = letter.get_body(("html",)).get_content()

    assert "<img" not in html
    assert "http://" not in html
    assert all("?" not in address for address in re.findall(r'href="([^"]+)"', html))


def test_a_mail_program_leaves_by_one_post_without_a_session(client, cast, letter):
    answer = client.post(leave(letter), {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert list(WayChoice.objects.values_list("person__name", "group", "way", "is_on")) == [
        ("林小满", "announcement", "mail", False)
    ]


def test_looking_at_the_page_leaves_nothing(client, letter):
    answer = client.get(leave(letter))

    assert "确认退订" in answer.content.decode()
    assert "林小满" not in answer.content.decode()
    assert not WayChoice.objects.exists()


@pytest.mark.parametrize("token", ["x", "WyJhIl0:1x2:3"])
def test_a_forged_address_is_nothing(client, token):
    assert client.post(f"/unsubscribe/{token}/").status_code == 404


def test_a_changed_address_is_nothing(client, letter):
    assert client.post(leave(letter)[:-3] + "xx/").status_code == 404
    assert not WayChoice.objects.exists()


def test_what_is_binding_cannot_be_left(cast, tell, post):
    tell(cast.lin_xiaoman, kind="page.alarmed")
    run_due()

    assert post.letters[0]["List-Unsubscribe"] is None


def test_the_words_of_a_subject_add_no_header(cast, tell, post, _kinds):
    _kinds("page.announced", "announcement", sentence=lambda self, notice: "甲\r\nBcc: x@example.invalid")
    tell(cast.lin_xiaoman)
    run_due()

    assert post.letters[0]["Bcc"] is None
    assert post.letters[0]["Subject"] == "甲 Bcc: x@example.invalid"
