"""What LibreOffice makes of the files of a hospital."""

import pypdfium2
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


def words(pdf):
    with pypdfium2.PdfDocument(pdf) as pages:
        return pages[0].get_textpage().get_text_range()


def test_what_office_writes_now_and_wrote_before_becomes_pages(made, tmp_path):
    files = {extension: made(f"a.{extension}", make()) for extension, make in PAPERS.items()}
    for extension, (new, writer) in OLD.items():
        [files[extension]] = office.many([(files[new], new)], f"{extension}:{writer}", tmp_path)

    pages = office.many([(path, extension) for extension, path in files.items()], "pdf", tmp_path)

    for extension, pdf in zip(files, pages, strict=True):
        assert "第一条 查对制度" in words(pdf), extension


def test_several_share_one_start_and_a_broken_one_spoils_none(made, tmp_path):
    files = [made("1.docx", papers.docx("甲")), made("2.doc", hostile.word_97()), made("3.docx", papers.docx("丙"))]

    results = office.many([(path, path.suffix[1:]) for path in files], "pdf", tmp_path)

    assert [type(result).__name__ for result in results] == ["PosixPath", "Failed", "PosixPath"]
    assert results[1].code == "broken"


def test_nothing_stays_but_what_was_made(made, tmp_path):
    pdf = office.to_pdf(made("a.docx", papers.docx()), tmp_path)

    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted([tmp_path / "a.docx", pdf])
