"""Writers in browsers of their own, in front of a real server with sockets."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.urls import reverse

from tests.content.together.conftest import make_house  # noqa: F401  for those who take the fixtures from here
from tests.e2e.screenshots import FOLDER
from tests.jobs.house import ROOT

ZHOU, LIN = "QY10231", "QY10874"

TEXT = ".ed-body"
STATE = "[data-editor-state]"
BODY = "第一段。\n\n第二段。\n\n第三段。\n"


class Writer:
    """A person with a browser. `page` is Playwright's."""

    def __init__(self, house, chromium, number, *, width=1440):
        self.house, self.number = house, number
        self.context = chromium.new_context(
            base_url=house.webs[0].address,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            viewport={"width": width, "height": 900},
        )
        self.context.set_default_timeout(30_000)
        self.sign_in()
        self.violations, self.troubles = [], []
        self.context.expose_function("reportViolation", lambda violation: self.violations.append(violation))
        self.context.add_init_script(
            'document.addEventListener("securitypolicyviolation",'
            " (event) => reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))"
        )
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))

    def sign_in(self):
        session = self.house.tell(f"sign_in({self.number!r})")
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.house.webs[0].address}
        self.context.add_cookies([cookie])

    def open(self, uid):
        self.uid = uid
        self.page.goto(reverse("content:write", args=[uid]))
        self.page.locator(TEXT).wait_for()
        return self

    def go_behind(self, words):
        self._go(words, "End")

    def go_before(self, words):
        self._go(words, "Home")

    def _go(self, words, key):
        """A click may miss while the page still moves; the cursor is where it should be before anything is typed."""
        for _ in range(5):
            self.page.locator(f"{TEXT} p", has_text=words).first.click()
            self.page.keyboard.press(key)
            if self.page.evaluate(
                """([place, words]) => {
                  const at = getSelection().anchorNode;  // the paragraph itself, beside the cursor of another
                  const block = (at?.closest ? at : at?.parentElement)?.closest("p");
                  const isWriting = block?.closest(place)?.contains(document.activeElement);
                  return Boolean(isWriting && block.textContent.includes(words));
                }""",
                [TEXT, words],
            ):
                return
        raise AssertionError(f"The cursor does not come to {words}.")

    def paragraphs(self):
        """What is written, without the names of the others."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll(".ed-body > *")].map((block) => {
              const copy = block.cloneNode(true);
              copy.querySelectorAll(".caret").forEach((caret) => caret.remove());
              return copy.textContent.replaceAll("\\u2060", "");
            })"""
        )

    def sees(self, words):
        """Somewhere in the text, whoever's cursor stands within."""
        self.page.wait_for_function(
            """([place, words]) => {
              const copy = document.querySelector(place)?.cloneNode(true);
              copy?.querySelectorAll(".caret").forEach((caret) => caret.remove());
              return copy?.textContent.replaceAll("\u2060", "").includes(words);
            }""",
            arg=[TEXT, words],
        )

    def wait_for_state(self, words):
        self.page.wait_for_function(
            "([place, words]) => document.querySelector(place).textContent.includes(words)", arg=[STATE, words]
        )

    def state(self):
        return self.page.locator(STATE).inner_text()

    def close(self):
        self.context.close()


@pytest.fixture(scope="module")
def house(make_house):  # noqa: F811
    return make_house(dress=collect_sheets)


@pytest.fixture
def writers(house, chromium):
    """Opens a page for these people: `zhou, lin = writers(ZHOU, LIN)`."""
    opened = []

    def open_here(*numbers, **options):
        opened.extend(made := open_for(house, chromium, numbers, **options))
        return made

    yield open_here
    for writer in opened:
        writer.close()


def open_for(house, chromium, numbers, *, uid=None, body=BODY, **options):
    """These people have the page open; a new one of three paragraphs unless it is told."""
    uid = uid or house.tell(f"new_page({body!r})")
    return [Writer(house, chromium, number, **options).open(uid) for number in numbers]


def collect_sheets(house):
    """Pages name scripts and sheets by what is in them."""
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
    subprocess.run(command, cwd=ROOT, env=house.environment, check=True)


def picture(page, name):
    """A picture of a story with several people, for eyes: beside those of `make screenshots`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=FOLDER / f"{name}.png")


def converge(*writers):
    """All show the same; answers it."""
    for _ in range(100):
        texts = [writer.paragraphs() for writer in writers]
        if all(text == texts[0] for text in texts):
            return texts[0]
        writers[0].page.wait_for_timeout(100)
    raise AssertionError(f"They differ: {[writer.paragraphs() for writer in writers]}")
