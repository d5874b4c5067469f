"""A page as PDF and as Word: seconds from start to end of the process that draws it, and its peak of memory.

.venv/bin/python -m benchmarks.files.out [sheets]     26 A4 sheets with ten tables unless said otherwise
"""

import os
import random
import re
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5
SHEETS = 26
GOALS = {"docx": "", "pdf": "goal: 4 s and 300 MB for 26 sheets"}
COMMON = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]


def main(sheets=SHEETS):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.utils.safestring import mark_safe

    from content.convert.out import running
    from content.convert.out.sheet import lay_out
    from content.text import render

    random.seed(1)
    made = render(body(sheets))
    text = mark_safe(re.sub(r'<i data-icon="[^"]*"></i>', "", made.html))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(facts(made.toc), text, folder)
        for form, goal in GOALS.items():
            seconds, worked = [], _work()
            for _ in range(RUNS):
                began = time.monotonic()
                drawn = running.draw(form, folder)
                seconds.append(time.monotonic() - began)
            work = (_work() - worked) / RUNS
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024  # of all so far: the small one first
            count = f"{pages(drawn)} sheets, " if form == "pdf" else ""
            took = f"{statistics.median(seconds):.2f} s ({min(seconds):.2f}–{max(seconds):.2f}), CPU {work:.2f} s"
            size = drawn.stat().st_size // 1024
            print(f"{form:5} {count}{len(made.text):,} characters: {took}, {peak} MB, {size} KB   {goal}")


def _work():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def body(sheets):
    """Chapters and articles of invented words, a table of ten rows for every two and a half sheets."""
    parts, tables = [], 0
    for chapter in range(1, max(2, round(sheets * 0.6))):
        parts.append(f"## 第{chapter}章　{words(6)}")
        for article in range(6):
            parts.append(f"第{chapter * 6 + article}条　{sentence()}{sentence()}{sentence()}[^{chapter}-{article}]")
            parts.append(f"[^{chapter}-{article}]: {words(12)}。" if article == 0 else f"（{article}）{sentence()}")
        if chapter * 10 // max(1, round(sheets * 0.6)) > tables:
            tables += 1
            rows = "\n".join(f"| {words(6)} | {sentence()} | {random.random():.2f} |" for _ in range(12))
            parts.append(f"| 项目 | 要求 | 值 |\n|---|---|--:|\n{rows}")
    return "\n\n".join(parts)


def words(count):
    return "".join(random.choices(COMMON, k=count))


def sentence():
    return "，".join(words(random.randint(4, 18)) for _ in range(random.randint(2, 6))) + "。"


def facts(toc):
    return {
        "title": "一项二十六页的制度",
        "kind": "制度",
        "number": "HX-BM-01",
        "version": "第 3 版",
        "stamp": "controlled",
        "stamp_words": "受控",
        "facts": [("文件编号", "HX-BM-01"), ("维护人", "周雅宁")],
        "contents": [(level - 1, anchor, words) for level, anchor, words in toc],
        "provenance": ["周雅宁（QY10231）于 2026-03-18 08:00 从宏智汇导出", "打印件仅供参考，以系统中的现行版本为准"],
        "pictures": {},
        "site": "http://127.0.0.1:8000/",
    }


def pages(path):
    import pypdfium2

    return len(pypdfium2.PdfDocument(path))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
