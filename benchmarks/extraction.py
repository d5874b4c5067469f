"""Reading text out of documents: characters a second, memory, share of the words found, rows kept.

    .venv/bin/python benchmarks/extraction.py [characters]

CPU time of the whole child process, start included; median of three. The PDF is printed by Chromium where there is one.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from demo import pdf  # noqa: E402

RUNS = 3
LINE, PAGE = 36, 40


def main(characters=400_000):
    random.seed(1)
    text = list(paragraphs(characters))
    print(f"{'':6}{'KB':>8}{'CPU s':>8}{'chars/s':>11}{'MB':>6}{'bigrams found':>15}")
    for extension, make in {"pdf": printed, "docx": word, "xlsx": sheets, "pptx": slides, "txt": plain}.items():
        content = make(text)
        runs = [read(content, extension) for _ in range(RUNS)]
        seconds = statistics.median(run[0] for run in runs)
        share = len(bigrams(text) & bigrams(runs[0][2])) / len(bigrams(text))
        count = sum(map(len, runs[0][2]))
        print(f"{extension:6}{len(content) // 1024:8}{seconds:8.2f}{count / seconds:11,.0f}{runs[0][1]:6}{share:15.3f}")


def paragraphs(characters):
    """Chinese by its characters: sentences of all lengths with commas, some words of letters and digits between."""
    common = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
    while characters > 0:
        words = "，".join("".join(random.choices(common, k=random.randint(4, 18))) for _ in range(random.randint(2, 8)))
        characters -= len(words) + 1
        yield f"{words}。"


def bigrams(parts):
    return {line[at : at + 2] for part in parts for line in part.split("\n") for at in range(len(line) - 1)}


def read(content, extension):
    """(CPU seconds, MB, texts)"""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        command = [sys.executable, "-c", MEASURED, sys.executable, extension]
        told = subprocess.run(command, stdin=file, capture_output=True, cwd=ROOT, check=True)
    *lines, (cost) = map(json.loads, told.stdout.splitlines())
    return cost["cpu"], cost["mb"], [line["part"][2] for line in lines if "part" in line]


MEASURED = """
import json, resource, subprocess, sys
subprocess.run([sys.argv[1], "-m", "files.readers.child", sys.argv[2]], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "mb": used.ru_maxrss // 1024}))
"""


def printed(text):
    """As a browser prints it: lines end within words, fonts are subsets."""
    chromium = "/usr/bin/chromium"
    if not os.path.exists(chromium):
        return drawn(text)
    with tempfile.TemporaryDirectory() as folder:
        page, made = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text("<meta charset=utf-8>" + "".join(f"<p>{paragraph}</p>" for paragraph in text))
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={made}", page.as_uri()]
        subprocess.run(command, capture_output=True, check=True)
        return made.read_bytes()


def drawn(text):
    lines = [part[at : at + LINE] for part in text for at in range(0, len(part), LINE)]
    return pdf.pages(*("\n".join(lines[at : at + PAGE]) for at in range(0, len(lines), PAGE)))


def word(text):
    from docx import Document

    document = Document()
    for number, paragraph in enumerate(text):
        document.add_paragraph(paragraph) if number % 20 else document.add_heading(paragraph, 2)
    return saved(document)


def sheets(text):
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for at in range(0, len(text), 2000):
        sheet = book.create_sheet()
        for number, paragraph in enumerate(text[at : at + 2000]):
            sheet.append([number, paragraph, 0.5, "核对"])
    return saved(book)


def slides(text):
    from pptx import Presentation

    show = Presentation()
    for at in range(0, len(text), 20):  # more than people put on one, since making slides takes long
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = text[at], "\n".join(text[at + 1 : at + 20])
    return saved(show)


def plain(text):
    return "\n".join(text).encode()


def saved(document):
    made = BytesIO()
    document.save(made)
    return made.getvalue()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
