"""A page as PDF: what the reader of the page reads, on paper, with where it came from."""

import datetime
import re

import pypdfium2
import pypdfium2.raw as raw
import pytest
from django.http import Http404
from django.utils.safestring import mark_safe

from access import audiences
from content.actions import life, publishing, readers, writing
from content.actions.writing import Text
from content.convert.out import pdf, running
from content.convert.out.errors import NotDrawn
from content.models import ContentPage
from tests.content.convert.out.conftest import NEEDS_PANGO, live
from tests.content.convert.out.reading import addresses_in, fonts_of, pages_of, squeezed
from ui.days import today
from wiki.actions import repeal

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.promise("W25"),
    NEEDS_PANGO,
]


def test_the_cover_says_what_it_is_and_whether_it_binds(cast, page, drawn):
    life.verify(page, by=cast.zhou_yaning, valid_until=today() + datetime.timedelta(days=90))

    cover = pages_of(drawn(cast.lin_xiaoman, page, "pdf"))[0]

    assert "抢救车管理制度第1版" in cover
    for words in ("制度", "文件编号QY-18", "受控", "发布单位青屿医院", "维护人周雅宁", "核验周雅宁"):
        assert words in cover
    assert "有效至" in cover
    assert f"/wiki/{page.uid}/" in cover
    assert "林小满（QY10874）于" in cover
    assert "打印件仅供参考，以系统中的现行版本为准" in cover


def test_what_binds_no_more_or_not_yet_is_stamped_so(cast, space, page, drawn):
    repeal(page, on=today(), by=cast.zhou_yaning, reason="合并")
    draft = writing.create(space, "article", by=cast.zhou_yaning, text=Text("没写完的", "正文"))

    assert "作废" in pages_of(drawn(cast.lin_xiaoman, page, "pdf"))[0]
    first = pages_of(drawn(cast.zhou_yaning, draft, "pdf"))[0]
    assert "草稿" in first
    assert "受控" not in first


def test_a_case_has_its_fields_and_teaching_points_on_the_cover(cast, space, drawn):
    values = {"diagnosis": "高钾血症", "icd10": "E87.5", "outcome": "cured", "difficulty": "hard"}
    text = Text("高钾一例", "经过。\n", values={**values, "teaching_points": "先钙\n后查"})
    case = writing.create(space, "case", by=cast.zhou_yaning, text=text)

    cover = pages_of(drawn(cast.lin_xiaoman, publishing.publish(case, by=cast.zhou_yaning), "pdf"))[0]

    for words in ("临床病例", "主要诊断高钾血症E87.5", "转归治愈", "难度疑难", "教学要点1.先钙；2.后查"):
        assert words in cover


def test_contents_lead_to_the_right_pages_and_each_page_counts(cast, page, drawn):
    pages = pages_of(drawn(cast.lin_xiaoman, page, "pdf"))

    assert len(pages) >= 5
    for number, words in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in words
    assert "目录" in pages[1]
    for heading in ("第一章总则", "依据", "第二章表", "第三章图"):
        place = next(number for number, words in enumerate(pages[2:], start=3) if heading in words)
        line = pages[1].split(heading, 1)[1].lstrip(".")
        assert line.startswith(str(place)), heading
    for words in pages[1:]:
        assert "抢救车管理制度QY-18" in words


def test_every_paragraph_of_the_page_is_there_as_its_reader_sees_it(cast, page, drawn):
    said = "".join(pages_of(drawn(cast.lin_xiaoman, page, "pdf")))

    pieces = re.split(r"[。\s]+", page.rendering.text)  # a note's number stands behind the stop
    assert len(pieces) > 150
    assert [piece for piece in pieces if squeezed(piece) not in said] == ["流程图"]  # a picture stands for it
    for words in ("☐待做", "☑做完", "注一的话。", "注二的话。", "1.手写的编号", "附件一"):
        assert words in said


def test_a_table_over_two_pages_has_its_head_on_both(cast, page, drawn):
    pages = pages_of(drawn(cast.lin_xiaoman, page, "pdf"))

    rows = [words for words in pages if "第10项" in words or "第70项" in words]
    assert len(rows) == 2
    assert all("项目值" in words for words in rows)


def test_fonts_are_embedded_and_rare_characters_are_characters(cast, page, drawn):
    path = drawn(cast.lin_xiaoman, page, "pdf")

    fonts = fonts_of(path)
    assert any("Noto" in name and "CJK" in name for name in fonts)
    assert all(fonts.values()), fonts
    assert "𠮷㐂散" in "".join(pages_of(path))
    assert b"/Type3" not in path.read_bytes()


def pictures_in(path):
    document = pypdfium2.PdfDocument(path)
    return sum(1 for page in document for _each in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=8))


def test_pictures_are_those_this_reader_may_see(cast, page, drawn):
    path = drawn(cast.lin_xiaoman, page, "pdf")

    assert pictures_in(path) == 1
    said = "".join(pages_of(path))
    assert "图一流程" in said
    assert "别家的图" in said


def test_the_folder_gets_no_picture_its_reader_may_not_fetch(cast, page, files, sheet_for, tmp_path):
    sheet = sheet_for(cast.lin_xiaoman, page)
    sheet.html = mark_safe("".join(f'<img src="/files/{files[name]}/r/width-720">' for name in ("hidden", "picture")))

    sheet.write(tmp_path)

    assert not list(tmp_path.glob(f"{files['hidden']}*"))
    assert len(list(tmp_path.glob(f"{files['picture']}*"))) == 1


def test_a_link_to_what_the_reader_may_not_see_is_words_alone(cast, page, drawn, sheet_for):
    path = drawn(cast.lin_xiaoman, page, "pdf")

    uids = {each.title: each.uid for each in ContentPage.objects.all()}
    assert uids["交接班"] in "".join(addresses_in(path))
    assert uids["不给看的"] not in "".join(addresses_in(path))
    assert "不给看的" in "".join(pages_of(path))


HOSTILE = (
    "http://127.0.0.1:1/x.png",
    "https://example.invalid/x.png",
    "file:///etc/passwd",
    "/files/../../etc/passwd",
    "picture:/etc/passwd",
    "picture:../../../../../../../../etc/passwd",
    "data:image/svg+xml;base64,PHN2Zy8+",
)


@pytest.mark.parametrize("address", HOSTILE)
def test_no_picture_comes_from_anywhere_but_the_folder(cast, space, sheet_for, tmp_path, address):
    page = live(space, cast.zhou_yaning, "外来的图")
    sheet = sheet_for(cast.zhou_yaning, page)
    folder = tmp_path / "job"
    folder.mkdir()
    sheet.html = mark_safe(f'<img src="{address}" alt="外来"><p style="background: url({address})">字</p>')
    sheet.write(folder)

    path = running.draw("pdf", folder)

    assert pictures_in(path) == 0
    assert "外来" in "".join(pages_of(path))
    with pytest.raises((ValueError, OSError)):
        pdf.fetcher(folder).fetch(address)


def test_styles_of_an_author_open_no_address_either(cast, space, sheet_for, tmp_path):
    folder = tmp_path / "job"
    folder.mkdir()
    sheet = sheet_for(cast.zhou_yaning, live(space, cast.zhou_yaning, "样式"))
    sheet.html = mark_safe('<style>p { background: url(file:///etc/passwd) }</style><p style="color: red">字</p>')
    sheet.write(folder)

    words = "".join(pages_of(running.draw("pdf", folder)))

    assert "字" in words
    assert "passwd" not in words


def fake_weasyprint(tmp_path, code):
    (tmp_path / "fake").mkdir()
    (tmp_path / "fake" / "weasyprint.py").write_text(code)
    return {**running.ENVIRONMENT, "PYTHONPATH": str(tmp_path / "fake")}


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("raise OSError(\"cannot load library 'libpango-1.0-0'\")", "missing"),
        ("import socket\nsocket.socket().connect(('127.0.0.1', 1))", "broken"),
        ("import subprocess\nsubprocess.run(['/bin/true'])", "broken"),
        ("x = bytearray(4 * 1024**3)", "too_large"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "too_large"),
    ],
)
def test_whatever_happens_in_the_process_ends_in_a_word(cast, space, sheet_for, tmp_path, monkeypatch, code, reason):
    monkeypatch.setattr(running, "ENVIRONMENT", fake_weasyprint(tmp_path, code))
    folder = tmp_path / "job"
    folder.mkdir()
    sheet_for(cast.zhou_yaning, live(space, cast.zhou_yaning, "一页")).write(folder)

    with pytest.raises(NotDrawn) as problem:
        running.draw("pdf", folder)

    assert problem.value.reason == reason


@pytest.mark.parametrize(
    "code", ["import socket\nsocket.socket()", "import subprocess\nsubprocess.run(['/bin/true'])", "open('/dev/null')"]
)
def test_the_process_opens_no_connection_and_starts_no_program(cast, space, sheet_for, tmp_path, monkeypatch, code):
    monkeypatch.setattr(running, "ENVIRONMENT", fake_weasyprint(tmp_path, code))
    folder = tmp_path / "job"
    folder.mkdir()
    sheet_for(cast.zhou_yaning, live(space, cast.zhou_yaning, "一页")).write(folder)

    with pytest.raises(NotDrawn) as problem:
        running.draw("pdf", folder)

    assert ("Refused: " in str(problem.value)) == ("open" not in code)


def test_a_page_that_takes_forever_is_given_up(cast, space, sheet_for, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "ENVIRONMENT", fake_weasyprint(tmp_path, "import time\ntime.sleep(60)"))
    monkeypatch.setattr(running, "WALL_SECONDS", 1)
    folder = tmp_path / "job"
    folder.mkdir()
    sheet_for(cast.zhou_yaning, live(space, cast.zhou_yaning, "一页")).write(folder)

    with pytest.raises(NotDrawn, match="too_large"):
        running.draw("pdf", folder)


def test_a_page_shut_to_its_reader_has_no_sheet(cast, page, sheet_for):
    readers.narrow(page, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])

    for person in (cast.lin_xiaoman, cast.zhao_jingxing):
        with pytest.raises(Http404):
            sheet_for(person, page)
