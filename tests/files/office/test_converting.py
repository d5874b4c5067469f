"""What LibreOffice makes of the files of a hospital."""

import pytest

from files import office
from tests.content.convert.corpus import hostile
from tests.files.office import needs_office, papers

pytestmark = [needs_office, pytest.mark.promise("W60")]
PAPERS = {
    "docx": lambda: papers.docx("第一条 查对制度"),
    "rtf": lambda: papers.rtf("第一条 查对制度"),
    "xlsx": lambda: papers.xlsx(("第一条 查对制度",)),
    "pptx": lambda: papers.pptx("第一条 查对制度"),
    "odt": lambda: papers.odt("<text:p>第一条 查对制度</text:p>"),
}
OLD = {"doc": ("docx", "MS Word 97"), "xls": ("xlsx", "MS Excel 97"), "ppt": ("pptx", "MS PowerPoint 97")}


def old(made, tmp_path, extension):
    new, writer = OLD[extension]
    [path] = office.many([(made(f"a.{new}", PAPERS[new]()), new)], f"{extension}:{writer}", tmp_path)
    return path


@pytest.mark.parametrize("extension", PAPERS)
def test_what_office_writes_now_becomes_pages(made, pages, extension):
    assert "第一条 查对制度" in pages(made(f"a.{extension}", PAPERS[extension]()))[0]


@pytest.mark.parametrize("extension", OLD)
def test_what_office_wrote_before_becomes_pages(made, pages, tmp_path, extension):
    assert "第一条 查对制度" in pages(old(made, tmp_path, extension))[0]


def test_several_share_one_start_and_a_broken_one_spoils_none(made, tmp_path):
    files = [made("1.docx", papers.docx("甲")), made("2.doc", hostile.word_97()), made("3.docx", papers.docx("丙"))]

    results = office.many([(path, path.suffix[1:]) for path in files], "pdf", tmp_path)

    assert [type(result).__name__ for result in results] == ["PosixPath", "Failed", "PosixPath"]
    assert results[1].code == "broken"


def test_nothing_stays_but_what_was_made(made, tmp_path):
    pdf = office.to_pdf(made("a.docx", papers.docx()), tmp_path)

    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted([tmp_path / "a.docx", pdf])
