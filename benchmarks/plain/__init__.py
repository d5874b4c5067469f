"""Our reading beside plain Wagtail's: `python -m benchmarks plain [pages]`.

A Wagtail project as the tutorial makes it, with a page and a template of the same size, for somebody signed in. Both
in one run, turn about, each in a process of its own, through Django's WSGI handler with all their middleware.
"""

import json
import os
import subprocess
import sys

ROUNDS = 3


def main(var, pages):
    found = {"plain": [], "ours": []}
    for _ in range(ROUNDS):
        for name, told in found.items():
            command = [sys.executable, "-m", f"benchmarks.plain.{name}", str(var), str(pages)]
            told.append(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))
    print(f"{pages} 页，毫秒 CPU：最小、中位；本机负载 {os.getloadavg()[0]:.1f}")
    for name, told in found.items():
        least, middle = min(each["least"] for each in told), sorted(each["middle"] for each in told)[ROUNDS // 2]
        print(f"{name:<8}{least:8.2f}{middle:8.2f}   {told[0]['kilobytes']} KB，{told[0]['queries']} 次查询")
    share = min(each["least"] for each in found["ours"]) / min(each["least"] for each in found["plain"])
    print(f"我们的一页是普通 Wagtail 的 1/{1 / share:.1f}")


def tell(ask, addresses):
    """Measure one side and say it as JSON."""
    import itertools

    from django.db import connection

    from benchmarks import timing

    some = itertools.cycle(addresses)
    status, _, body = ask(next(some))
    assert status.startswith("200"), status
    connection.force_debug_cursor = True
    connection.queries_log.clear()
    ask(next(some))
    queries, connection.force_debug_cursor = len(connection.queries_log), False
    least, middle = timing.cpu(lambda: ask(next(some)), times=100)
    print(json.dumps({"least": least, "middle": middle, "kilobytes": len(body) // 1024, "queries": queries}))
