"""A file is opened in a process that has nothing to lose; what kills it is refused, and who asked goes on."""

import json
import os
import subprocess
import sys
import time

import pytest
from django.conf import settings

from content.convert import running
from content.convert.guard import kind_of
from content.convert.refusing import CODES, Refused
from tests.content.convert.corpus import hostile
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.corpus.images import png
from tests.content.convert.pages import BOLD, paper

pytestmark = pytest.mark.promise("W23")


@pytest.fixture
def run(tmp_path):
    def run(content, answers=None, *, guarded=True):
        path, folder = tmp_path / "制度.docx", tmp_path / "work"
        path.write_bytes(content)
        folder.mkdir(exist_ok=True)
        return running.run(path, kind_of(path) if guarded else "docx", answers, folder=folder)

    return run


def test_what_comes_back(run, tmp_path):
    made = Docx().paragraph("洗手", s.picture(shown := "rId1", alt="七步"))
    assert made.media(png()) == shown
    converted = run(made.bytes())

    assert converted.html.startswith("<p>洗手<img")
    [picture] = converted.pictures
    assert (tmp_path / "work" / picture.name).read_bytes() == png()
    assert sorted(os.listdir(tmp_path / "work")) == sorted(["converted.json", "said", picture.name])


def test_answers_count(run):
    made = paper(("健康教育", BOLD), "各科室每月自查一次，由医务科会同护理部按月检查并留有记录。").bytes()
    [question] = run(made).questions[:1]

    assert "<h2>健康教育</h2>" in run(made, {question.key: "heading"}).html
    assert "<p><strong>健康教育</strong></p>" in run(made, {question.key: "text"}).html


DEADLY = {
    "too_deep": [hostile.deep_tables, hostile.deep_controls],
    "too_many_rows": [hostile.long_table],
    "doctype": [hostile.outside_entity],
    "cut_off": [hostile.lying_bomb, hostile.broken_inside],
    "not_xml": [hostile.not_xml, hostile.laughs, hostile.late_doctype, hostile.wide_doctype],
    "no_document": [hostile.without_document],
    "too_large": [hostile.bomb],
    "not_zip": [hostile.cut_off],
}


@pytest.mark.parametrize(("code", "make"), [(code, make) for code, all in DEADLY.items() for make in all])
def test_refused_within_seconds_even_without_the_guard(run, code, make):
    content = make()
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        run(content, guarded=False)

    assert (refused.value.code, refused.value.code in CODES) == (code, True)
    assert time.monotonic() - began < 10


def test_a_vast_picture_is_left_out_and_told(run):
    converted = run(hostile.vast_picture())

    assert (converted.pictures, "<img" in converted.html) == ([], False)
    assert [(one.what, one.sample) for one in converted.losses] == [("large_picture", "image1.png")]


def child(code, folder):
    """What a confined process says of what it tries."""
    words = f"""
from files.confined.confining import confine
confine(cpu=2, memory=500 * 2**20, largest=2**20, writes_below={str(folder)!r})
try:
    {code}
except BaseException as error:
    print(type(error).__name__)
"""
    done = subprocess.run([sys.executable, "-c", words], cwd=settings.ROOT, capture_output=True, text=True, timeout=30)
    return done.stdout.strip() or done.returncode


@pytest.mark.parametrize(
    ("code", "ends"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("open('/tmp/elsewhere', 'w')", "PermissionError"),
        ("import os; os.remove('/tmp/elsewhere')", "PermissionError"),
        ("open({0!r} + '/../elsewhere', 'w')", "PermissionError"),
        ("open({0!r} + '/large', 'wb').write(bytes(2**21))", "OSError"),
        ("bytes(600 * 2**20)", "MemoryError"),
        ("while True: pass", -9),
        ("open({0!r} + '/here', 'w'); print('written')", "written"),
    ],
)
def test_what_the_process_gave_up(tmp_path, code, ends):
    assert child(code.replace("{0!r}", repr(str(tmp_path))), tmp_path) == ends


def test_time_is_up(run, monkeypatch, tmp_path):
    (tmp_path / "fake").mkdir()
    (tmp_path / "fake" / "mammoth.py").write_text("import time\ntime.sleep(60)")
    monkeypatch.setattr(running, "ENVIRONMENT", {**running.ENVIRONMENT, "PYTHONPATH": str(tmp_path / "fake")})
    monkeypatch.setattr(running, "WALL_SECONDS", 1)

    with pytest.raises(Refused) as refused:
        run(hostile.plain().bytes())
    assert refused.value.code == "too_much"


def test_a_mistake_of_ours_is_told_as_one(run, monkeypatch, tmp_path):
    (tmp_path / "fake").mkdir()
    (tmp_path / "fake" / "mammoth.py").write_text("raise RuntimeError('ours')")
    monkeypatch.setattr(running, "ENVIRONMENT", {**running.ENVIRONMENT, "PYTHONPATH": str(tmp_path / "fake")})

    with pytest.raises(Refused) as refused:
        run(hostile.plain().bytes())
    assert (refused.value.code, "RuntimeError: ours" in refused.value.detail) == ("broken", True)


def test_results_survive_as_json():
    from content.convert.word.convert import convert
    from content.convert.word.results import Converted
    from tests.content.convert.corpus.regulations import later

    for made in later():
        converted = convert(made.open())
        assert Converted.from_json(json.loads(json.dumps(converted.to_json()))) == converted
