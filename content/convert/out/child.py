"""The process that draws one copy and is trusted with nothing else: `python -m content.convert.out.child pdf FOLDER`.

It reads the folder it is named and fonts, writes one file there, and opens no connection. How it ended is its last
line: one word the parent understands.
"""

import importlib
import json
import sys
from pathlib import Path

from files.confined.confining import confine

CPU_SECONDS = 150  # a law of 110,000 characters takes 25
MEMORY = 1536 * 1024 * 1024  # bytes of address space; fonts are mapped, not read: a fifth of it is used
LARGEST = 256 * 1024 * 1024  # bytes of a file it writes
WRITERS = {"pdf": "content.convert.out.pdf", "docx": "content.convert.out.word.document"}


def main():
    form, folder = sys.argv[1], Path(sys.argv[2])
    confine(cpu=CPU_SECONDS, memory=MEMORY, largest=LARGEST)
    print(_draw(form, folder), flush=True)


def _draw(form, folder):
    sheet = json.loads((folder / "sheet.json").read_text("utf-8"))
    try:
        writer = importlib.import_module(WRITERS[form])
        writer.write(sheet, folder, folder / f"out.{form}")
    except MemoryError:
        return "too_large"
    except OSError as error:
        if "cannot load library" in str(error):  # cffi's words for a missing Pango
            return "missing"
        raise
    return "done"


if __name__ == "__main__":
    main()
