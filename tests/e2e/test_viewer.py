"""Files that open within the page, on a desk and on a phone."""

import pytest
from django.urls import reverse

from access import audiences
from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage
from files import office
from files.actions import publish_files, receive
from jobs.testing import run_due
from tests.axe import fits, violations
from tests.cast import make_space
from tests.e2e.test_files import sound
from tests.files.papers import paper
from tests.files.samples import box, upload

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W60")]

PHONE = {"width": 390, "height": 844}
DOCX = box("[Content_Types].xml", "word/document.xml")
DRAWN = ".page[data-page-number='{n}'] canvas:not([hidden])"


@pytest.fixture
def written(cast, settings, tmp_path):
    """Publishes a page that names these files; answers with it and them."""
    settings.MEDIA_ROOT = tmp_path
    space = make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.zhou_yaning)])

    def written(files, **settings_of_space):
        for name, value in settings_of_space.items():
            setattr(space, name, value)
        space.save(clean=False)
        held = [receive(upload(name, made), by=cast.zhou_yaning, beside=space) for name, made in files.items()]
        body = "\n\n".join(f"[{each.title}](file:{each.uid})" for each in held)
        page = writing.create(space, "article", by=cast.zhou_yaning, text=Text("输液泵报警处理", body, "", (), {}))
        publishing.publish(page, by=cast.zhou_yaning)
        publish_files(page, [each.uid for each in held])
        return ContentPage.objects.get(pk=page.pk).specific, held

    return written


def view(held):
    return reverse("files:view", args=[held.uid])


def drawn(page, number):
    page.wait_for_selector(DRAWN.format(n=number))
    words = page.locator(f".page[data-page-number='{number}'] .textLayer")
    words.locator("span").first.wait_for(state="attached")
    return words


def inked(page, number):
    """How many pixels of the page are not white: letters without the tables of Chinese would leave none."""
    return page.evaluate(
        """(chosen) => {
          const canvas = document.querySelector(chosen);
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let dark = 0;
          for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark += 1;
          return dark;
        }""",
        DRAWN.format(n=number),
    )


def test_an_attachment_opens_in_a_panel_over_its_page_and_back_closes_it(page, sign_in, cast, written):
    article, (held,) = written({"规范.pdf": paper(5)})
    sign_in(cast.lin_xiaoman)
    page.goto(article.get_absolute_url())
    before = page.url

    page.get_by_role("link", name="规范 PDF").click()
    panel = page.get_by_role("dialog", name="规范.pdf")
    panel.wait_for()
    assert "第1页高钾血症" in drawn(page, 1).inner_text()
    assert f"#file={held.uid}" in page.url
    assert violations(page) == [] and page.violations == []

    page.go_back()
    panel.wait_for(state="hidden")
    assert page.url == before
    page.go_forward()
    panel.wait_for()
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    page.wait_for_url(before)


def test_a_panel_has_an_address_with_its_page(page, sign_in, cast, written):
    article, (held,) = written({"规范.pdf": paper(5)})
    sign_in(cast.lin_xiaoman)

    page.goto(f"{article.get_absolute_url()}#file={held.uid}&page=4")

    assert "第4页" in drawn(page, 4).inner_text()
    assert page.get_by_label("页码").input_value() == "4"


def test_the_address_leads_to_the_page_and_names_it(page, sign_in, cast, written):
    _article, (held,) = written({"规范.pdf": paper(9)})
    sign_in(cast.lin_xiaoman)

    page.goto(f"{view(held)}#page=7")
    assert "第7页" in drawn(page, 7).inner_text()
    assert inked(page, 7) > 500
    page.get_by_label("页码").fill("2")
    page.get_by_label("页码").press("Enter")
    drawn(page, 2)
    page.wait_for_function("() => location.hash === '#page=2'")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制到这一页的链接").click()
    page.get_by_text("已复制到第 2 页的链接").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{view(held)}#page=2")
    page.evaluate("location.hash = '#page=5'")
    drawn(page, 5)


def test_three_hundred_pages_stay_light(page, sign_in, cast, written):
    whole = paper(300, weight=30_000)
    _article, (held,) = written({"汇编.pdf": whole}, quota_mb=100)
    sign_in(cast.lin_xiaoman)
    finished = []
    page.on("requestfinished", lambda each: finished.append(each) if "/view/content" in each.url else None)

    page.goto(view(held))
    drawn(page, 1)
    page.get_by_label("页码").fill("250")
    page.get_by_label("页码").press("Enter")
    drawn(page, 250)
    page.wait_for_load_state("networkidle")

    assert 0 < sum(each.sizes()["responseBodySize"] for each in finished) < len(whole) / 3
    assert page.locator(".page canvas").count() <= 25
    assert page.locator(".page").count() == 300


def test_the_whole_file_is_searched_by_keyboard(page, sign_in, cast, written):
    _article, (held,) = written({"规范.pdf": paper(30)})
    sign_in(cast.lin_xiaoman)
    page.goto(view(held))
    drawn(page, 1)

    page.get_by_role("region", name="文件内容").focus()
    page.keyboard.press("Control+f")
    page.keyboard.type("第28页")
    page.get_by_text("第 1 处，共 1 处").wait_for()
    drawn(page, 28)
    page.locator(".textLayer .highlight").first.wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("高钾血症")
    page.get_by_text("共 30 处").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("低钠")
    page.get_by_text("没有找到").wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "文件内容"


def test_larger_smaller_turned_and_filling_the_screen(page, sign_in, cast, written):
    _article, (held,) = written({"规范.pdf": paper(2)})
    sign_in(cast.lin_xiaoman)
    page.goto(view(held))
    drawn(page, 1)
    width = page.locator(".page").first.bounding_box()["width"]

    page.get_by_role("button", name="放大").click()
    page.wait_for_function(f"() => document.querySelector('.page').getBoundingClientRect().width > {width * 1.1}")
    page.get_by_role("button", name="缩小").click()
    page.get_by_role("button", name="转动").click()
    page.wait_for_function(
        "() => document.querySelector('.page').offsetWidth > document.querySelector('.page').offsetHeight"
    )
    page.get_by_role("button", name="全屏").click()
    page.wait_for_function("() => document.querySelector('.viewer').getBoundingClientRect().top === 0")
    assert fits(page)


def test_a_locked_pdf_asks_for_its_password(page, sign_in, cast, written):
    _article, (held,) = written({"考卷.pdf": paper(2, password="tongguo")})
    sign_in(cast.lin_xiaoman)
    page.goto(view(held))

    page.get_by_label("密码").fill("wrong")
    page.get_by_role("button", name="打开", exact=True).click()
    page.get_by_text("密码不对").wait_for()
    assert violations(page) == []
    page.get_by_label("密码").fill("tongguo")
    page.get_by_role("button", name="打开", exact=True).click()

    assert "第1页" in drawn(page, 1).inner_text()


def test_a_broken_pdf_and_one_that_went_are_told_apart(page, sign_in, cast, written):
    _article, (broken, gone) = written({"坏.pdf": b"%PDF-1.4\nnothing", "没了.pdf": paper(2)})
    sign_in(cast.lin_xiaoman)

    page.goto(view(broken))
    page.get_by_role("heading", name="文件打不开，可能已损坏").wait_for()
    assert violations(page) == []
    page.route("**/view/content", lambda route: route.fulfill(status=404))
    page.goto(view(gone))
    page.get_by_role("heading", name="没有权限，或文件已经不在了").wait_for()
    page.unroute("**/view/content")
    page.get_by_role("button", name="再试一次").click()
    drawn(page, 1)


def test_on_a_phone_it_fills_the_screen_and_every_tool_is_under_the_thumb(page, sign_in, cast, written):
    article, (held,) = written(
        {"输液泵报警处理与交接班规范（二〇二六年修订版）.pdf": paper(5, link="https://example.org/")}
    )
    sign_in(cast.lin_xiaoman)
    page.set_viewport_size(PHONE)
    page.goto(article.get_absolute_url())
    page.locator("a.file").click()
    drawn(page, 1)

    assert fits(page)
    box_of_panel = page.get_by_role("dialog").bounding_box()
    assert (box_of_panel["width"], box_of_panel["height"]) == (390, 844)
    small = page.evaluate("""[...document.querySelectorAll(".viewer-bar button, .dlg-head a, .dlg-head button")]
      .filter((each) => each.offsetParent).map((each) => each.getBoundingClientRect())
      .filter(({ width, height, right }) => width < 40 || height < 40 || right > innerWidth).length""")
    assert small == 0
    assert violations(page) == []
    assert page.locator(".page").first.bounding_box()["width"] <= 390
    page.goto(view(held))
    drawn(page, 1)
    assert fits(page) and violations(page) == []
    assert page.locator(".linkAnnotation a").first.get_attribute("rel") == "noopener noreferrer"


def test_a_sound_begins_at_the_second_of_the_address(page, sign_in, cast, written):
    _article, (held,) = written({"叩诊.wav": sound()})
    sign_in(cast.lin_xiaoman)

    page.goto(f"{view(held)}#t=15")

    page.wait_for_function("() => document.querySelector('audio').currentTime === 15")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制到这一刻的链接").click()
    page.get_by_text("已复制到这一刻的链接").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{view(held)}#t=15")
    assert violations(page) == []


def test_an_office_file_appears_when_it_is_ready(page, sign_in, cast, written, monkeypatch):
    def to_pdf(path, folder, **how):
        (folder / "made.pdf").write_bytes(paper(2, words="{n}排班表"))
        return folder / "made.pdf"

    monkeypatch.setattr(office, "to_pdf", to_pdf)
    monkeypatch.setattr(office, "is_there", lambda: True)
    article, _held = written({"排班.docx": DOCX})
    sign_in(cast.lin_xiaoman)
    page.goto(article.get_absolute_url())
    page.get_by_role("link", name="排班 DOCX").click()
    page.get_by_role("heading", name="正在准备预览").wait_for()
    assert violations(page) == []

    run_due()

    assert "1排班表" in drawn(page, 1).inner_text()
    assert page.violations == []


def test_where_downloading_is_off_only_the_view_is_there(page, sign_in, cast, written):
    article, (held,) = written({"规范.pdf": paper(3)}, is_view_only=True)
    sign_in(cast.lin_xiaoman)
    page.goto(article.get_absolute_url())
    assert page.get_by_role("link", name="下载").count() == 0
    page.get_by_role("link", name="规范 PDF").click()

    assert "第1页" in drawn(page, 1).inner_text()
    assert page.get_by_role("link", name="下载").count() == 0
    page.get_by_text("只能在线看，不能下载").wait_for()
    assert violations(page) == []
    assert page.goto(reverse("files:content", args=[held.uid])).status == 403
    assert page.goto(held.get_absolute_url()).status == 403
    assert violations(page) == []
    page.get_by_role("link", name="在线看").click()
    drawn(page, 1)


def test_without_script_the_link_leads_to_the_file(chromium, site, sign_in, page, cast, written):
    article, (held,) = written({"规范.pdf": paper(3)})
    sign_in(cast.lin_xiaoman)
    plain = chromium.new_context(base_url=site, java_script_enabled=False, storage_state=page.context.storage_state())
    window = plain.new_page()

    window.goto(article.get_absolute_url())
    window.get_by_role("link", name="规范 PDF").click()

    assert window.get_by_role("link", name="打开文件").get_attribute("href") == held.get_absolute_url()
    plain.close()
