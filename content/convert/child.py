"""The process that opens one file of a stranger: `python -m content.convert.child docx FILE FOLDER`.

It reads the file and `answers.json` of the folder, and writes pictures and `converted.json` there. Its last line is
"done", or "refused" and a code of content.convert.refusing. No Django, no connection.
"""

import importlib
import json
import sys
from pathlib import Path

from files.confined.confining import confine

CPU_SECONDS = 60
MEMORY = 500 * 1024 * 1024  # bytes of address space
LARGEST = 128 * 1024 * 1024  # bytes of a file it writes
READERS = {"docx": "content.convert.word.convert"}
ANSWERS, RESULT = "answers.json", "converted.json"


def main():
    kind, source, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    reader = importlib.import_module(READERS[kind])
    confine(cpu=CPU_SECONDS, memory=MEMORY, largest=LARGEST, writes_below=folder)
    print(_convert(reader, source, folder), flush=True)


def _convert(reader, source, folder):
    from content.convert.word.package import Broken

    answers = folder / ANSWERS
    said = json.loads(answers.read_text("utf-8")) if answers.exists() else None
    try:
        with source.open("rb") as file:
            made = reader.convert(file, said, keep=lambda name, content: (folder / name).write_bytes(content))
        (folder / RESULT).write_text(json.dumps(made.to_json(), ensure_ascii=False), "utf-8")
    except Broken as broken:
        print(broken.detail)
        return f"refused {broken.code}"
    except (MemoryError, RecursionError):
        return "refused too_much"
    return "done"


if __name__ == "__main__":
    main()
