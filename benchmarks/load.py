"""People at work on the real server: `python -m benchmarks load [minutes]`.

64 read with a second of thought between two pages, as many different people as there are; 4 write: they keep a draft
every second and save every tenth time. SQLite, config.server with its usual threads, everything on this machine.
"""

import asyncio
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter

from benchmarks import world
from benchmarks.visitor import cookie_of

PAGES, READERS, WRITERS, THOUGHT = 2_000, 64, 4, 1.0
SAVES_EVERY = 10
HABITS = ("read", "read", "read", "read", "read", "read", "again", "again", "home", "library")


def main(var, minutes):
    place = world.settle(var, PAGES)
    from content.models import ContentPage
    from org.choices import RoleKind
    from org.models import Role, User

    measured = ContentPage.objects.filter(title__startswith="测量页", live=True).order_by("pk")
    pages = list(measured.values_list("uid", flat=True))
    ward = [pk for pk in User.objects.values_list("pk", flat=True) if measured.visible_to(User(pk=pk)).exists()]
    with_second_step = Role.objects.filter(kind=RoleKind.ADMINISTRATOR).values("person")
    readers = list(User.objects.filter(pk__in=ward, is_active=True).exclude(pk__in=with_second_step))
    writer = User.objects.get(number="QY10231")
    cookies = [cookie_of(readers[number % len(readers)]) for number in range(READERS)]
    own = [cookie_of(writer) for _ in range(WRITERS)]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "config.server"], env={**os.environ, "HZH_VAR": str(place), "PORT": str(port)}
    )
    try:
        asyncio.run(_work(f"http://127.0.0.1:{port}", pages, cookies, own, minutes * 60, server.pid))
    finally:
        server.terminate()
        server.wait(20)


async def _work(address, pages, cookies, own, seconds, pid):
    import httpx

    took, wrong = {}, Counter()
    async with httpx.AsyncClient(base_url=address, timeout=30, limits=httpx.Limits(max_connections=200)) as client:
        await _until_up(client)
        begin, cpu = time.monotonic(), _cpu(pid)
        end = begin + seconds

        async def ask(name, method, path, expected, **more):
            start = time.perf_counter()
            try:
                answer = await client.request(method, path, **more)
            except httpx.HTTPError as error:
                wrong[type(error).__name__] += 1
                return None
            took.setdefault(name, []).append(time.perf_counter() - start)
            if answer.status_code not in expected:
                wrong[f"{name} {answer.status_code}"] += 1
            return answer

        async def read(cookie, number):
            chance, last, etag = random.Random(number), pages[number], ""
            await asyncio.sleep(chance.random() * THOUGHT)
            while time.monotonic() < end:
                headers = {"Cookie": cookie}
                match chance.choice(HABITS):
                    case "home":
                        await ask("工作台", "GET", "/", {200}, headers=headers)
                    case "library":
                        await ask("知识库", "GET", "/library/", {200}, headers=headers)
                    case "again" if etag:
                        await ask(
                            "再读同一页",
                            "GET",
                            f"/wiki/{last}/-",
                            {200, 304},
                            headers={**headers, "If-None-Match": etag},
                        )
                    case _:
                        last = chance.choice(pages)
                        answer = await ask("读一页", "GET", f"/wiki/{last}/-", {200}, headers=headers)
                        etag = answer.headers.get("ETag", "") if answer is not None else ""
                await asyncio.sleep(THOUGHT)

        async def write(cookie, number):
            headers, page, times = {"Cookie": cookie, "X-CSRFToken": "a" * 32}, pages[-1 - number], 0
            while time.monotonic() < end:
                times += 1
                text = {"title": f"测量页 写 {number}", "body": world.text(times), "page": page}
                if times % SAVES_EVERY:
                    await ask("存草稿", "POST", "/drafts/keep/", {200}, headers=headers, data=text)
                else:
                    await ask("保存", "POST", f"/wiki/{page}/edit/", {302}, headers=headers, data=text)
                await asyncio.sleep(THOUGHT)

        await asyncio.gather(*(read(*each) for each in zip(cookies, range(len(cookies)), strict=True)),
                             *(write(*each) for each in zip(own, range(len(own)), strict=True)))  # fmt: skip
        _tell(took, wrong, time.monotonic() - begin, _cpu(pid) - cpu)


async def _until_up(client):
    import httpx

    for _ in range(300):
        try:
            if (await client.get("/healthz")).status_code == 200:
                return
        except httpx.TransportError:
            await asyncio.sleep(0.2)
    sys.exit("服务没有起来。")


def _cpu(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _tell(took, wrong, seconds, cpu):
    everything = [each for times in took.values() for each in times]
    print(f"{seconds:.0f} 秒，{len(everything)} 次，每秒 {len(everything) / seconds:.0f} 次，错误 {dict(wrong) or 0}；")
    print(f"服务器每次 {cpu * 1_000 / len(everything):.1f} 毫秒 CPU；本机负载 {os.getloadavg()[0]:.1f}")
    print(f"{'毫秒':<24}{'次数':>8}{'p50':>8}{'p95':>8}{'p99':>8}{'最长':>8}")
    for name, times in [*took.items(), ("全部", everything)]:
        cut = statistics.quantiles(times, n=100) if len(times) > 1 else times * 99
        numbers = (cut[49], cut[94], cut[98], max(times))
        print(f"{name:<24}{len(times):>8}" + "".join(f"{each * 1_000:>8.0f}" for each in numbers))
