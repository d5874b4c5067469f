"""LibreOffice fetches what a file names, and runs what it carries: not ours."""

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings

from files import office
from files.confined import hosting
from files.office import profile, running
from tests.content.convert.corpus.images import png
from tests.files.office import needs_office, papers

pytestmark = pytest.mark.promise("W60")
CALLING = {
    "docx": papers.docx_calling,
    "odt": papers.odt_calling,
    "rtf": papers.rtf_calling,
    "xlsx": papers.xlsx_calling,
    "pptx": papers.pptx_calling,
}


@pytest.fixture
def asked():
    """A server on this machine, and what it was asked for."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append(f"{self.command} {self.path}")
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(png() if self.command == "GET" else b"")

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    seen_at = f"http://127.0.0.1:{server.server_address[1]}/"
    yield seen_at, seen
    server.shutdown()
    server.server_close()


@pytest.fixture
def only(monkeypatch):
    """only("seccomp"): all other locks are open."""

    def only(*held):
        monkeypatch.setattr(running, "MODULE", "tests.files.loosened")
        monkeypatch.setattr(running, "ENVIRONMENT", {**hosting.ENVIRONMENT, "HELD": " ".join(held)})
        if "settings" not in held:
            monkeypatch.setattr(profile, "OPTIONS", {})

    return only


def convert_all(made, tmp_path, address):
    files = [(made(f"{kind}.{kind}", make(address)), kind) for kind, make in CALLING.items()]
    results = office.many(files, "pdf", tmp_path)
    assert [one for one in results if isinstance(one, office.Failed)] == []
    return results


@needs_office
def test_nothing_is_fetched(made, tmp_path, asked):
    address, seen = asked
    convert_all(made, tmp_path, address)

    assert seen == []


@needs_office
def test_without_locks_it_is(made, tmp_path, asked, only):
    """So that the test above would notice."""
    address, seen = asked
    only()
    convert_all(made, tmp_path, address)

    assert {"GET /picture.png"} < set(seen)


@needs_office
@pytest.mark.parametrize("lock", ("seccomp", "settings"))
def test_each_lock_holds_alone(made, tmp_path, asked, only, lock):
    address, seen = asked
    only(lock)
    convert_all(made, tmp_path, address)

    assert seen == []


def red_of(pdf):
    """How much of the first page is red."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as opened:
        picture = opened[0].render(scale=1).to_pil().convert("RGB")
    return sum(number for number, (red, green, blue) in picture.getcolors(2**24) if red > 200 and max(green, blue) < 60)


@pytest.fixture
def neighbour(tmp_path_factory):
    """A picture that lies on this machine and is nobody's business; a file that names it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "picture.png").write_bytes(png(100, 100, (255, 0, 0)))
    return f"file://{folder}/"


@needs_office
def test_files_of_this_machine_are_not_taken_in(made, tmp_path, neighbour):
    pdf = office.to_pdf(made("a.docx", papers.docx_calling(neighbour)), tmp_path)

    assert red_of(pdf) == 0


@needs_office
@pytest.mark.parametrize(("held", "is_shown"), (((), True), (("landlock",), False), (("settings",), False)))
def test_each_lock_on_files_holds_alone(made, tmp_path, neighbour, only, held, is_shown):
    only(*held)
    pdf = office.to_pdf(made("a.docx", papers.docx_calling(neighbour)), tmp_path)

    assert (red_of(pdf) > 0) is is_shown


def test_nothing_of_ours_is_told_to_it(made, tmp_path, monkeypatch):
    """Neither secrets nor where anything is."""
    monkeypatch.setenv("HZH_SECRET_KEY", "geheim")
    seen = {}
    monkeypatch.setattr(running, "attend", lambda command, *, environment, **_: seen.update(environment) or 1 / 0)
    monkeypatch.setattr(running.finding, "program", lambda: tmp_path / "soffice.bin")

    with pytest.raises(ZeroDivisionError):
        office.to_pdf(made("a.docx", papers.docx()), tmp_path)
    assert set(seen) == {"PATH", "LANG", "PYTHONDONTWRITEBYTECODE", "MALLOC_ARENA_MAX"}


def trying(attempt):
    """What a process says of what it tries once it is shut in."""
    words = f"""
import os, socket, tempfile
from files.confined import locks
folder = tempfile.mkdtemp()
folder = locks.shut_in(folder, reads=("/usr", "/lib", "/lib64"), writes=())
try:
    {attempt}
    print("done")
except OSError as error:
    print(type(error).__name__)
"""
    done = subprocess.run([sys.executable, "-c", words], cwd=settings.ROOT, capture_output=True, text=True, timeout=30)
    return done.stdout.strip() or done.stderr[-500:]


@pytest.mark.parametrize(
    ("attempt", "ends"),
    [
        ("socket.create_connection(('127.0.0.1', 9))", "PermissionError"),
        ("socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "PermissionError"),
        ("socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)", "PermissionError"),
        ("socket.socket(socket.AF_UNIX).connect('/run/x')", "PermissionError"),
        ("socket.socketpair()", "done"),
        ("open('/etc/passwd').read()", "PermissionError"),
        ("open('/proc/self/environ').read()", "PermissionError"),
        ("open('/var/tmp/x', 'w')", "PermissionError"),
        ("open(folder + '/x', 'w').write('x')", "done"),
        ("os.listdir('/usr')", "done"),
    ],
)
def test_what_it_gave_up(attempt, ends):
    assert trying(attempt) == ends


def test_a_machine_that_cannot_lock_opens_nothing(made, tmp_path, monkeypatch):
    monkeypatch.setattr(running.finding, "program", lambda: tmp_path / "soffice.bin")
    monkeypatch.setattr(running, "MODULE", "tests.files.unlockable")

    with pytest.raises(office.Failed) as failed:
        office.to_pdf(made("a.docx", papers.docx()), tmp_path)
    assert failed.value.code == "unconfined"
