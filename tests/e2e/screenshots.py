"""Pictures of the main screens, for eyes: `make screenshots` with the demo running.

ARGS="http://127.0.0.1:8001 library article" takes another address, or only the screens so named.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FOLDER = Path("var/screenshots")
NUMBER, PASSWORD = "QY10231", "hongzhihui-demo"  # 周雅宁 of the demo
SIZES = [(1440, 900), (390, 844)]
BEFORE = {"login": "/accounts/login/", "slip": "/accounts/slip/"}
SCREENS = {
    "home": "/",
    "waiting": "/waiting/",
    "inbox": "/inbox/",
    "search": "/search/?q=高钾",
    "library": "/library/",
    "space": "/spaces/qingyu-cardiology/",
    "editor": "/spaces/qingyu-cardiology/new/",
    "export": "/spaces/qingyu-cardiology/export/",
    "regulations": "/regulations/",
    "cases": "/cases/",
    "recent": "/recent/",
    "favourites": "/favourites/",
    "people": "/people/",
    "sessions": "/me/sessions/",
    "missing": "/wiki/nothing/",
    "styleguide": "/styleguide/",
}
# the first thing in a list: screen, where the list is, and what leads from it
FOUND = {
    "article": ("/spaces/qingyu-cardiology/", ".rows a[href^='/wiki/']"),
    "regulation": ("/regulations/", "main a[href^='/wiki/']"),
    "case": ("/cases/", "main a[href^='/wiki/']"),
}
AROUND = {"history": "history/", "edit": "edit/", "publish": "publish/", "copy": "copy/"}


def main(*wanted):
    site = next((each for each in wanted if each.startswith("http")), "http://127.0.0.1:8000")
    names = [each for each in wanted if not each.startswith("http")]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(base_url=site, locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
        take(page, {name: address for name, address in BEFORE.items() if not names or name in names})
        sign_in(page)
        screens = {**SCREENS, **found(page)}
        take(page, {name: address for name, address in screens.items() if not names or name in names})
        browser.close()


def sign_in(page):
    page.goto("/accounts/login/")
    page.get_by_label("工号、手机号或邮箱").fill(NUMBER)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url(lambda address: "/accounts/login/" not in address)


def found(page):
    """Pages have addresses of their own in every demo."""
    screens = {}
    for name, (address, link) in FOUND.items():
        page.goto(address)
        screens[name] = page.locator(link).first.get_attribute("href")
    own = "/".join(screens["article"].split("/")[:3])
    return {**screens, **{name: f"{own}/{address}" for name, address in AROUND.items()}}


def take(page, screens):
    for name, address in screens.items():
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                page.goto(address, wait_until="networkidle")
                page.screenshot(path=FOLDER / f"{name}-{width}-{theme}.png")
        print(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
