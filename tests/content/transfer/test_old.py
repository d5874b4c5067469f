"""Old Word and WPS files, and drawings of Windows, on their way through an import."""

import pytest

from content.transfer import importing
from files import office
from tests.cast import make_space
from tests.content.convert.corpus import hostile
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.corpus.images import emf, png, scan, wmf
from tests.content.convert.writing import letters
from tests.content.transfer.word import bring, lay, outcomes, page_of, shown
from tests.files.office import needs_office, papers

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W23", "W24")]
LINES = (
    "急救药品管理制度",
    "第一章 总则",
    "第一条 抢救车内药品每日清点。",
    "（一）基数 5 支；",
    "第二条 效期每月核对。",
)


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def nowhere(settings):
    settings.SOFFICE = "/nowhere/soffice"


def old(folder, form):
    """A file that LibreOffice itself wrote in an old format."""
    new = folder / "new.docx"
    new.write_bytes(papers.docx(*LINES))
    [made] = office.many([(new, "docx")], form, folder)
    return made.read_bytes()


def with_drawings():
    made = Docx()
    first, second, third = made.media(emf(), "emf"), made.media(wmf(), "wmf"), made.media(png())
    made.paragraph("流程见图。", s.picture(first, alt="抢救流程"), s.picture(second), s.picture(third))
    return made


@needs_office
def test_old_files_become_pages_with_their_numbers_and_say_so(
    cast, client, space, tmp_path, tmp_path_factory, monkeypatch
):
    starts, attend = [], office.running.attend
    scratch = tmp_path_factory.mktemp("scratch")
    doc = old(scratch, "doc:MS Word 97")
    given = {"甲/一.doc": doc, "甲/二.wps": doc, "乙.rtf": papers.rtf(*LINES)}
    monkeypatch.setattr(office.running, "attend", lambda *args, **how: starts.append(args) or attend(*args, **how))

    run = bring(lay(tmp_path, given), space, cast.zhou_yaning)

    assert {path: item for path, item in outcomes(run).items() if path in given} == dict.fromkeys(given, "new")
    assert dict(run.items.filter(path__in=given).values_list("path", "was")) == {
        "甲/一.doc": "doc",
        "甲/二.wps": "wps",
        "乙.rtf": "rtf",
    }
    assert len(starts) == 1
    client.force_login(cast.lin_xiaoman)
    for path in given:
        page = page_of(run, path)
        text = letters(page.title + shown(client, page).text_content())
        for line in LINES:
            assert letters(line) in text, path
        assert page.original.name.endswith(path[-4:])


@needs_office
def test_drawings_are_shown(cast, client, space, tmp_path):
    run = bring(lay(tmp_path, {"流程.docx": with_drawings()}), space, cast.zhou_yaning)

    client.force_login(cast.lin_xiaoman)
    pictures = shown(client, page_of(run, "流程.docx")).findall(".//img")
    assert len(pictures) == 3
    assert pictures[0].get("alt") == "抢救流程"
    for picture in pictures:
        answer = client.get(picture.get("src"), follow=True)
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert "metafile" not in [loss["what"] for loss in run.items.get().losses]


def test_a_scan_in_a_word_file_is_shown_whatever_its_colours_and_without_libreoffice(
    cast, client, space, tmp_path, nowhere
):
    made = Docx()
    scans = [made.media(scan(mode), "tiff") for mode in ("1", "CMYK")]
    made.paragraph(
        "心电图见下。", *[s.picture(each) for each in scans], s.picture(made.media(b"II*\0" + b"?" * 99, "tif"))
    )

    run = bring(lay(tmp_path, {"扫描.docx": made}), space, cast.zhou_yaning)

    client.force_login(cast.lin_xiaoman)
    pictures = shown(client, page_of(run, "扫描.docx")).findall(".//img")
    answers = [client.get(picture.get("src"), follow=True) for picture in pictures]
    assert [answer["Content-Type"] for answer in answers] == ["image/png"] * 2


@needs_office
def test_a_broken_old_file_is_refused_alone(cast, space, tmp_path):
    run = bring(lay(tmp_path, {"坏.doc": hostile.word_97(), "好.rtf": papers.rtf(*LINES)}), space, cast.zhou_yaning)

    assert outcomes(run)["好.rtf"] == "new"
    assert run.items.get(path="坏.doc").refusal == "damaged"


def test_without_libreoffice_old_files_are_kept_and_said(cast, space, tmp_path, nowhere):
    run = importing.begin(str(lay(tmp_path, {"旧.rtf": papers.rtf(*LINES)})), space=space, by=cast.zhou_yaning)
    run = importing.carry_on(run)

    item = run.items.get()
    assert (item.was, item.kind, item.refusal) == ("rtf", "attachment", "no_office")


def test_without_libreoffice_a_drawing_is_told_and_the_rest_is_there(cast, client, space, tmp_path, nowhere):
    run = bring(lay(tmp_path, {"流程.docx": with_drawings()}), space, cast.zhou_yaning)

    item = run.items.get()
    assert [loss["what"] for loss in item.losses].count("metafile") == 2
    client.force_login(cast.lin_xiaoman)
    text = shown(client, page_of(run, "流程.docx"))
    assert len(text.findall(".//img")) == 1
    assert "流程见图" in text.text_content()
    assert page_of(run, "流程.docx").original.name.endswith("流程.docx")
