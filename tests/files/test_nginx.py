"""The nginx of deploy/nginx.conf sends the files itself, and only what the application let it send."""

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from config.env import ROOT
from tests.e2e.conftest import site  # noqa: F401
from tests.files.samples import MP4

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not Path(NGINX).exists() and not os.environ.get("CI"), reason="nginx is not installed"),
]
WRAP = """
daemon off; {user} worker_processes 1; pid {folder}/pid; error_log stderr warn;
events {{ worker_connections 64; }}
http {{
  access_log off; include /etc/nginx/mime.types;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  {site}
}}
"""


def ours(upstream, port, files):
    """The file of deploy/ with what an installation fills in; certificate and redirect to it are the hospital's."""
    text = (ROOT / "deploy/nginx.conf").read_text()
    text = text[text.index("server {", text.index("return 301")) :]
    for before, after in [
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{port};"),
        ("http://127.0.0.1:8000", upstream),
        ("/var/lib/hongzhihui/files/", f"{files}/"),
    ]:
        assert before in text
        text = text.replace(before, after)
    return re.sub(r"\n *ssl_certificate.*", "", text)


@pytest.fixture
def nginx(site, settings, tmp_path):  # noqa: F811
    settings.FILE_HEADER = "X-Accel-Redirect"
    settings.ALLOWED_HOSTS = ["*"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    user = "user root;" if os.getuid() == 0 else ""
    conf = tmp_path / "nginx.conf"
    conf.write_text(WRAP.format(user=user, folder=tmp_path, site=ours(site, port, settings.MEDIA_ROOT)))
    process = subprocess.Popen([NGINX, "-p", str(tmp_path), "-c", str(conf)])
    for _ in range(100):
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                break
        assert process.poll() is None
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


@pytest.fixture
def fetch(nginx, come_in, settings):
    def fetch(user, path, **headers):
        session = come_in(user).cookies[settings.SESSION_COOKIE_NAME]
        headers = {"Cookie": f"{session.key}={session.value}", **headers}
        try:
            return urlopen(Request(nginx + path, headers=headers), timeout=20)
        except HTTPError as answer:
            return answer

    return fetch


@pytest.mark.promise("P21")
def test_a_reader_gets_the_file_from_nginx_and_may_seek_in_it(fetch, cast, live):
    held = live("带教.mp4", MP4)

    whole = fetch(cast.lin_xiaoman, held.get_absolute_url())
    part = fetch(cast.lin_xiaoman, held.get_absolute_url(), Range="bytes=100-199")
    again = fetch(cast.lin_xiaoman, held.get_absolute_url(), **{"If-None-Match": whole.headers["ETag"]})

    assert (whole.status, whole.read()) == (200, MP4)
    assert (part.status, part.read()) == (206, MP4[100:200])
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(MP4)}"
    assert again.status == 304
    for answer in (whole, part):
        assert answer.headers["Content-Type"] == "video/mp4"
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["ETag"] == f'"{held.file_hash}"'
        assert "X-Accel-Redirect" not in answer.headers
        assert answer.headers["Server"] == "nginx"  # no version


@pytest.mark.promise("P21", "P35")
def test_nobody_else_does_by_any_address(fetch, cast, live):
    held = live("带教.mp4", MP4)

    assert fetch(cast.zhao_jingxing, held.get_absolute_url()).status == 404
    assert fetch(cast.zhao_jingxing, held.get_absolute_url(), Range="bytes=0-9").status == 404
    assert fetch(cast.lin_xiaoman, f"/_files/{held.file.name}").status == 404
    assert fetch(cast.lin_xiaoman, f"/_files/../{held.file.name}").status in (400, 404)
