"""Pictures of the main screens, for eyes: `make screenshots` with the demo running.

ARGS="http://127.0.0.1:8001 library article" takes another address, or only the screens so named. What went wrong
while a page was looked at (scripts, security policy, requests) is said at the end, and the command fails.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FOLDER = Path("var/screenshots")
PASSWORD = "hongzhihui-demo"
WRITER, ADMINISTRATOR = "QY10231", "HX00001"  # 周雅宁 and 陆知行 of the demo
SIZES = [(1440, 900), (390, 844)]
SPACE = "/spaces/qingyu-cardiology/"
BEFORE = {
    "login": "/accounts/login/",
    "code": "/accounts/login/code/",
    "slip": "/accounts/slip/",
    "forgotten": "/accounts/password/reset/",
    "offline": "/offline/",
}
WRITING = {
    "home": "/",
    "waiting": "/waiting/",
    "inbox": "/inbox/",
    "search": "/search/?q=高钾",
    "search_empty": "/search/?q=没有这样的标题",
    "library": "/library/",
    "space": SPACE,
    "start": "/new/",
    "editor": f"{SPACE}new/",
    "import": f"{SPACE}import/",
    "imports": "/imports/",
    "export": f"{SPACE}export/",
    "regulations": "/regulations/",
    "cases": "/cases/",
    "recent": "/recent/",
    "favourites": "/favourites/",
    "maintained": "/maintained/",
    "people": "/people/",
    "profile_edit": "/people/profile/",
    "sessions": "/me/sessions/",
    "quick_links": "/portal/links/",
    "missing": "/wiki/nothing/",
    "styleguide": "/styleguide/",
}
ADMINISTRATING = {
    "manage": "/people/manage/",
    "staff_import": "/people/imports/",
    "roles": "/people/roles/",
    "why": "/people/why/",
    "units": "/people/units/",
    "positions": "/people/positions/",
    "slips": "/people/slips/",
    "modules": "/portal/modules/",
    "module": "/portal/modules/new/",
    "space_settings": f"{SPACE}settings/",
    "second_step": "/accounts/2fa/",
}
# the first thing in a list: screen, where the list is, and what leads from it
FOUND = {
    "article": (SPACE, ".rows a[href^='/wiki/']"),
    "regulation": ("/regulations/", "main a[href^='/wiki/']"),
    "case": ("/cases/", "main a[href^='/wiki/']"),
    "profile": ("/people/", ".pers a.title"),
}
AROUND = {"history": "history/", "edit": "edit/", "publish": "publish/", "copy": "copy/", "move": "move/"}
EXPECTED = {"missing": 404}


def main(*wanted):
    site = next((each for each in wanted if each.startswith("http")), "http://127.0.0.1:8000")
    names = [each for each in wanted if not each.startswith("http")]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        faults = []
        for number, screens in ((None, BEFORE), (WRITER, WRITING), (ADMINISTRATOR, ADMINISTRATING)):
            page = browser.new_context(base_url=site, locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
            if number:
                sign_in(page, number)
            if number == WRITER:
                screens = {**screens, **found(page)}
            faults += take(page, {name: at for name, at in screens.items() if not names or name in names})
        browser.close()
    sys.exit("\n".join(faults) or 0)


def sign_in(page, number):
    page.goto("/accounts/login/")
    code = page.locator(".demo-otp .num").inner_text().replace(" ", "")
    page.get_by_label("工号、手机号或邮箱").fill(number)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url(lambda address: "/accounts/login/" not in address)
    if "/2fa/" in page.url:
        page.locator("input[name=code]").first.fill(code)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda address: "/accounts/" not in address)


def found(page):
    """Pages have addresses of their own in every demo."""
    screens = {}
    for name, (address, link) in FOUND.items():
        page.goto(address)
        screens[name] = page.locator(link).first.get_attribute("href")
    own = "/".join(screens["article"].split("/")[:3])
    return {**screens, **{name: f"{own}/{address}" for name, address in AROUND.items()}}


def take(page, screens) -> list[str]:
    """One picture for each size and theme; says what went wrong."""
    faults = []
    page.on("console", lambda said: said.type == "error" and faults.append(f"{page.url} {said.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url} {error}"))
    for name, address in screens.items():
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                before, answer = len(faults), page.goto(address, wait_until="networkidle")
                if answer.status == EXPECTED.get(name):
                    del faults[before:]  # the browser complains of the 404 itself
                elif answer.status != 200:
                    faults.append(f"{address} {answer.status}")
                page.screenshot(path=FOLDER / f"{name}-{width}-{theme}.png")
        print(name, flush=True)
    return faults


if __name__ == "__main__":
    main(*sys.argv[1:])
