"""The bell while a page lies open: on a phone and a PC, over the line and without it."""

import pytest

from tests.e2e.together import ZHOU, Writer, collect_sheets, make_house  # noqa: F401  fixtures

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
BLOCKED = "WebSocket = class { constructor() { setTimeout(() => this.onclose({ code: 1006 }), 10) } close() {} }"


@pytest.fixture(scope="module")
def house(make_house):  # noqa: F811
    house = make_house(dress=collect_sheets, DJANGO_SETTINGS_MODULE="tests.notifications.settings")
    house.do(
        "from notifications.actions import notify, read_all; from jobs import apps; from jobs.testing import run_due\n"
        "def tell(kind):\n"
        f"    notify(kind, to=User.objects.filter(number={ZHOU!r})); run_due(name='notifications.send')"
    )
    return house


@pytest.fixture
def reader(house, chromium):
    readers = []

    def open_(width=1440, init=""):
        reader = Writer(house, chromium, ZHOU, width=width)
        readers.append(reader)
        if init:
            reader.page.add_init_script(init)
        reader.page.goto(house.tell(f"page({house.uid!r}).get_absolute_url()"))
        return reader

    house.do(f"read_all(User.objects.get(number={ZHOU!r}))")
    yield open_
    for reader in readers:
        reader.context.close()


def rings(reader, number):
    """Within five seconds of the promise, and the way there."""
    words = f"document.querySelector('#bell .dot-badge').textContent === '{number}'"
    reader.page.wait_for_function(f"() => {words} && !document.querySelector('#bell .dot-badge').hidden", timeout=5500)


def ready(reader):
    reader.page.wait_for_timeout(2500)  # the line is opened a moment after the page


@pytest.mark.promise("N17")
def test_the_number_changes_on_phone_and_pc_without_loading_anew(house, reader):
    pc, phone = reader(), reader(390)
    ready(pc)
    house.do("tell('crowd.published')")

    for each in (pc, phone):
        rings(each, 1)
        assert each.page.title().startswith("(1) ")
        assert each.page.locator("#bell").get_attribute("aria-label") == "通知，1 条未读"
    assert pc.page.locator("#bell-said").inner_text() == "有新通知，共 1 条未读"

    house.do(f"read_all(User.objects.get(number={ZHOU!r}))")
    for each in (pc, phone):
        each.page.wait_for_function("() => document.querySelector('#bell .dot-badge').hidden", timeout=5500)
        assert not each.page.title().startswith("(")
        assert each.violations == each.troubles == []


@pytest.mark.promise("N17")
def test_where_lines_are_forbidden_the_page_asks(house, reader):
    phone = reader(390, BLOCKED)
    ready(phone)

    house.do("tell('crowd.published')")

    rings(phone, 1)


@pytest.mark.promise("N21")
def test_an_urgent_notice_comes_above_the_page_that_is_open(house, reader):
    pc = reader()
    ready(pc)

    house.do("tell('crowd.urgent')")

    pc.page.locator(".urgent-bar", has_text="新的一期").wait_for(timeout=5500)
    assert pc.violations == pc.troubles == []


def test_the_inbox_tells_that_there_is_more(house, reader):
    pc = reader()
    house.do("tell('crowd.published')")
    pc.page.goto("/inbox/")
    ready(pc)

    house.do("tell('crowd.published'); tell('crowd.published')")

    pc.page.get_by_text("有 2 条新通知").wait_for(timeout=6000)
    pc.page.get_by_text("有 2 条新通知").click()
    assert pc.page.locator(".ntc.is-unread").count() >= 3
