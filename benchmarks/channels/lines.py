"""2,000 open lines of the bell: what the web process pays in memory and at rest, how soon all hear; the count.

python -m benchmarks.channels.lines [--lines 2000]
"""

import argparse
import asyncio
import subprocess
import time
from pathlib import Path

import httpx

from benchmarks.channels.sending import furnished
from benchmarks.editing.rooms import cost_of
from tests.jobs.house import ROOT, WORKER, kill
from tests.notifications.live.listeners import Listener, until

SESSIONS = """
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, BACKEND_SESSION_KEY
def sign_in_all(count):
    keys = []
    for person in User.objects.filter(number__startswith='CROWD').order_by('pk')[:count]:
        client = Client(); client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
        keys.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    return keys
"""


def own_memory(web):
    """Proportional size in MiB: what is shared counts once."""
    rollup = Path(f"/proc/{web.process.pid}/smaps_rollup").read_text()
    return int(next(line for line in rollup.splitlines() if line.startswith("Pss:")).split()[1]) / 1024


async def measure(house, keys):
    web = house.webs[0]
    await (await Listener(web.address, keys[0]).open()).close()
    await asyncio.sleep(3)
    before = own_memory(web)
    lines = []
    for start in range(0, len(keys), 50):
        lines += await asyncio.gather(*(Listener(web.address, key).open() for key in keys[start : start + 50]))
    assert await until(lambda: all(line.heard for line in lines), within=30)
    print(f"{len(lines)} lines: {before:.0f} → {own_memory(web):.0f} MiB (PSS)", flush=True)
    cpu, began = cost_of(web)[0], time.monotonic()
    await asyncio.sleep(20)
    print(f"at rest {(cost_of(web)[0] - cpu) / (time.monotonic() - began) * 100:.1f} % of a core", flush=True)
    began = time.monotonic()
    await asyncio.to_thread(house.do, "notify_all('crowd.published', recipients='crowd.everybody', of=1, key='9')")
    assert await until(lambda: all(line.unread == 1 for line in lines), within=60)
    print(f"all told {time.monotonic() - began:.1f} s after it was asked for · {own_memory(web):.0f} MiB", flush=True)
    await asyncio.gather(*(line.close() for line in lines))


def count(house, key, times=1000):
    web = house.webs[0]
    with httpx.Client(base_url=web.address, cookies={"hzh_session": key}) as client:
        for _ in range(100):
            client.get("/inbox/live/")
        cpu = cost_of(web)[0]
        for _ in range(times):
            assert client.get("/inbox/live/").status_code == 200
    print(f"the bell's count by polling: {(cost_of(web)[0] - cpu) / times * 1000:.2f} ms CPU", flush=True)


def main():
    asking = argparse.ArgumentParser()
    asking.add_argument("--lines", type=int, default=2000)
    asked = asking.parse_args()
    house = furnished(asked.lines)
    worker = None
    try:
        house.do(SESSIONS)
        keys = house.tell(f"sign_in_all({asked.lines})")
        house.start()
        worker = subprocess.Popen(WORKER, cwd=ROOT, env=house.environment, start_new_session=True)
        count(house, keys[0])
        asyncio.run(measure(house, keys))
    finally:
        if worker:
            kill(worker)
        house.close()


if __name__ == "__main__":
    main()
