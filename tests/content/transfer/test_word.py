"""Word files of a hospital become its pages: whole, with their originals, their facts and their links."""

from io import StringIO

import pytest
from django.core.management import call_command

import search
from content.models import ContentPage, Original
from content.transfer import importing
from files.models import Attachment, Picture
from jobs.testing import run_due
from tests.cast import make_space
from tests.content.convert.corpus import hostile
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Cell, Docx
from tests.content.convert.corpus.images import png
from tests.content.convert.corpus.regulations import Paper
from tests.content.convert.writing import body_of, letters
from tests.content.transfer.word import bring, lay, outcomes, page_of, papers, shown
from wiki.models import Regulation

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.mark.promise("W23")
def test_every_regulation_of_the_corpus_is_whole_on_its_page(cast, client, space, tmp_path):
    given = papers()
    lay(tmp_path, given)
    told = StringIO()

    call_command("import_pages", str(tmp_path), space="qingyu", maintainer="QY10231", stdout=told)

    assert len(given) >= 20
    assert "新建：" in told.getvalue()
    run = space.imports.get()
    assert set(outcomes(run).values()) == {"new"}
    client.force_login(cast.lin_xiaoman)
    for path, made in given.items():
        page = page_of(run, path)
        text = shown(client, page)
        said = letters(page.title + text.text_content())
        assert letters(page.title) == letters(made.gold.title or made.name), path
        for block in body_of(made).iter("p", "h2", "h3", "h4", "h5", "h6"):
            assert letters(block.text_content()) in said, path
        for label in made.gold.labels:
            assert letters(label) in said, path
        assert len(text.findall(".//table")) == made.gold.tables, path
        whole = text.getroottree()
        (card,) = whole.findall(".//section[@aria-labelledby='h-original']//a[@class='file']")
        assert path.rpartition("/")[2] in card.text_content(), path
        assert client.get(f"/files/{page.original.file_uid}/x", follow=True).status_code == 200, path


@pytest.mark.promise("W24")
def test_a_folder_of_word_markdown_and_html_is_a_tree_whose_links_hold(cast, client, space, tmp_path):
    one, other = Docx(), Docx()
    near = one.relation("hyperlink", "输血制度.docx", external=True)
    far = one.relation("hyperlink", "file:///D:\\旧电脑\\手册.md", external=True)
    one.paragraph("见", p.link("输血", relation=near), "和", p.link("手册", relation=far), "。")
    one.table(["岗位", "图"], ["护士", Cell(s.picture(one.media(png())))])
    other.paragraph("输血前查对。")
    page = '<h1>网页</h1><p><a href="制度/查对制度.docx">查对</a> <img src="图/一.png" alt="图"></p>'
    files = {
        "制度/查对制度.docx": one,
        "制度/输血制度.docx": other,
        "手册.md": "# 手册\n\n[查对](制度/查对制度.docx) [表](表.pdf)",
        "网页.html": page,
        "图/一.png": png(3, 3),
        "表.pdf": PDF,
        "没人提到.png": png(4, 4),
    }

    run = bring(lay(tmp_path, files), space, cast.zhou_yaning)

    pages = {path: page_of(run, path) for path in ("制度/查对制度.docx", "制度/输血制度.docx", "手册.md", "网页.html")}
    check = pages["制度/查对制度.docx"]
    assert check.get_parent().title == "制度"
    assert f"(page:{pages['制度/输血制度.docx'].uid})" in check.body
    assert f"(page:{pages['手册.md'].uid})" in check.body
    assert f"[查对](page:{check.uid})" in pages["手册.md"].body
    assert "[表](file:" in pages["手册.md"].body
    assert f"(page:{check.uid})" in pages["网页.html"].body
    assert outcomes(run)["没人提到.png"] == "skipped"
    assert "表.pdf" not in outcomes(run)
    client.force_login(cast.lin_xiaoman)
    text = shown(client, check)
    (picture,) = text.findall(".//td//img")
    assert client.get(picture.get("src")).status_code == 200
    assert {link.get("href") for link in text.findall(".//p/a")} >= {
        pages["制度/输血制度.docx"].get_absolute_url(),
        pages["手册.md"].get_absolute_url(),
    }
    assert len(shown(client, pages["网页.html"]).findall(".//img")) == 1


def regulation(second="第二条　输液前核对。"):
    """As offices write them."""
    made = Paper("输液")
    made.header("文件编号：QY-HL-012　版本：第3版")
    made.title("青屿医院静脉输液管理制度")
    made.lines("发布单位：青屿医院心血管内科", "发布日期：2026年3月1日", "生效日期：2026年4月1日")
    return made.lines("第一条　为规范静脉输液，制定本制度。", second)


@pytest.mark.promise("W23")
def test_a_regulation_says_its_number_issuer_days_and_version(cast, space, tmp_path):
    run = bring(lay(tmp_path, {"输液.docx": regulation()}), space, cast.zhou_yaning)

    page = page_of(run, "输液.docx")
    edition = page.editions.get()
    assert isinstance(page, Regulation)
    assert (page.number, page.issuing_unit, page.issuer_name) == ("QY-HL-012", cast.cardiology, "")
    assert (str(edition.issued_on), str(edition.effective_on), edition.number) == ("2026-03-01", "2026-04-01", 3)


def test_what_a_person_says_counts_more_than_the_file(cast, client, space, tmp_path):
    run = importing.begin(str(lay(tmp_path, {"输液.docx": regulation()})), space=space, by=cast.zhou_yaning)
    importing.read(run)
    item = run.items.get()
    facts = {"number": "QY-HL-013", "issuing_unit": "某某外院", "binds_from": "2026-05-01"}

    importing.confirm(run, by=cast.zhou_yaning, choices={item.pk: importing.Choice(facts=facts, title="输液制度")})
    importing.carry_on(run)

    page = page_of(run, "输液.docx")
    assert (page.title, page.live, page.number, page.issuer) == ("输液制度", False, "QY-HL-013", "某某外院")
    assert not page.editions.exists()
    client.force_login(cast.zhou_yaning)
    form = client.get(f"/wiki/{page.uid}/publish/").context["own"]
    assert {name: str(form[name].value()) for name in ("issued_on", "effective_on")} == {
        "issued_on": "2026-03-01",
        "effective_on": "2026-05-01",
    }


def test_minutes_of_a_meeting_are_asked_nothing_about_their_day_in_force(cast, space, tmp_path):
    def minutes(title):
        made = Paper(title).title(title)
        return made.lines("第一条　会议由医务部召集。", "第二条　会后三日内发出纪要。", "青屿医院", "2026年4月10日")

    files = {"制度.docx": minutes("青屿医院会议管理制度"), "纪要.docx": minutes("青屿医院院务会会议纪要")}
    run = importing.begin(str(lay(tmp_path, files)), space=space, by=cast.zhou_yaning)
    importing.read(run)

    asked = {item.path: [one["kind"] for one in item.questions] for item in run.items.all()}
    assert asked == {"制度.docx": ["binds_from_missing"], "纪要.docx": []}


def test_a_hostile_file_is_refused_alone(cast, space, tmp_path):
    files = {
        "好.docx": hostile.plain(),
        "炸弹.docx": hostile.with_part("word/document.xml", b"<w:p/>" * 9_000_000),
        "宏.docm": hostile.macros(),
        "锁.docx": hostile.locked_docx(),
        "断.docx": hostile.cut_off(),
        "不是.docx": b"MZ" + bytes(500),
        "空.docx": b"",
    }

    run = bring(lay(tmp_path, files), space, cast.zhou_yaning)

    assert outcomes(run) == {path: "new" if path == "好.docx" else "failed" for path in files}
    assert dict(run.items.exclude(refusal="").values_list("path", "refusal")) == {
        "炸弹.docx": "packed_too_well",
        "宏.docm": "macros",
        "锁.docx": "encrypted",
        "断.docx": "cut_off",
        "不是.docx": "unknown",
        "空.docx": "empty",
    }
    assert ContentPage.objects.pages().count() == Original.objects.count() == Attachment.objects.count() == 1


@pytest.mark.promise("W23")
def test_a_scan_stays_the_file_it_is(cast, client, space, tmp_path):
    run = bring(
        lay(tmp_path, {"旧制度.pdf": PDF}),
        space,
        cast.zhou_yaning,
    )

    page = page_of(run, "旧制度.pdf")
    assert (outcomes(run), page.title) == ({"旧制度.pdf": "attached"}, "旧制度")
    client.force_login(cast.lin_xiaoman)
    assert "旧制度.pdf" in shown(client, page).text_content()


@pytest.mark.promise("P22")
def test_a_killed_import_of_word_files_goes_on_without_doubles(cast, space, tmp_path, monkeypatch):
    from content.transfer import carrying, reading

    logo = png(5, 5)

    def paper(number):
        made = Docx().paragraph(f"第{number}份。")
        made.paragraph(s.picture(made.media(logo)))
        return made

    run = importing.begin(
        str(lay(tmp_path, {f"{n}.docx": paper(n) for n in range(6)})), space=space, by=cast.zhou_yaning
    )
    monkeypatch.setattr(carrying, "BATCH", 2)
    for module, name, after in (
        (reading._Reader, "read", 3),
        (carrying._Work, "plant_all", 1),
        (carrying._Work, "keep_original", 3),
    ):
        _dies(monkeypatch, module, name, after)
        with pytest.raises(KeyboardInterrupt):
            importing.carry_on(run)
        monkeypatch.undo()
        monkeypatch.setattr(carrying, "BATCH", 2)

    importing.carry_on(run)

    assert set(outcomes(run).values()) == {"new"}
    pages = ContentPage.objects.pages()
    assert (pages.count(), Original.objects.count(), Attachment.objects.count()) == (6, 6, 6)
    assert Picture.objects.count() == 1
    assert all(item.original_uid for item in run.items.all())
    assert ContentPage.find_problems() == ([], [], [], [], [])


def _dies(monkeypatch, owner, name, after):
    done, calls = getattr(owner, name), []

    def dies(self, *arguments):
        answer = done(self, *arguments)
        calls.append(1)
        if len(calls) == after:
            raise KeyboardInterrupt
        return answer

    monkeypatch.setattr(owner, name, dies)


def test_the_same_file_again_changes_nothing_and_a_new_one_becomes_a_version(cast, client, space, tmp_path):
    bring(lay(tmp_path, {"输液.docx": regulation()}), space, cast.zhou_yaning)
    page = Regulation.objects.get()
    first = page.original.file_uid

    assert outcomes(bring(tmp_path, space, cast.zhou_yaning)) == {"输液.docx": "same"}

    lay(tmp_path, {"输液.docx": regulation(second="第二条　输液前双人核对。")})
    assert outcomes(bring(tmp_path, space, cast.zhou_yaning)) == {"输液.docx": "changed"}

    page = Regulation.objects.get()
    assert "双人核对" in page.body
    assert page.original.file_uid != first
    assert [one["file_uid"] for one in page.original.earlier] == [first]
    client.force_login(cast.lin_xiaoman)
    assert client.get(f"/files/{page.original.file_uid}/x", follow=True).status_code == 200
    client.force_login(cast.zhao_jingxing)
    assert client.get(f"/files/{page.original.file_uid}/x", follow=True).status_code == 404


def doubtful():
    """A line in bold that may be a heading; only a person knows."""
    made = Paper("可疑").title("护理要点")
    made.line("健康教育", bold=True)
    return made.lines("出院前向患者说明用药方法和复诊时间，并请其复述。", "其他内容照常执行，每月自查一次。")


@pytest.mark.promise("W24")
def test_an_answer_about_headings_reads_the_file_once_more(cast, space, tmp_path):
    bodies = {}
    for answer in ("heading", "text"):
        run = importing.begin(
            str(lay(tmp_path / answer, {f"{answer}.docx": doubtful()})), space=space, by=cast.zhou_yaning
        )
        importing.read(run)
        item = run.items.get()
        (question,) = [one for one in item.questions if one["kind"] == "heading"]
        assert set(question["options"]) == {"heading", "text"}
        choice = importing.Choice(answers={question["key"]: answer, "no such": "x"}, kind="article", title="自定")
        importing.confirm(run, by=cast.zhou_yaning, choices={item.pk: choice})
        importing.carry_on(run)
        page = page_of(run, f"{answer}.docx")
        assert (page.title, page.kind_name) == ("自定", "article")
        bodies[answer] = page.body
    assert "## 健康教育" in bodies["heading"]
    assert "## 健康教育" not in bodies["text"]
    assert "健康教育" in bodies["text"]


def test_the_command_says_for_each_file_what_was_lost(cast, space, tmp_path):
    made = Docx()
    made.paragraph("每班", made.comment("改为每日？", "核对两次", author="李敏"), p.hidden("藏着的"), "。")
    lay(tmp_path, {"批注.docx": made, "坏.docx": hostile.cut_off()})
    told = StringIO()

    call_command("import_pages", str(tmp_path), space="qingyu", maintainer="QY10231", draft=True, stdout=told)

    lines = {line.strip().partition("：")[0]: line for line in told.getvalue().splitlines() if "docx" in line}
    assert "批注不带入 1 处" in lines["批注.docx"]
    assert "隐藏" in lines["批注.docx"]
    assert "不完整" in lines["坏.docx"]
    assert not ContentPage.objects.pages().filter(live=True).exists()


def test_a_workbook_that_a_text_names_stays_its_attachment(cast, space, tmp_path):
    from openpyxl import Workbook

    (tmp_path / "表.xlsx").parent.mkdir(exist_ok=True)
    book = Workbook()
    book.active.append(["药名", "剂量"])
    for name in ("表.xlsx", "单独.xlsx"):
        book.save(tmp_path / name)
    lay(tmp_path, {"说明.md": "# 说明\n\n见[表](表.xlsx)。"})

    run = bring(tmp_path, space, cast.zhou_yaning)

    assert outcomes(run) == {"单独.xlsx": "new", "说明.md": "new"}
    assert "[表](file:" in page_of(run, "说明.md").body
    assert "剂量" in page_of(run, "单独.xlsx").body
    assert page_of(run, "单独.xlsx").original.name == "单独.xlsx"


def test_files_that_were_cleaned_away_meanwhile_end_the_import_in_words(cast, space, tmp_path):
    run = importing.begin(str(lay(tmp_path, {"一.md": "# 一", "二.md": "# 二"})), space=space, by=cast.zhou_yaning)
    (tmp_path / "一.md").unlink()

    importing.carry_on(run)

    run.refresh_from_db()
    assert "不在了" in run.refused
    assert not ContentPage.objects.pages().exists()


def test_a_page_is_found_once_and_not_its_original_again(cast, space, tmp_path):
    run = bring(lay(tmp_path, {"输液.docx": regulation()}), space, cast.zhou_yaning)
    run_due()

    found = [hit.hit.title for hit in search.query("规范静脉输液", cast.lin_xiaoman).hits]
    assert found == [page_of(run, "输液.docx").title]
