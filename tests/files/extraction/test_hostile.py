"""Files that are broken, locked, endless or mean harm: each ends with a state, soon, and hurts nobody."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings

from demo import pdf
from files.extraction import confining
from files.readers.paper import MOST_CHARACTERS
from tests.files.extraction import papers

pytestmark = pytest.mark.promise("W32")


def state(found):
    return found.ending.state


def test_what_is_cut_off_cannot_be_read(read):
    assert state(read("pdf", pdf.pages("一页")[:300])) == "unreadable"
    assert state(read("docx", papers.word("正文")[:9000])) == "unreadable"
    assert state(read("xlsx", papers.workbook(表=[["药"]])[:2000])) == "unreadable"
    assert state(read("pptx", b"PK\x03\x04")) == "unreadable"


@pytest.mark.parametrize("extension", ("pdf", "docx", "xlsx", "pptx"))
def test_noise_cannot_be_read(read, extension):
    assert state(read(extension, os.urandom(20_000))) == "unreadable"


def test_files_with_a_password_say_so(read):
    assert state(read("pdf", papers.with_password(pdf.pages("一页")))) == "encrypted"
    assert state(read("docx", papers.locked_office())) == "encrypted"
    assert state(read("xlsx", papers.locked_office())) == "encrypted"


def test_a_zip_bomb_is_not_unpacked(read):
    bomb = papers.swapped(papers.word("x"), "word/document.xml", b"<w/>" + b" " * 20_000_000)

    found = read("docx", bomb)

    assert (state(found), found.parts) == ("too_large", [])
    assert "times smaller packed" in found.ending.why


def test_a_billion_laughs_are_not_laughed(read):
    laughing = f"{papers.LAUGHS}<w:document {papers.WORD}><w:body>{papers.paragraph('&a9;')}</w:body></w:document>"
    document = papers.swapped(papers.word("x"), "word/document.xml", laughing)
    sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    sheet += '<c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row></sheetData></worksheet>'
    book = papers.swapped(papers.workbook(表=[["药"]]), "xl/worksheets/sheet1.xml", papers.LAUGHS + sheet)

    assert state(read("docx", document)) == "unreadable"
    assert state(read("xlsx", book)) == "unreadable"


def test_files_of_this_machine_are_not_read_into_a_text(read):
    stealing = '<!DOCTYPE l [<!ENTITY s SYSTEM "file:///etc/hostname">]>'
    body = f"{stealing}<w:document {papers.WORD}><w:body>{papers.paragraph('&s;')}</w:body></w:document>"

    found = read("docx", papers.swapped(papers.word("x"), "word/document.xml", body))

    assert (state(found), found.parts) == ("unreadable", [])


def test_five_thousand_pages_are_read_and_no_more(read):
    whole = read("pdf", pdf.pages(*["输液泵"] * 5000))
    longer = read("pdf", pdf.pages(*["输液泵"] * 5001))

    assert (state(whole), len(whole.parts), whole.parts[-1][0]) == ("done", 5000, "page=5000")
    assert (state(longer), len(longer.parts)) == ("partly", 5000)


def test_a_long_book_is_read_up_to_a_million_characters(read):
    found = read("docx", papers.word_of(papers.paragraph("输液泵报警处理办法第一百九十条") * 200_000))

    assert state(found) == "partly"
    assert MOST_CHARACTERS - 20 < sum(len(text) for _, _, text in found.parts) <= MOST_CHARACTERS


def test_a_heading_on_every_line_makes_no_more_parts_than_there_may_be(read):
    found = read("docx", papers.word_of(papers.paragraph("一、适用范围") * 5001))

    assert (state(found), len(found.parts)) == ("partly", 5000)


def test_a_million_rows_that_are_declared_or_empty_cost_nothing(read):
    assert read("xlsx", papers.workbook_of("")).parts == [("sheet=1", "表", "药")]
    empty = "".join(f'<row r="{number}"/>' for number in range(2, 100_000))
    assert read("xlsx", papers.workbook_of(empty)).parts == [("sheet=1", "表", "药")]


def test_tables_within_tables_without_end_are_refused(read):
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + papers.paragraph("底") + "</w:tc></w:tr></w:tbl>" * 3000

    assert state(read("docx", papers.word_of(deep))) == "unreadable"


def test_an_endless_file_is_ended_after_its_time_and_keeps_what_was_read(read, monkeypatch):
    monkeypatch.setattr(confining, "COMMAND", (sys.executable, "-c", ENDLESS))
    monkeypatch.setattr(confining, "WALL_SECONDS", 1.5)

    found = read("pdf", b"")

    assert (state(found), found.parts) == ("partly", [("page=1", "", "读到这里")])


ENDLESS = """
import time
print('{"part": ["page=1", "", "读到这里"]}', flush=True)
time.sleep(60)
"""


def test_a_flood_of_text_is_stopped(read, monkeypatch):
    monkeypatch.setattr(confining, "COMMAND", (sys.executable, "-c", "while True: print('心' * 10_000)"))
    monkeypatch.setattr(confining, "MOST_OUTPUT", 1_000_000)

    found = read("pdf", b"")

    assert (state(found), found.parts) == ("too_large", [])


@pytest.mark.parametrize(
    ("limit", "content", "ending"),
    (
        ("ulimit -v 80000", lambda: papers.workbook(表=[["药" * 30_000 + str(n)] for n in range(300)]), "too_large"),
        ("ulimit -St 1; ulimit -Ht 3", lambda: papers.workbook_of(_wide_rows()), "partly"),
    ),
    ids=("memory", "time"),
)
def test_no_file_takes_more_memory_or_work_than_it_may(read, monkeypatch, limit, content, ending):
    child = f"{limit}; exec {sys.executable} -m files.readers.child xlsx"
    monkeypatch.setattr(confining, "COMMAND", ("/bin/bash", "-c", child))

    assert state(read("xlsx", content())) == ending


def test_limits_are_set_before_anything_is_read(read, monkeypatch):
    monkeypatch.setattr(confining, "COMMAND", (sys.executable, "-c", CONFINED))

    assert read("pdf", b"").parts == [("60", "805306368", "16777216")]


CONFINED = """
import json, resource
from files.readers import child
child._confine()
limits = (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_FSIZE)
print(json.dumps({"part": [resource.getrlimit(limit)[0] for limit in limits]}))
"""


@pytest.mark.parametrize("attempt", ("socket.create_connection(('127.0.0.1', 9))", "os.system('true')"))
def test_a_reader_calls_nobody_and_starts_nothing(read, monkeypatch, attempt):
    trying = f"import os, socket; from files.readers import child; child._confine(); {attempt}"
    monkeypatch.setattr(confining, "COMMAND", (sys.executable, "-c", trying))

    assert "PermissionError: Refused" in read("pdf", b"").ending.why


def test_whom_a_reader_started_ends_with_it(read, monkeypatch, tmp_path):
    late = f"import time; time.sleep(1); open({str(tmp_path / 'late')!r}, 'w')"
    starting = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {late!r}])"
    monkeypatch.setattr(confining, "COMMAND", (sys.executable, "-c", starting))

    read("pdf", b"")
    time.sleep(1.5)

    assert not (tmp_path / "late").exists()


def _wide_rows():
    return "".join(f'<row r="{n}"><c r="XFD{n}" t="n"><v>1</v></c></row>' for n in range(2, 20_000))


def test_the_reader_knows_nothing_of_ours(read, monkeypatch):
    monkeypatch.setenv("HZH_SECRET", "geheim")
    monkeypatch.setattr(confining, "COMMAND", (sys.executable, "-c", f"import json, os; print(json.dumps({ASKED}))"))

    assert read("pdf", b"").parts == [("", "", "")]


ASKED = "{'part': ['', '', ''.join(name for name in os.environ if name.startswith('HZH'))]}"


def test_readers_bring_no_django():
    script = "import files.readers.child, files.readers.pdf, files.readers.word, sys; print('django' in sys.modules)"
    told = subprocess.check_output([sys.executable, "-c", script], cwd=settings.ROOT, text=True)

    assert told.strip() == "False"


def test_a_crash_is_an_ending_and_a_kill_is_not(read, monkeypatch):
    dying = "import os; os.kill(os.getpid(), {})"
    monkeypatch.setattr(confining, "COMMAND", (sys.executable, "-c", dying.format(int(signal.SIGSEGV))))
    assert state(read("pdf", b"")) == "unreadable"

    monkeypatch.setattr(confining, "COMMAND", (sys.executable, "-c", dying.format(int(signal.SIGKILL))))
    with pytest.raises(confining.Killed):
        read("pdf", b"")
