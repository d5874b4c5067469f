"""The process in which strangers' files are opened: `python -m content.convert.child`. No Django, no connection.

Each line it is told ({"kind", "source", "folder"}) is done by a copy of this process, which gives up its rights, reads
the file and `answers.json` of the folder, and writes pictures and `converted.json` there. The last line of `said` is
"done", or "refused" and a code of content.convert.refusing. How the copy ended is answered as a number on a line.

This process itself opens no file of anybody's, so nothing of one file is there when the next is read.
"""

import gc
import importlib
import json
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path

from files.confined.confining import confine, die_with_parent

CPU_SECONDS = 60
MEMORY = 500 * 1024 * 1024  # bytes of address space
LARGEST = 128 * 1024 * 1024  # bytes of a file it writes
READERS = {"docx": "content.convert.word.convert", "xlsx": "content.convert.sheets.convert"}
# What they import when they need it.
BESIDES = {"docx": ("content.convert.word.nodes", "mammoth", "mammoth.docx.dingbats")}
ANSWERS, RESULT, SAID = "answers.json", "converted.json", "said"
MOST_FILES = 256


def main():
    if sys.platform == "linux":
        die_with_parent()
    for line in sys.stdin.buffer:
        job = json.loads(line)
        _make_ready(job["kind"])
        code = _in_a_copy(job["kind"], Path(job["source"]), Path(job["folder"]))
        os.write(1, b"%d\n" % code)


def _make_ready(kind):
    """Once for all copies. What cannot be imported fails in the copy, which says why."""
    with suppress(Exception):
        for module in (READERS[kind], *BESIDES.get(kind, ())):
            importlib.import_module(module)
    gc.freeze()


def _in_a_copy(kind, source, folder):
    copy = os.fork()
    if copy:
        return os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    code = 1
    try:
        _speak_into(folder / SAID)
        print(_convert(kind, source, folder), flush=True)
        code = 0
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _speak_into(path):
    """Without the pipes of the process it was."""
    nowhere = os.open(os.devnull, os.O_RDONLY)
    words = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for given, number in ((nowhere, 0), (words, 1), (words, 2)):
        os.dup2(given, number)
    os.closerange(3, MOST_FILES)


def _convert(kind, source, folder):
    reader = importlib.import_module(READERS[kind])
    from content.convert.word.package import Broken

    confine(cpu=CPU_SECONDS, memory=MEMORY, largest=LARGEST, writes_below=folder, reads=(source,))
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
