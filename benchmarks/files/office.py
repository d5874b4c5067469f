"""What LibreOffice takes for each kind of file: seconds from asking to the result, its peak of memory.

.venv/bin/python -m benchmarks.files.office
"""

import os
import resource
import statistics
import tempfile
import time
from pathlib import Path

RUNS = 3
TOGETHER = 20
SLIDES, ROWS = 30, 2_000


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from files import office
    from tests.content.convert.corpus.images import emf
    from tests.files.office import papers

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = [f"第{number}条　{'急救药品应当每日清点，' * 12}" for number in range(1, 27 * 11)]
        given = {
            "drawing.emf": emf(),
            "short.docx": papers.docx("第一条　急救药品应当每日清点。"),
            "26 pages.docx": papers.docx(*lines),
            f"{ROWS} rows.xlsx": papers.xlsx(*([number, "急救药品", number * 1.5] for number in range(ROWS))),
            f"{SLIDES} slides.pptx": papers.pptx(*(f"第 {number} 张" for number in range(SLIDES))),
        }
        paths = {}
        for name, content in given.items():
            paths[name] = folder / name
            paths[name].write_bytes(content)
        print("to PDF")
        for name, path in list(paths.items())[1:]:
            made = _measure(name, lambda path=path: office.to_pdf(path, folder))
            print(f"{'':18}{_pages(made)} pages")
        print("to docx")
        old = {}
        for name in ("short.docx", "26 pages.docx"):
            [old[name]] = office.many([(paths[name], "docx")], "doc:MS Word 97", folder)
            _measure(name.replace("docx", "doc"), lambda name=name: office.to_docx(old[name], "doc", folder))
        together = [(old["short.docx"], "doc")] * TOGETHER
        _measure(f"{TOGETHER} short ones", lambda: office.many_to_docx(together, folder))
        print("to PNG")
        _measure("one drawing", lambda: office.picture_to_png(paths["drawing.emf"], folder))
        drawings = [paths["drawing.emf"]] * TOGETHER
        _measure(f"{TOGETHER} drawings", lambda: office.pictures_to_png(drawings, folder))


def _measure(name, work):
    seconds, before = [], _work()
    for _ in range(RUNS):
        began = time.monotonic()
        made = work()
        seconds.append(time.monotonic() - began)
    used = (_work() - before) / RUNS
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024  # of all so far
    took = f"{statistics.median(seconds):.2f} s ({min(seconds):.2f}–{max(seconds):.2f}), CPU {used:.2f} s"
    print(f"  {name:16}{took}, at most {peak} MB so far")
    return made


def _work():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _pages(path):
    import pypdfium2

    return len(pypdfium2.PdfDocument(path))


if __name__ == "__main__":
    main()
