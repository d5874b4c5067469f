"""Telling 10,000 people: how long until the last row, and what web requests notice of it meanwhile.

    python -m benchmarks.channels.sending [--people 10000] [--times 3]

A house of its own below var/bench, with a web process and a worker; with DATABASE_URL (an empty PostgreSQL database)
and REDIS_URL it stands there.
"""

import argparse
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx

from tests.content.together.house import ROOT, LiveHouse
from tests.jobs.house import WORKER, kill

FOLDER = Path(os.environ.get("HZH_VAR", "var")).resolve() / "bench" / "channels"
SETTINGS = "tests.notifications.settings"
SETTLED = """
from django.utils import timezone
def rows(key):
    return Notice.objects.filter(key=f'crowd.published:{key}').count()
def send(key, people):
    import time
    began = time.monotonic()
    notify_all('crowd.published', recipients='crowd.everybody', of=1, key=key)
    while rows(key) < people:
        time.sleep(0.02)
    return time.monotonic() - began
"""


def furnished(people, webs=1):
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    environment = {"HZH_VAR": str(FOLDER), "DJANGO_SETTINGS_MODULE": SETTINGS}
    for command in ("migrate", "createcachetable"):
        ready = {**os.environ, **environment}
        subprocess.run([sys.executable, "manage.py", command, "-v0"], cwd=ROOT, env=ready, check=True)
    house = LiveHouse(FOLDER, environment, webs)
    house.do("uid = furnish('患者入院后应当立即评估。\\n' * 40)")
    house.do(
        "from notifications.models import Notice; from notifications.actions import notify_all, notify; import jobs"
    )
    house.do(
        f"User.objects.bulk_create(User(number=f'CROWD{{n:05}}', name='某', pinyin='mou') for n in range({people}))"
    )
    house.do(SETTLED)
    return house


class Visitor(threading.Thread):
    """One colleague after another reads a page or the inbox; remembers how long each had to wait."""

    def __init__(self, address, session, paths):
        super().__init__(daemon=True)
        self.client = httpx.Client(base_url=address, cookies={"hzh_session": session}, timeout=30)
        self.paths, self.waited, self.over = paths, [], threading.Event()

    def run(self):
        while not self.over.is_set():
            for path in self.paths:
                began = time.perf_counter()
                answer = self.client.get(path, follow_redirects=True)
                assert answer.status_code == 200, (path, answer.status_code)
                self.waited.append(1000 * (time.perf_counter() - began))
                time.sleep(0.02)


def writes(house, over, waited):
    """Somebody changes a setting again and again: that has to wait for the one writer of SQLite."""
    session = house.tell("sign_in('QY10231')")
    with httpx.Client(base_url=house.webs[0].address, cookies={"hzh_session": session}, timeout=30) as client:
        client.get("/inbox/")
        headers = {"X-CSRFToken": client.cookies["hzh_csrf"]}
        headers["Origin"] = house.webs[0].address
        while not over.is_set():
            began = time.perf_counter()
            answer = client.post("/me/preferences/", data={"theme": "light"}, headers=headers)
            assert answer.status_code < 400, answer.status_code
            waited.append(1000 * (time.perf_counter() - began))
            time.sleep(0.02)


def main():
    asking = argparse.ArgumentParser()
    asking.add_argument("--people", type=int, default=10_000)
    asking.add_argument("--times", type=int, default=3)
    asked = asking.parse_args()
    house = furnished(asked.people)
    worker = None
    try:
        session = house.tell("sign_in('QY10874')")
        page = house.tell("page(uid).get_absolute_url()")
        house.start()
        worker = subprocess.Popen(WORKER, cwd=ROOT, env=house.environment, start_new_session=True)
        over, written = threading.Event(), []
        visitor = Visitor(house.webs[0].address, session, [page, "/inbox/"])
        for path in visitor.paths * 5:
            visitor.client.get(path, follow_redirects=True)
        threading.Thread(target=writes, args=(house, over, written), daemon=True).start()
        time.sleep(12)  # the worker is up and has done what comes first
        visitor.start()
        for number in range(asked.times):
            visitor.waited.clear()
            written.clear()
            took = house.do(tell=f"send('{number}', {asked.people})")
            tell(took, asked.people, visitor.waited, written)
            time.sleep(2)
        over.set()
        visitor.over.set()
        visitor.join(10)
    finally:
        if worker:
            kill(worker)
        house.close()


def tell(took, people, read, written):
    def said(name, waited):
        waited = sorted(waited) or [0]
        return f"{name} {len(waited)} p50 {waited[len(waited) // 2]:.0f} · longest {waited[-1]:.0f} ms"

    print(f"{people} people in {took:.2f} s · {said('reading', read)} · {said('writing', written)}", end=" · ")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)


if __name__ == "__main__":
    main()
