"""Files, folders and zips as browsers send them, up to the run that reads them."""

import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from content.transfer import importing, sources, uploads
from content.transfer.errors import Refused
from tests.cast import make_space
from tests.content.convert.corpus.docx import Docx
from tests.content.transfer.word import outcomes, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W24")]


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture(autouse=True)
def _own_place(settings, tmp_path):
    settings.VAR = tmp_path


def upload(name, content):
    return SimpleUploadedFile(name, content)


def docx(text):
    return Docx().paragraph(text).bytes()


def begun(files, space, person, paths=None):
    return importing.begin(uploads.keep(files, paths), space=space, by=person, name="上传")


def test_several_files_keep_their_folders_and_two_of_one_name_both_come(cast, space):
    files = [upload("一.docx", docx("甲。")), upload("一.docx", docx("乙。")), upload("说明.md", b"# \xe8\xaf\xb4")]

    run = begun(files, space, cast.zhou_yaning, ["护理/一.docx", "护理/一.docx", ""])
    importing.carry_on(run)

    assert outcomes(run) == dict.fromkeys(("护理", "护理/一.docx", "护理/一 2.docx", "说明.md"), "new")
    assert page_of(run, "护理/一 2.docx").body == "乙。\n"
    assert sources.home_of(run.uid).is_dir()


def test_a_zip_of_chinese_windows_brings_word_files_under_their_names(cast, space, tmp_path):
    named = {"AAAA/BBBB.docx": "制度/查对.docx", "AAAA/CCCC.docx": "制度/输血.docx"}
    place = tmp_path / "a.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for name, given in named.items():
            archive.writestr(name, docx(given))
    content = place.read_bytes()
    place.unlink()
    for name, given in named.items():  # as long as these in that encoding, so that no offset changes
        content = content.replace(name.encode(), given.encode("gb18030"))

    run = begun([upload("制度.zip", content)], space, cast.zhou_yaning)
    importing.carry_on(run)

    assert outcomes(run) == dict.fromkeys(("制度", "制度/查对.docx", "制度/输血.docx"), "new")


@pytest.mark.promise("P25")
@pytest.mark.parametrize("path", ("../出去.docx", "/etc/出去.docx", "C:/出去.docx", "a/../../出去.docx"))
def test_a_path_that_leads_elsewhere_leaves_nothing_on_the_disk(cast, space, tmp_path, path):
    with pytest.raises(Refused):
        uploads.keep([upload("出去.docx", docx("甲。"))], [path])
    assert not list(tmp_path.rglob("*.docx"))
    assert not list((tmp_path / "imports").glob("*"))


def test_what_is_refused_as_a_whole_leaves_nothing_on_the_disk(cast, space, tmp_path):
    with pytest.raises(Refused):
        begun([upload("坏.zip", b"PK\x03\x04....")], space, cast.zhou_yaning)
    assert not list((tmp_path / "imports").glob("*"))


def test_names_longer_than_disks_allow_are_cut(cast, space):
    run = begun([upload("一.docx", docx("甲。"))], space, cast.zhou_yaning, ["长" * 180 + ".docx"])

    importing.carry_on(run)

    assert set(outcomes(run).values()) == {"new"}
