"""Rooms full of people who type: what the web process pays, and how soon a key is on the others' screens (E12, E13).

    python -m benchmarks.editing.rooms [--rooms 50] [--people 4] [--keys 2] [--seconds 30] [--webs 1]

A house of its own below var/bench; with REDIS_URL the processes hear each other at once, with DATABASE_URL (an empty
PostgreSQL database) it stands there. The typists are one process: give server and typists a core each.
"""

import argparse
import asyncio
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from content.together import wire
from tests.content.together.browsers import Browser
from tests.content.together.house import ROOT, LiveHouse

LETTERS = "患者入院后应当立即评估生命体征并记录"
NUMBERS = ("QY10231", "QY10874", "QY10112", "QY20045")  # the cast's editors
FOLDER = Path(os.environ.get("HZH_VAR", "var")).resolve() / "bench" / "editing"


class Typist(Browser):
    """Types, and measures when the updates of others arrive."""

    sent_at: dict[bytes, float] = {}
    delays: list[float] = []

    async def _hear(self, frame):
        if frame[:2] == b"\x00\x02" and (at := self.sent_at.get(frame[2:])):
            self.delays.append(time.perf_counter() - at)
        await super()._hear(frame)

    async def _send(self, frame):
        if frame[:2] == b"\x00\x02":
            self.sent_at[frame[2:]] = time.perf_counter()
        await super()._send(frame)

    async def work(self, keys, until, number):
        await asyncio.sleep(random.random() / keys)
        while time.monotonic() < until:
            began = time.monotonic()
            await self.type(random.choice(LETTERS))
            await self._send(wire.awareness([wire.entry(number, int(began * 1000), {"cursor": {"anchor": self.sent}})]))
            await asyncio.sleep(max(0.0, random.uniform(0.5, 1.5) / keys - (time.monotonic() - began)))


def furnished(webs):
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    environment = {"HZH_VAR": str(FOLDER)}
    ready = {**os.environ, **environment, "DJANGO_SETTINGS_MODULE": "config.settings"}
    for command in ("migrate", "createcachetable"):
        subprocess.run([sys.executable, "manage.py", command, "-v0"], cwd=ROOT, env=ready, check=True)
    return LiveHouse(FOLDER, environment, webs)


def cost_of(web):
    """Seconds of CPU, and resident MiB."""
    fields = Path(f"/proc/{web.process.pid}/stat").read_text().rpartition(")")[2].split()
    pages = int(Path(f"/proc/{web.process.pid}/statm").read_text().split()[1])
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), pages * 4096 / 2**20


async def measure(house, asked):
    body = "\n\n".join(f"第{n}段。" + "护理人员按照医嘱执行给药。" * 20 for n in range(20)) + "\n"
    house.do(f"furnish({body!r})")
    uids = house.do(f"uids = [new_page({body!r}, f'页{{n}}') for n in range({asked.rooms})]", "uids")
    sessions = [house.tell(f"sign_in({number!r})") for number in NUMBERS]
    house.start()
    rest = [cost_of(web)[1] for web in house.webs]
    rooms = []
    for uid in uids:
        key = house.tell(f"key_to({uid!r})")
        people = [
            Typist(house.webs[n % asked.webs].address, uid, key, sessions[n % len(sessions)])
            for n in range(asked.people)
        ]
        await people[0].open()
        rooms.append(people)
    alone = [cost_of(web)[1] for web in house.webs]
    for people in rooms:
        for each in people[1:]:
            await each.open()
    full = [cost_of(web)[1] for web in house.webs]
    print(f"at rest {rest} MiB, {asked.rooms} rooms of one {alone}, of {asked.people} {full}", flush=True)
    everybody = [each for people in rooms for each in people]
    Typist.delays.clear()
    before, began = [cost_of(web)[0] for web in house.webs], time.monotonic()
    until = began + asked.seconds
    await asyncio.gather(*(each.work(asked.keys, until, number + 1) for number, each in enumerate(everybody)))
    took = time.monotonic() - began
    cpu = [(cost_of(web)[0] - start) / took * 100 for web, start in zip(house.webs, before, strict=True)]
    size = [cost_of(web)[1] for web in house.webs]
    await asyncio.sleep(3)
    saved = sum(each.is_saved for each in everybody)
    one = sum(len({tuple(each.words) for each in people}) == 1 for people in rooms)
    keys = len(Typist.sent_at) / took
    tell(cpu, size, keys, saved, len(everybody), one, len(rooms))
    await asyncio.gather(*(each.close() for each in everybody))


def tell(cpu, size, keys, saved, people, one, rooms):
    delays = sorted(1000 * each for each in Typist.delays)
    at = [delays[int(len(delays) * part)] for part in (0.5, 0.95, 0.99)]
    print(f"keys/s {keys:.0f} · screens/s {len(delays)} in all · CPU {[f'{each:.0f} %' for each in cpu]} of a core")
    print(f"resident {[f'{each:.0f} MiB' for each in size]} · load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"key to screen p50 {at[0]:.0f} · p95 {at[1]:.0f} · p99 {at[2]:.0f} · mean {statistics.mean(delays):.0f} ms")
    print(f"told saved {saved} of {people} people · one text in {one} of {rooms} rooms", flush=True)


def main():
    asking = argparse.ArgumentParser()
    for name, usual in (("rooms", 50), ("people", 4), ("keys", 2), ("seconds", 30), ("webs", 1)):
        asking.add_argument(f"--{name}", type=float if name == "keys" else int, default=usual)
    house = furnished((asked := asking.parse_args()).webs)
    try:
        asyncio.run(measure(house, asked))
    finally:
        house.close()


if __name__ == "__main__":
    main()
