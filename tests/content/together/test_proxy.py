"""Behind nginx, as the hospital runs it."""

import asyncio
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.content.together.browsers import Browser, agree, until
from tests.content.together.opening import LIN, ZHOU
from tests.jobs.house import _free_port, eventually

OURS = Path(__file__).resolve().parents[3] / "deploy" / "nginx.conf"
MAIN = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};
fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
{map}
server {{ listen 127.0.0.1:{port}; {location} }} }}
"""
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
pytestmark = pytest.mark.skipif(not Path(NGINX).exists() and not os.environ.get("CI"), reason="nginx is not installed")


@pytest.fixture
def proxied(make_house, tmp_path):
    """A house that is reached through what deploy/nginx.conf says."""
    port, said = _free_port(), OURS.read_text()
    house = make_house(HZH_SITE_URL=f"http://127.0.0.1:{port}", HZH_TRUSTED_PROXIES="1")
    location = re.search(r"location / \{.*?\n    \}", said, re.DOTALL)[0].replace(":8000", f":{house.webs[0].port}")
    upgrade = re.search(r"map \$http_upgrade .*?\n\}", said, re.DOTALL)[0]
    (tmp_path / "nginx.conf").write_text(MAIN.format(folder=tmp_path, port=port, location=location, map=upgrade))
    process = subprocess.Popen((NGINX, "-c", tmp_path / "nginx.conf", "-e", tmp_path / "error.log"))
    assert eventually((tmp_path / "nginx.pid").exists, within=10), (tmp_path / "error.log").read_text()
    yield house, f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


def test_the_socket_passes_through_the_proxy_we_recommend(proxied):
    house, address = proxied

    async def story():
        key = house.tell(f"key_to({house.uid!r})")
        first, second = (Browser(address, house.uid, key, house.tell(f"sign_in({number!r})")) for number in (ZHOU, LIN))
        await asyncio.gather(first.open(), second.open())
        await first.type("甲")
        assert await until(lambda: first.is_saved and agree(first, second))
        assert second.words[0] == "第一段。甲"
        await asyncio.gather(first.close(), second.close())

    asyncio.run(story())
