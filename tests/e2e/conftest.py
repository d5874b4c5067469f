"""A real browser on the real site.

The server answers inside the test's own transaction, one request at a time: what people do in the browser is there
for the test to see and gone when it ends, on every database.
"""

import os
import threading

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connections
from django.test.testcases import QuietWSGIRequestHandler
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  reportViolation(`${location.pathname} ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
# After a link was followed a hurried click would come before the scripts that answer it.
TELL_WHEN_READY = """
document.addEventListener("DOMContentLoaded", () => setTimeout(() => { document.documentElement.dataset.ready = "" }));
"""
UNREADY, READY = "html:not([data-ready])", "html[data-ready]"


def pytest_collection_modifyitems(items):
    """On a gate what failed in the browser is tried once more; the report names what needed it."""
    if os.environ.get("CI"):
        for item in items:
            if item.get_closest_marker("e2e"):
                item.add_marker(pytest.mark.flaky(reruns=1))


class Server(ThreadedWSGIServer):
    def _close_connections(self):
        """They are the test's."""


class OneAtATime(StaticFilesHandler):
    """What a test leaves under way when it ends finds the site closed, never the database of the next test."""

    def __init__(self, application):
        super().__init__(application)
        self.lock, self.is_closed = threading.Lock(), False

    def __call__(self, environ, start_response):
        with self.lock:
            if self.is_closed:
                start_response("503 Service Unavailable", [])
                return []
            return super().__call__(environ, start_response)

    def close(self):
        with self.lock:
            self.is_closed = True


@pytest.fixture
def site(db, monkeypatch):
    """The address of the site."""
    shared = {connection.alias: connection for connection in connections.all()}
    for connection in shared.values():
        connection.inc_thread_sharing()
        monkeypatch.setattr(connection, "close", lambda: None)  # as Django does after each request
    server = Server(("127.0.0.1", 0), QuietWSGIRequestHandler, connections_override=shared)
    handler = OneAtATime(WSGIHandler())
    server.set_app(handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    handler.close()
    server.server_close()
    thread.join()
    for connection in shared.values():
        connection.dec_thread_sharing()


@pytest.fixture(scope="session")
def chromium():
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in the thread of the tests
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, site):
    """A window of its own; page.violations collects what the content security policy stopped."""
    context = chromium.new_context(base_url=site, locale="zh-CN", timezone_id="Asia/Shanghai")
    context.set_default_timeout(10_000)
    violations = []
    context.expose_function("reportViolation", lambda violation: violations.append(violation))
    context.add_init_script(REPORT_VIOLATIONS + TELL_WHEN_READY)
    page = context.new_page()
    page.add_locator_handler(page.locator(UNREADY), lambda: page.wait_for_selector(READY, state="attached"))
    page.violations = violations
    yield page
    context.close()


@pytest.fixture
def sign_in(page, client, site):
    """Signs a person in without the form: sign_in(cast.zhou_yaning)."""

    def enter(person):
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])

    return enter
