"""Whatever goes wrong, a page of ours says what happened and what to do."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import get_template
from django.test import RequestFactory

from ui.errors import server_error

PAGES = ["400.html", "403.html", "403_csrf.html", "413.html", "429.html", "500.html", "503.html", "offline.html"]


def without_token(page):
    """Django masks the same token anew in every answer."""
    return re.sub(r"[A-Za-z0-9]{64}", "TOKEN", page.text)


@pytest.mark.promise("P20")
@pytest.mark.parametrize("name", PAGES)
def test_an_error_page_needs_neither_request_nor_database(name):
    page = get_template(name).render()

    assert re.search(r"<h1>\s*\S+", page)
    assert 'href="/"' in page or "js/offline.js" in page


def test_a_failure_has_a_number_that_the_log_knows(caplog):
    page = server_error(RequestFactory().get("/wiki/"))

    number = re.search(r"E-\d{8}-[2-9A-Z]{6}", page.content.decode()).group()
    assert page.status_code == 500
    assert number in caplog.text


@pytest.mark.promise("P20", "P35")
def test_the_missing_page_offers_to_ask_and_says_nothing_else(client, cast):
    client.force_login(cast.lin_xiaoman)

    page = client.get("/nothing-here/")

    assert page.status_code == 404
    assert "这里没有您能打开的内容" in page.text
    assert without_token(page) == without_token(client.get("/nothing-here/"))


def test_nobody_sees_the_missing_page_without_navigation():
    request = RequestFactory().get("/nothing-here/")
    request.user = AnonymousUser()

    page = get_template("404.html").render({}, request)

    assert "这里没有您能打开的内容" in page
    assert 'class="rail"' not in page
    assert "<form" not in page


def test_the_browser_keeps_only_what_is_the_same_for_everybody(client, cast):
    client.force_login(cast.lin_xiaoman)

    worker, page = client.get("/service-worker.js"), client.get("/offline/")

    assert worker["Content-Type"].startswith("text/javascript")
    assert "/offline/" in worker.text
    assert cast.lin_xiaoman.name not in page.text
