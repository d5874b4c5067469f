"""Files are read one after the other; whatever one of them does to its process, the next one reads as if alone.

A stand-in for mammoth does what the text of a file tells it in Python: such a file has taken its process over.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from content.convert import running
from content.convert.refusing import Refused
from content.convert.running import Job, Session, run_many
from tests.content.convert.corpus import hostile
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.corpus.images import png

pytestmark = pytest.mark.promise("W24")

PARTS = """
import html, re, sys, zipfile
from types import SimpleNamespace

parsing = SimpleNamespace(XmlElement=object, XmlText=object)
sys.modules["mammoth.docx"] = SimpleNamespace(office_xml=SimpleNamespace(), xmlparser=parsing)
"""
OBEDIENT = (
    PARTS
    + """

class images:
    img_element = staticmethod(lambda given: given)

class Result:
    def __init__(self, value):
        self.value = value

def convert_to_html(file, **_how):
    text = zipfile.ZipFile(file).read("word/document.xml").decode()
    found = {}
    exec(html.unescape("\\n".join(re.findall("<w:t[^>]*>([^<]*)", text))), found)
    return Result("<p>%s</p>" % html.escape(str(found.get("says", "fine"))))
"""
)
GOOD = "says = 'fine'"


@pytest.fixture
def jobs(tmp_path):
    def jobs(*contents):
        made = []
        for number, content in enumerate(contents):
            folder = tmp_path / "work" / str(number)
            folder.mkdir(parents=True)
            path = tmp_path / f"{number}.docx"
            path.write_bytes(content)
            made.append(Job(path, "docx", folder))
        return made

    return jobs


@pytest.fixture
def obey(jobs, tmp_path, monkeypatch):
    """What files say that have taken their process over: a text, or the code of the refusal."""
    (tmp_path / "fake").mkdir()
    (tmp_path / "fake" / "mammoth.py").write_text(OBEDIENT)
    monkeypatch.setattr(running, "ENVIRONMENT", {**running.ENVIRONMENT, "PYTHONPATH": str(tmp_path / "fake")})

    def obey(*programs):
        given = jobs(*(Docx().paragraph(*one.strip("\n").split("\n")).bytes() for one in programs))
        return [
            made.code if isinstance(made, Refused) else made.html.removeprefix("<p>").removesuffix("</p>")
            for _job, made in run_many(given)
        ]

    return obey


def test_each_is_answered_in_its_order(jobs):
    shown = Docx()
    shown.paragraph("二", s.picture(shown.media(png())))
    given = jobs(Docx().paragraph("一").bytes(), hostile.cut_off(), shown.bytes(), hostile.long_table(), Docx().bytes())
    answers = list(run_many(iter(given)))

    assert [job for job, _made in answers] == given
    first, cut, second, long, empty = (made for _job, made in answers)
    assert (first.html, cut.code, long.code, empty.html) == ("<p>一</p>", "not_zip", "too_many_rows", "")
    [picture] = second.pictures
    assert sorted(os.listdir(given[2].folder)) == sorted([picture.name, "converted.json", "said"])
    assert os.listdir(given[1].folder) == ["said"]


TROUBLE = {
    "os._exit(0)": "broken",
    "print('done', flush=True); os._exit(0)": "broken",
    "print('refused encrypted', flush=True); os._exit(0)": "encrypted",
    "print('refused whatever', flush=True); os._exit(0)": "broken",
    "raise SystemExit": "broken",
    "os.abort()": "broken",
    "os.kill(os.getpid(), 9)": "too_much",
    "os.kill(os.getppid(), 9)": "broken",
    "bytes(600 * 2**20)": "too_much",
    "raise RecursionError": "too_deep",
    "while True: pass": "too_much",
    "time.sleep(60)": "too_much",
    "os.write(3, b'0')": "broken",
    "os.write(1, b'0\\n' * 9); 1 / 0": "broken",
    "os.fork()": "broken",
    "print('x' * 2**22); 1 / 0": "broken",
}


@pytest.mark.parametrize("trouble", TROUBLE)
def test_one_that_makes_trouble_between_two_good_ones(obey, monkeypatch, trouble):
    monkeypatch.setattr(running, "WALL_SECONDS", 3)

    assert obey(GOOD, f"import os, time\n{trouble}", GOOD) == ["fine", TROUBLE[trouble], "fine"]


def test_who_says_too_much_is_not_listened_to(obey, tmp_path):
    made = tmp_path / "work" / "0" / "converted.json"
    writes = f"open({str(made)!r}, 'wb').write(b' ' * 41 * 2**20)"

    assert obey(f"import os\n{writes}\nprint('done', flush=True)\nos._exit(0)") == ["too_large"]


def test_memory_of_one_is_not_counted_against_the_next(obey):
    takes = "kept = bytearray(300 * 2**20)\nfor place in range(0, len(kept), 4096): kept[place] = 1\n"
    told = """
import resource, re
status = open('/proc/self/status').read()
peak, now, held = (int(re.search(name + r':\\s+(\\d+)', status)[1]) // 1024 for name in ('VmPeak', 'VmSize', 'VmHWM'))
says = peak, now, held, resource.getrlimit(resource.RLIMIT_AS)[0] // 2**20
"""
    before, *_taken, after = obey(told, takes, takes, takes, told)

    (peak, now, held, limit), (later_peak, later_now, later_held, later_limit) = eval(before), eval(after)
    assert limit == later_limit == 500
    assert later_peak < peak + 10 and later_now < now + 10 and later_held < held + 10


def test_time_of_one_is_not_counted_against_the_next(obey):
    burns = "import time\nwhile time.process_time() < 1.5: pass"
    told = "import resource, time\nsays = time.process_time(), resource.getrlimit(resource.RLIMIT_CPU)[0]"
    _burnt, after = obey(burns, told)

    assert eval(after)[0] < 0.5 and eval(after)[1] == 60


def test_nothing_that_one_changed_is_there_for_the_next(obey):
    changes = """
import builtins, os, sys, signal, lxml, tempfile, zipfile
import content.convert.word.convert as ours
builtins.left = zipfile.left = lxml.left = 'left'
ours.convert = None
sys.path.insert(0, '/left')
os.environ['LEFT'] = 'left'
os.chdir('/')
os.umask(0)
sys.setrecursionlimit(77)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
"""
    told = """
import builtins, os, sys, signal, lxml, zipfile
says = [
    hasattr(builtins, 'left'), hasattr(zipfile, 'left'), hasattr(lxml, 'left'), 'LEFT' in os.environ,
    '/left' in sys.path, os.getcwd() == '/', os.umask(0o22) == 0, sys.getrecursionlimit() == 77,
    signal.getsignal(signal.SIGTERM) == signal.SIG_IGN,
]
"""
    assert obey(changes, told) == ["fine", str([False] * 9)]


def test_neither_pipes_nor_secrets_are_within_reach(obey, monkeypatch):
    monkeypatch.setenv("HZH_SECRET_KEY", "secret")
    told = "import os\nsays = sorted(os.listdir('/proc/self/fd'))[:3], len(os.listdir('/proc/self/fd')) < 7"
    also = "import os\nsays = [name for name in os.environ if name.startswith('HZH')], os.read(0, 1)"

    assert obey(told, also) == ["(['0', '1', '2'], True)", "([], b'')"]


@pytest.mark.parametrize(
    "place", ["../1/x", "../x", "/tmp/hzh-elsewhere", "../1.docx", "converted.json/../../x", "/dev/shm/hzh-elsewhere"]
)
def test_nothing_is_written_outside_its_own_folder(obey, tmp_path, place):
    folder = tmp_path / "work" / "0"

    assert obey(f"open({str(folder / place)!r}, 'w')", GOOD) == ["broken", "fine"]
    assert not Path(folder, place).exists() or place == "../1.docx"


@pytest.mark.parametrize(
    "place", ["../0/left.txt", "../../0.docx", "/etc/passwd", "/proc/{asker}/environ", "/proc/1/environ"]
)
def test_nothing_of_others_is_read(obey, tmp_path, place):
    folder = tmp_path / "work" / "1"
    reads = f"open({str(folder / place.format(asker=os.getpid()))!r}, 'rb')"

    assert obey(f"open({str(tmp_path / 'work' / '0' / 'left.txt')!r}, 'w').write('left')", reads) == ["fine", "broken"]


def test_its_own_file_is_read_and_what_it_wrote(obey, tmp_path):
    own, source = tmp_path / "work" / "0" / "left.txt", tmp_path / "0.docx"

    assert obey(f"open({str(own)!r}, 'w').write('left')\nopen({str(own)!r})\nopen({str(source)!r})") == ["fine"]


@pytest.mark.parametrize("name", ["../../../secret", "/etc/passwd", "", ".", "gone.png", "link.png", None, 7])
def test_pictures_that_are_not_in_its_folder_are_nobodys(jobs, name):
    [job] = jobs(hostile.plain().bytes())
    (job.folder / "link.png").symlink_to("/etc/passwd")
    with Session() as session:
        told = session.convert(job).to_json() | {"pictures": [{"name": name, "type": "png", "digest": "", "bytes": 1}]}
    (job.folder / "converted.json").write_text(json.dumps(told))

    with pytest.raises(Refused) as refused:
        running._made(job)
    assert refused.value.code == "broken"


def test_a_fresh_process_after_so_many(jobs, monkeypatch):
    monkeypatch.setattr(running, "MOST_JOBS", 2)
    started = []
    monkeypatch.setattr(Session, "_start", lambda self, start=Session._start: started.append(1) or start(self))
    given = jobs(*[hostile.plain().bytes()] * 5)

    assert [made.html for _job, made in run_many(given)] == ["<p>各科室每月自查一次。</p>"] * 5
    assert len(started) == 3


def test_who_asked_is_told_that_seconds_pass(obey, monkeypatch, jobs):
    told = []
    monkeypatch.setattr(running, "LOOK_EVERY", 0.05)
    [job] = jobs(Docx().paragraph("import time", "time.sleep(0.6)").bytes())
    with Session(each_second=lambda: told.append(1)) as session:
        session.convert(job)

    assert len(told) > 5


ASKER = """
import json, subprocess, sys
process = subprocess.Popen([sys.executable, "-m", "content.convert.child"], stdin=subprocess.PIPE)
process.stdin.write(json.dumps({"kind": "docx", "source": sys.argv[1], "folder": sys.argv[2]}).encode() + b"\\n")
process.stdin.flush()
print(process.pid, flush=True)
process.wait()
"""


def test_left_alone_it_ends(tmp_path):
    """The worker is killed in the middle of a file: neither the process nor its copy goes on."""
    note = tmp_path / "note"
    (tmp_path / "mammoth.py").write_text(
        f"{PARTS}import os, time\ndef convert_to_html(*_, **__):\n"
        f"    open({str(note)!r}, 'w').write(str(os.getpid()))\n    time.sleep(60)\n"
        "class images:\n    img_element = id\n"
    )
    asker = subprocess.Popen(
        [sys.executable, "-c", ASKER, hostile.plain().save(tmp_path / "a.docx"), tmp_path],
        cwd=settings.ROOT,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(tmp_path)},
    )
    process = int(asker.stdout.readline())
    copy = int(_soon(lambda: note.exists() and note.read_text()))
    assert _lives(process) and _lives(copy)
    asker.kill()
    asker.wait()

    assert _soon(lambda: not _lives(process) and not _lives(copy))


def _soon(told):
    deadline = time.monotonic() + 10
    while not (answer := told()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return answer


def _lives(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
