"""What was read is looked at: questions with the likeliest answer chosen, facts, refusals, a look at the page."""

import re

import pytest

from content.models import ContentPage, ImportItem, ImportRun
from content.transfer import importing
from jobs.testing import run_due
from tests.content.convert.corpus import hostile, images, shapes
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.corpus.regulations import Paper
from tests.content.transfer.screens import archive, began, duties, file, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W24")]


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
