"""Word files dropped on a space, in a real browser: looked at, answered, imported, reported, taken back."""

import pytest

from content.models import ContentPage, ImportRun
from jobs.testing import run_due
from tests.axe import fits, violations
from tests.cast import make_space
from tests.content.convert.corpus import hostile
from tests.content.convert.corpus.regulations import Paper
from tests.e2e.test_phone_and_paper import TOO_SMALL

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W24", "W23")]
SIZES = [(1440, 900), (390, 844)]
DROP = """async ([zone, files]) => {
  const carried = new DataTransfer();
  for (const [name, bytes] of files) carried.items.add(new File([new Uint8Array(bytes)], name));
  const event = new DragEvent("drop", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "dataTransfer", { value: carried });
  zone.dispatchEvent(event);
}"""


@pytest.fixture
def space(cast, settings, tmp_path):
    settings.VAR = tmp_path
    return make_space(cast.qingyu, slug="qingyu")


def regulation():
    paper = Paper("分级办法")
    paper.title("抗菌药物分级管理办法")
    for line in ("文号：青医发〔2026〕7 号", "第一条 为了规范使用。", "第三条 本办法自2026年4月1日起施行。"):
        paper.line(line)
    paper.line("施行日期：2026年3月10日")
    return paper.bytes()


def advice():
    paper = Paper("须知")
    paper.title("住院患者跌倒防范须知")
    for head in ("环境安全", "健康教育", "重要提示"):
        paper.line(head, bold=True)
        paper.line("由护士当面告知，并留有记录，出院前再告知一次。")
    return paper.bytes()


LONG = f"跌倒防范须知{'ABCDEFGHIJ0123456789' * 4}.docx"
FILES = {"分级办法.docx": regulation, LONG: advice, "三月值班表.docm": hostile.macros}


def looks_well(page, *, is_phone):
    assert violations(page) == []
    assert fits(page)
    assert page.violations == []
    if is_phone:
        assert page.evaluate(TOO_SMALL) == []


def fits_however_large(page, width):
    """360 px wide with the largest letters, and in the dark; and back."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate("document.documentElement.dataset.size = 'xlarge'")
    assert fits(page)
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    page.emulate_media(color_scheme="light")
    page.evaluate("delete document.documentElement.dataset.size")
    page.set_viewport_size({"width": width, "height": 900})


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_two_word_files_and_a_hostile_one_are_dropped_answered_imported_and_taken_back(
    page, sign_in, cast, space, width, height
):
    is_phone = width < 720
    page.set_viewport_size({"width": width, "height": height})
    sign_in(cast.zhou_yaning)
    page.goto("/spaces/qingyu/")
    page.get_by_role("link", name="导入文件").last.click()
    page.get_by_text("把文件拖到这里").wait_for()
    looks_well(page, is_phone=is_phone)

    zone = page.locator(".drop").element_handle()
    page.evaluate(DROP, [zone, [[name, list(made())] for name, made in FILES.items()]])
    page.locator(".gather-list li").nth(2).wait_for()
    assert page.locator(".gather-list .title").all_inner_texts() == list(FILES)
    fits_however_large(page, width)
    page.get_by_role("button", name="上传并核对").click()
    page.wait_for_url("**/imports/**")
    looks_well(page, is_phone=is_phone)
    run_due(name="content.import_read")

    page.get_by_role("heading", name="3 个文件，请核对").wait_for()  # by itself
    looks_well(page, is_phone=is_phone)
    fits_however_large(page, width)
    page.get_by_text("“三月值班表.docm”没有接收").wait_for()
    day = page.get_by_label("2026 年 4 月 1 日，取自正文")
    assert day.is_checked()
    with page.expect_response("**/keep/"):
        page.get_by_label("2026 年 3 月 10 日").check()
    with page.expect_response("**/keep/"):
        page.get_by_label("重要提示").check()
    page.get_by_label("预览“分级办法.docx”").click()
    page.locator("dialog").get_by_text("为了规范使用。").wait_for()
    looks_well(page, is_phone=False)  # what lies below is no matter of thumbs
    page.keyboard.press("Escape")
    page.reload()
    assert page.get_by_label("2026 年 3 月 10 日").is_checked()

    page.get_by_role("button", name="导入 2 个文件", exact=True).click()
    page.get_by_text("正在导入第 1 个，共 2 个").wait_for()
    looks_well(page, is_phone=is_phone)
    run_due()

    page.get_by_text("新草稿").wait_for()
    looks_well(page, is_phone=is_phone)
    fits_however_large(page, width)
    run = ImportRun.objects.get()
    said = {one["text"]: answer for item in run.items.all() for one in item.questions
            for key, answer in item.answers.items() if key == one["key"] and one["kind"] == "heading"}  # fmt: skip
    assert said["重要提示"] == "heading"
    assert ContentPage.objects.pages().count() == 2
    with page.expect_download() as download:
        page.get_by_role("link", name="下载报告").click()
    assert download.value.suggested_filename.endswith(".csv")

    page.get_by_role("button", name="撤销这次导入").click()
    page.locator("dialog").get_by_role("button", name="撤销这次导入").click()
    page.get_by_text("正在撤销这次导入").wait_for()
    run_due()
    page.get_by_text("这次导入已撤销").wait_for()

    assert not ContentPage.objects.pages().exists()


def test_what_a_file_is_taken_for_is_changed_by_keyboard_and_its_facts_appear(page, sign_in, cast, space):
    sign_in(cast.zhou_yaning)
    page.goto("/spaces/qingyu/import/")
    page.locator("input[type=file]").first.set_input_files(
        [{"name": "跌倒防范须知.docx", "mimeType": "application/octet-stream", "buffer": advice()}]
    )
    page.get_by_role("button", name="上传并核对").press("Enter")
    page.wait_for_url("**/imports/**")
    run_due(name="content.import_read")
    page.get_by_text("1 个文件，请核对").wait_for()

    kind = page.get_by_label("“跌倒防范须知.docx”识别为")
    kind.focus()
    for _case_then_regulation in range(2):
        with page.expect_response("**/keep/"):
            page.keyboard.press("ArrowDown")
        page.wait_for_timeout(300)  # the list is drawn anew, the focus stays
    page.get_by_text("核对或修改").wait_for()

    assert page.evaluate("document.activeElement.name").startswith("kind-")
    page.get_by_text("核对或修改").click()
    page.get_by_label("文号").fill("青医发〔2026〕9 号")
    with page.expect_response("**/keep/"):
        page.keyboard.press("Tab")
    assert ImportRun.objects.get().items.get().facts["number"]["said"] == "青医发〔2026〕9 号"


def test_files_can_be_chosen_without_scripts(chromium, site, client, cast, space, settings):
    client.force_login(cast.zhou_yaning)
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
    page = context.new_page()
    page.goto("/spaces/qingyu/import/")

    page.locator("input[type=file]").first.set_input_files(
        [{"name": "分级办法.docx", "mimeType": "application/octet-stream", "buffer": regulation()}]
    )
    page.get_by_role("button", name="上传并核对").click()
    page.wait_for_url("**/imports/**")
    run_due(name="content.import_read")
    page.reload()
    page.get_by_role("button", name="导入 1 个文件", exact=True).click()
    run_due()
    page.reload()

    assert "新草稿" in page.inner_text("main")
    context.close()
