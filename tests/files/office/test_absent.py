"""Where LibreOffice is not installed everything else goes on, and says what is missing."""

import pytest

from files import office
from files.office import finding
from tests.content.convert.corpus import hostile

pytestmark = pytest.mark.promise("W60")


@pytest.fixture
def nowhere(settings, tmp_path):
    settings.SOFFICE = str(tmp_path / "soffice")


def test_it_is_said_in_words(nowhere, tmp_path):
    path = tmp_path / "a.doc"
    path.write_bytes(hostile.word_97())

    assert not office.is_there()
    assert "LibreOffice" in office.words_when_missing()
    with pytest.raises(office.Failed, match="missing"):
        office.to_pdf(path, tmp_path)


def test_it_is_found_where_it_is_said_to_be(settings, tmp_path):
    (tmp_path / "program").mkdir()
    for name in ("soffice", "soffice.bin"):
        (tmp_path / "program" / name).write_text("#!/bin/sh\n")
        (tmp_path / "program" / name).chmod(0o755)
    (tmp_path / "office").symlink_to(tmp_path / "program" / "soffice")
    settings.SOFFICE = str(tmp_path / "office")

    assert finding.program() == (tmp_path / "program" / "soffice.bin").resolve()


def test_a_script_without_a_program_is_none(settings, tmp_path):
    (tmp_path / "soffice").write_text("#!/bin/sh\n")
    (tmp_path / "soffice").chmod(0o755)
    settings.SOFFICE = str(tmp_path / "soffice")

    assert not office.is_there()
