"""Files that are broken, locked, endless or mean harm: each is refused, soon, and everything it started ends."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from django.conf import settings

from files import office
from files.office import looking, running
from tests.content.convert.corpus import hostile
from tests.files.office import needs_office, papers

pytestmark = pytest.mark.promise("W60")


@pytest.fixture
def pretending(settings, monkeypatch):
    """A program in the place of LibreOffice; its folder covers /tmp."""

    def pretending(script):
        folder = Path(installed) / "program"
        folder.mkdir()
        for name in ("soffice", "soffice.bin"):
            (folder / name).write_text(f"#!/bin/sh\n{script}\n")
            (folder / name).chmod(0o755)
        settings.SOFFICE = str(folder / "soffice")
        monkeypatch.setattr(running, "WALL_SECONDS", 1.5)
        monkeypatch.setattr(running, "EACH_SECONDS", 0)

    with tempfile.TemporaryDirectory(dir="/var/tmp") as installed:
        yield pretending


def code(path, folder):
    with pytest.raises(office.Failed) as failed:
        office.to_pdf(path, folder)
    return failed.value.code


REFUSED = {
    "large.doc": (lambda: looking.COMPOUND + bytes(looking.MOST_BYTES), "too_large"),
    "bomb.docx": (hostile.bomb, "too_large"),
    "locked.docx": (hostile.locked_docx, "encrypted"),
    "locked.zip.docx": (hostile.locked_zip, "encrypted"),
    "page.doc": (lambda: b"<html><img src='http://127.0.0.1/'></html>", "unknown"),
    "program.doc": (lambda: b"MZ\x90\x00", "unknown"),
    "empty.doc": (lambda: b"", "unknown"),
    "cut.docx": (hostile.cut_off, "broken"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_nobody_may_open_is_refused_before_anything_starts(made, tmp_path, pretending, name):
    make, expected = REFUSED[name]
    pretending("sleep 60")
    path = made(name, make())
    began = time.monotonic()

    assert code(path, tmp_path) == expected
    assert time.monotonic() - began < 30  # it never slept


@needs_office
@pytest.mark.parametrize("name", ("locked.doc", "cut.doc", "cut.rtf"))
def test_what_cannot_be_opened_says_so(made, tmp_path, name):
    contents = {"locked.doc": hostile.word_97(locked=True), "cut.doc": hostile.word_97()[:600], "cut.rtf": b"{\\rtf1"}

    with pytest.raises(office.Failed) as failed:
        office.to_docx(made(name, contents[name]), name[-3:], tmp_path)
    assert failed.value.code in ("broken", "encrypted")


@needs_office
def test_a_vast_picture_ends_it_before_it_takes_the_memory(made, tmp_path):
    before = _children_peak()
    try:
        office.to_pdf(made("a.docx", hostile.vast_picture()), tmp_path)
    except office.Failed as failed:
        assert failed.code in ("too_much", "broken")
    assert _children_peak() - before < 900 * 1024


def _children_peak():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def test_who_hangs_is_ended_with_all_it_started(made, tmp_path, pretending):
    pretending("(sleep 2; touch $HOME/../out/late) & echo $HOME; sleep 60")
    began = time.monotonic()

    assert code(made("a.docx", papers.docx()), tmp_path) == "too_much"

    assert time.monotonic() - began < 10
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("office-")]


def test_a_hanging_file_fails_alone(made, tmp_path, pretending):
    """Files that were done before it are kept, the others are tried one by one."""
    half = "*/in/2.*) echo half > out/2.pdf; sleep 60;;"
    whole = "*/in/*) n=${f##*/}; echo made > out/${n%.*}.pdf;;"
    pretending(f"for f; do case $f in {half} {whole} esac; done")
    files = [(made(f"{number}.docx", papers.docx()), "docx") for number in range(4)]

    results = office.many(files, "pdf", tmp_path)

    assert [getattr(one, "code", "made") for one in results] == ["made", "made", "too_much", "made"]
    assert sorted(path.read_text() for path in tmp_path.glob("office-*")) == ["made\n"] * 3


def test_the_start_of_a_new_profile_is_made_twice(made, tmp_path, pretending):
    pretending("[ -e home/seen ] && echo made > out/0.pdf || { touch home/seen; exit 81; }")

    assert office.to_pdf(made("a.docx", papers.docx()), tmp_path).read_text() == "made\n"


def test_a_link_in_the_place_of_a_result_is_none(made, tmp_path, pretending):
    pretending("ln -s /etc/passwd out/0.pdf")

    assert code(made("a.docx", papers.docx()), tmp_path) == "broken"


def test_it_ends_with_whoever_asked_for_it(made, tmp_path, pretending):
    pretending("echo $$ > out/number; exec sleep 60")
    path = made("a.docx", papers.docx())
    asking = f"""
import os; os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django; django.setup()
from pathlib import Path
from files import office
office.to_pdf(Path({str(path)!r}), Path({str(tmp_path)!r}))
"""
    asker = subprocess.Popen(
        [sys.executable, "-c", asking], cwd=settings.ROOT, env={**os.environ, "HZH_SOFFICE": settings.SOFFICE}
    )
    number = _wait_for(lambda: [int(text) for p in tmp_path.glob("office-*/out/number") if (text := p.read_text())])[0]
    asker.send_signal(signal.SIGKILL)
    asker.wait()

    _wait_for(lambda: not _is_alive(number))


def _wait_for(happens, seconds=20):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := happens():
            return found
        time.sleep(0.05)
    raise AssertionError("It did not happen.")


def _is_alive(number):
    try:
        return "(zombie)" not in Path(f"/proc/{number}/status").read_text()
    except OSError:
        return False
