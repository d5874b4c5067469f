"""Import in the product: choose, look at what was read, say yes, watch, read the report. One's own alone."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage, ImportItem, ImportRun
from content.transfer import importing
from jobs.testing import run_due
from notifications.models import Notice
from tests.cast import make_space
from tests.content.convert.corpus import hostile, images, shapes
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.corpus.regulations import Paper

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W24")]
IMPORT = "/spaces/qingyu/import/"


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def writer(cast, client, space):
    client.force_login(cast.lin_xiaoman)
    return cast.lin_xiaoman


def file(name, content):
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def archive(**texts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, text in texts.items():
            made.writestr(f"{name}.md", text)
    return file("手册.zip", content.getvalue())


def duties():
    """A 制度 whose day is told twice, with lines that may be headings and an article that is missing."""
    paper = Paper("分级办法")
    paper.title("抗菌药物分级管理办法")
    paper.lines("文号：青医发〔2026〕7 号")
    for line in ("第一条 为了规范使用。", "第三条 越级使用不超过一天。", "第四条 本办法自2026年4月1日起施行。"):
        paper.line(line)
    paper.line("施行日期：2026年3月10日")
    return paper.bytes()


def began(client, *files, **more):
    """Uploaded and read: the run, ready to be checked."""
    client.post(IMPORT, {"files": files, **more})
    run = ImportRun.objects.latest("made_at")
    run_due(name="content.import_read")
    run.refresh_from_db()
    return run


def page_of(client, run, query=""):
    return client.get(f"/imports/{run.uid}/{query}").content.decode()


def test_nothing_is_written_before_somebody_has_looked_and_said_yes(client, writer):
    shown = client.post(IMPORT, {"files": archive(一="# 一\n\n正文", 二="# 二")}, follow=True)
    run = ImportRun.objects.get()

    assert "正在读取" in shown.content.decode()
    run_due()
    assert "2 个文件，请核对" in page_of(client, run)
    assert not ContentPage.objects.pages().exists()

    client.post(f"/imports/{run.uid}/confirm/")
    run_due()

    assert sorted(page.title for page in ContentPage.objects.pages()) == ["一", "二"]
    assert not ContentPage.objects.pages().filter(live=True).exists()
    assert "新草稿" in page_of(client, run)
    assert Notice.objects.filter(person=writer, kind="import.finished").count() == 1


def test_who_may_publish_may_have_the_pages_live_at_once(client, writer):
    run = began(client, archive(一="# 一"))
    assert "导入后就发布" in page_of(client, run)

    client.post(f"/imports/{run.uid}/confirm/", {"live": "yes"})
    run_due()

    assert ContentPage.objects.pages().get().live


def test_several_files_and_a_folder_come_as_they_lay(client, writer):
    run = began(client, file("甲.md", "# 甲"), file("乙.md", "# 乙"), paths=["手册/护理/甲.md", "手册/乙.md"])

    paths = set(run.items.values_list("path", flat=True))

    assert {"手册/护理/甲.md", "手册/乙.md"} <= paths


def test_files_come_below_the_page_they_are_brought_to(cast, client, writer, space):
    above = publishing.publish(writing.create(space, "article", by=writer, text=Text("急危重症", "文")), by=writer)
    elsewhere = make_space(cast.yunling, slug="yunling")

    assert f"{IMPORT}?below={above.uid}" in client.get(f"/wiki/{above.uid}/menu/").content.decode()
    assert "急危重症" in client.get(f"{IMPORT}?below={above.uid}").content.decode()
    began(client, archive(一="# 一"), below=above.uid)
    assert ImportRun.objects.get().parent_id == above.pk
    assert client.get(f"{IMPORT}?below={elsewhere.uid}").status_code == 404
    assert client.post(IMPORT, {"files": archive(一="# 一"), "below": elsewhere.uid}).status_code == 404


def test_a_script_gets_the_address_and_the_reason_as_data(client, writer):
    sent = client.post(IMPORT, {"files": archive(一="# 一")}, headers={"Accept": "application/json"})
    refused = client.post(IMPORT, {}, headers={"Accept": "application/json"})

    assert sent.json() == {"url": f"/imports/{ImportRun.objects.get().uid}/"}
    assert (refused.status_code, refused.json()) == (422, {"error": "请先选择文件。"})


@pytest.mark.promise("P25")
def test_a_broken_archive_says_so_and_leaves_nothing(client, writer):
    answer = client.post(IMPORT, {"files": file("坏.zip", b"PK\x03\x04....")})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not ImportRun.objects.exists()


# Looking.
@pytest.mark.promise("W23")
def test_a_file_says_what_was_read_and_asks_with_the_likeliest_chosen(client, writer):
    run = began(client, file("分级办法.docx", duties()))

    shown = page_of(client, run)

    assert re.search(r'<option value="regulation" selected>', shown)
    assert "青医发〔2026〕7 号" in shown
    assert "请核对条号：中间可能缺了（第一条 → 第三条）" in shown
    assert re.search(
        r'value="2026-04-01" checked><span class="break">2026 年 4 月 1 日，取自正文 <span[^>]*>最可能', shown
    )
    assert "2026 年 3 月 10 日" in shown


@pytest.mark.promise("W23")
def test_answers_and_facts_reach_the_page(client, writer):
    run = began(client, file("分级办法.docx", duties()))
    item = run.items.get()
    at = next(number for number, one in enumerate(item.questions) if one["key"] == "fact:binds_from")
    said = {"shown": item.pk, f"kind-{item.pk}": "regulation", f"answer-{item.pk}-{at}": "2026-03-10"}
    facts = {f"fact-{item.pk}-number": "青医发〔2026〕8 号", f"fact-{item.pk}-title": "分级管理办法（新）"}

    client.post(f"/imports/{run.uid}/confirm/", said | facts)
    run_due()

    page = ContentPage.objects.pages().get().specific.get_latest_revision_as_object()
    assert (page.title, page.number) == ("分级管理办法（新）", "青医发〔2026〕8号")
    assert importing.ImportItem.objects.get().answers["fact:binds_from"] == "2026-03-10"


def test_another_answer_may_be_typed(client, writer):
    run = began(client, file("分级办法.docx", duties()))
    item = run.items.get()
    at = next(number for number, one in enumerate(item.questions) if one["key"] == "fact:binds_from")
    typed = {f"answer-{item.pk}-{at}": "-other-", f"other-{item.pk}-{at}": "2026-05-01"}

    client.post(f"/imports/{run.uid}/keep/", {"shown": item.pk} | typed)

    assert run.items.get().facts["binds_from"]["said"] == "2026-05-01"
    assert 'value="2026-05-01"' in page_of(client, run)


def test_lines_that_may_be_headings_are_ticked(client, writer):
    paper = Paper("须知")
    paper.title("住院须知")
    for head in ("环境安全", "健康教育", "重要提示"):
        paper.line(head, bold=True)
        paper.line("由护士当面告知，并留有记录，出院前再告知一次。")
    run = began(client, file("须知.docx", paper.bytes()))
    item = run.items.get()
    kept = [str(number) for number, one in enumerate(item.questions) if one["text"] == "环境安全"]

    client.post(f"/imports/{run.uid}/keep/", {"shown": item.pk, f"lines-{item.pk}": "yes", f"line-{item.pk}": kept})

    said = {one["text"]: run.items.get().answers.get(one["key"]) for one in item.questions if one["kind"] == "heading"}
    assert said == {"环境安全": "heading", "健康教育": "text", "重要提示": "text"}


@pytest.mark.parametrize("was", ["doc", "wps", "rtf"])
def test_what_came_from_an_old_format_is_to_be_looked_at_article_by_article(client, writer, was):
    run = began(client, file("分级办法.docx", duties()))
    assert "由旧格式转换" not in page_of(client, run)

    run.items.update(was=was, read_at=None)  # as after an answer that has it read anew

    assert "由旧格式转换，请核对条号" in page_of(client, run)


def test_what_is_said_on_one_page_of_files_stays_when_another_is_opened(client, writer):
    run = began(client, archive(**{f"第{number}篇": f"# {number}" for number in range(25)}))
    first = run.items.first()

    answer = client.post(f"/imports/{run.uid}/keep/", {"shown": first.pk, f"kind-{first.pk}": "none", "then": "page=2"})

    assert answer.url == f"/imports/{run.uid}/?page=2"
    assert "导入 24 个文件" in page_of(client, run)
    client.post(f"/imports/{run.uid}/confirm/")
    run_due()
    assert run.items.get(pk=first.pk).outcome == ImportItem.Outcome.SKIPPED
    assert ContentPage.objects.pages().count() == 24


@pytest.mark.promise("P25")
def test_a_refused_file_says_what_to_do_and_the_others_come(client, writer):
    run = began(client, file("三月值班表.docm", hostile.macros()), file("甲.md", "# 甲"))

    shown = page_of(client, run)

    assert "“三月值班表.docm”没有接收" in shown
    assert "另存为 .docx 后再导入" in shown
    assert "导入 1 个文件" in shown
    client.post(f"/imports/{run.uid}/confirm/")
    run_due()
    assert [page.title for page in ContentPage.objects.pages()] == ["甲"]
    assert "文件里带有会自动运行的程序" in page_of(client, run, "?only=failed")


@pytest.mark.promise("P25")
def test_the_look_at_a_page_is_clean_and_shows_the_pictures_of_the_file(client, writer):
    word = Docx()
    word.paragraph("有图", shapes.picture(word.media(images.png(), "png")))
    evil = '<html><body><h1>丙</h1><p onclick="x()">正文</p><script>alert(1)</script></body></html>'
    run = began(client, file("有图.docx", word.bytes()), file("丙.html", evil))
    addresses = {item.path: f"/imports/{run.uid}/files/{item.pk}/" for item in run.items.all()}

    clean = client.get(addresses["丙.html"], headers={"HX-Request": "true"}).content.decode()
    drawn = client.get(addresses["有图.docx"]).content.decode()
    picture = client.get(re.search(r'<img src="(/imports/[^"]+)"', drawn)[1])

    assert "正文" in clean
    assert not re.search(r"script|onclick", clean)
    assert picture["Content-Type"].startswith("image/")
    assert picture["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.get(f"{addresses['有图.docx']}page.json").status_code == 404


def test_the_look_at_a_file_that_was_cleaned_away_says_so(client, writer):
    run = began(client, archive(一="# 一"))
    item = run.items.get()
    ImportRun.objects.filter(pk=run.pk).update(source="/nowhere/source")

    assert 'class="err"' in page_of(client, run, f"files/{item.pk}/")
    assert client.get(f"/imports/{run.uid}/files/{item.pk}/a.png").status_code == 404


# Planting, and after.
def test_a_screen_that_waits_is_fetched_anew_when_the_next_has_come(client, writer):
    run = began(client, archive(一="# 一"))

    waits = client.get(f"/imports/{run.uid}/?state=checking", headers={"HX-Request": "true"})
    moved = client.get(f"/imports/{run.uid}/?state=reading", headers={"HX-Request": "true"})

    assert "HX-Refresh" not in waits
    assert moved["HX-Refresh"] == "true"


def test_an_import_is_paused_gone_on_with_and_stopped(client, writer):
    run = began(client, archive(一="# 一"))
    client.post(f"/imports/{run.uid}/confirm/")

    client.post(f"/imports/{run.uid}/pause/")
    assert "已暂停在第 1 个，共 1 个" in page_of(client, run)
    client.post(f"/imports/{run.uid}/go/")
    assert "正在导入第 1 个，共 1 个" in page_of(client, run)
    client.post(f"/imports/{run.uid}/stop/")
    run_due()

    assert "没有选" in page_of(client, run)
    assert not ContentPage.objects.pages().exists()


def test_the_time_left_is_told_from_the_pace_since_the_screen_was_opened(client, writer):
    run = began(client, archive(一="# 一", 二="# 二"))
    client.post(f"/imports/{run.uid}/confirm/")
    run.items.filter(title="一").update(outcome="new")

    assert "约剩" not in page_of(client, run)
    assert "约剩" in page_of(client, run, "?state=importing&opened=1-0")
    assert "正在导入第 2 个" in page_of(client, run, "?opened=nonsense-²")


def test_the_report_can_be_kept_and_the_import_undone(client, writer):
    run = began(
        client, file("分级办法.docx", duties()), file("=1+1.md", "# 甲"), file("坏.docx", b"PK\x03\x04 nothing")
    )
    client.post(f"/imports/{run.uid}/confirm/")
    run_due()

    report = client.get(f"/imports/{run.uid}/report/")

    assert "attachment" in report["Content-Disposition"]
    lines = report.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 4
    assert any(line.startswith("'=1+1.md") for line in lines)
    assert any("请核对条号" in line for line in lines)
    assert "撤销这次导入" in page_of(client, run)
    client.post(f"/imports/{run.uid}/undo/")
    run_due()
    assert "这次导入已撤销" in page_of(client, run)
    assert not ContentPage.objects.pages().exists()


def test_what_failed_is_tried_again(client, writer):
    run = began(client, file("坏.docx", b"PK\x03\x04 nothing"), file("甲.md", "# 甲"))
    client.post(f"/imports/{run.uid}/confirm/")
    run_due()
    assert "再试没有导入的" in page_of(client, run)

    client.post(f"/imports/{run.uid}/retry/")
    assert "正在" in page_of(client, run)
    run_due()

    assert run.items.get(path="坏.docx").outcome == ImportItem.Outcome.FAILED


@pytest.mark.promise("W4", "W5")
def test_an_import_stops_when_the_right_to_write_ends(cast, client, writer):
    run = began(client, archive(一="# 一"))
    client.post(f"/imports/{run.uid}/confirm/")
    writer.memberships.all().delete()
    writer.forget_access()

    run_due()

    assert not ContentPage.objects.pages().exists()
    assert "导入停下了" in page_of(client, run)


# Whose it is, and what it costs.
@pytest.mark.promise("W4")
def test_a_nurse_of_another_hospital_finds_nothing_of_an_import(cast, client, writer):
    run = began(client, file("分级办法.docx", duties()))
    item = run.items.get()
    here = f"/imports/{run.uid}/"

    for person in (cast.zhao_jingxing, cast.zhou_yaning):
        client.force_login(person)
        for address in (here, f"{here}?state=reading", f"{here}report/", f"{here}files/{item.pk}/"):
            assert client.get(address).status_code == 404, address
            assert client.get(address, headers={"HX-Request": "true"}).status_code == 404, address
        assert client.get(f"{here}files/{item.pk}/a.png").status_code == 404
        for verb in ("keep", "confirm", "pause", "go", "stop", "retry", "undo"):
            assert client.post(f"{here}{verb}/", {"shown": item.pk}).status_code == 404, verb
        assert run.name not in client.get("/imports/").content.decode()
    client.force_login(cast.zhao_jingxing)
    assert client.get(IMPORT).status_code == 404
    assert client.post(IMPORT, {"files": archive(一="# 一")}).status_code == 404
    run.refresh_from_db()
    assert (run.confirmed_at, run.paused_at, run.items.get().answers) == (None, None, {})


def test_a_file_of_another_import_is_neither_shown_nor_answered(cast, client, writer):
    theirs = began(client, archive(甲="# 甲"))
    client.force_login(cast.zhou_yaning)
    mine = began(client, archive(乙="# 乙"))
    foreign = theirs.items.get()

    assert client.get(f"/imports/{mine.uid}/files/{foreign.pk}/").status_code == 404
    client.post(f"/imports/{mine.uid}/keep/", {"shown": [foreign.pk, "²", "x"], f"kind-{foreign.pk}": "none"})

    assert theirs.items.get().is_wanted


def test_the_way_in_lists_spaces_and_earlier_imports(client, writer):
    run = began(client, archive(一="# 一"))

    everywhere, here = client.get("/imports/").content.decode(), client.get(IMPORT).content.decode()

    assert IMPORT in everywhere
    for shown in (everywhere, here):
        assert run.name in shown
        assert "等您核对" in shown


def planted(run, number, state):
    """`number` files read, with questions and losses, and where it is told so planted."""
    line = {"key": "heading:1", "kind": "heading", "text": "一", "options": ["heading", "text"], "guess": "heading"}
    about = {
        "was": "docx",
        "kind": "regulation",
        "outcome": "new" if state == "report" else "waiting",
        "read_at": run.made_at,
        "losses": [{"what": "comment", "where": "", "sample": ""}],
        "facts": {"number": {"value": "7 号"}},
        "questions": [line],
    }
    names = [f"制度{each}" for each in range(number)]
    ImportItem.objects.bulk_create(
        ImportItem(run=run, path=f"{name}.docx", title=name, order=place + 10, page_uid=f"uid{place:09d}", **about)
        for place, name in enumerate(names)
    )
    if state == "report":
        ImportRun.objects.filter(pk=run.pk).update(finished_at=run.made_at, confirmed_at=run.made_at)


@pytest.mark.parametrize("state", ["checking", "report"])
def test_the_screens_cost_the_same_for_one_file_and_for_two_hundred(
    client, writer, state, django_assert_max_num_queries
):
    costs = []
    for number in (1, 200):
        run = began(client, archive(一="# 一"))
        planted(run, number, state)
        page_of(client, run)
        with django_assert_max_num_queries(40) as counted:
            assert "制度0" in page_of(client, run)
        costs.append(len(counted))

    assert costs[0] == costs[1]
