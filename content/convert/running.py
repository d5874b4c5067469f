"""Having a file converted by a confined process, and what to make of it however that ends."""

import json
from pathlib import Path

from content.convert.refusing import CODES, Refused
from files.confined.hosting import ENVIRONMENT, host

WALL_SECONDS = 90
ANSWERS, RESULT = "answers.json", "converted.json"


def run(path, kind, answers=None, *, folder: Path, each_second=lambda: None):
    """A content.convert.word.results.Converted; its pictures lie in the folder, by name. Raises Refused.

    `kind` is what content.convert.guard said; whatever is in the file, this ends within 90 s and 500 MB.
    """
    if answers:
        (folder / ANSWERS).write_text(json.dumps(answers), "utf-8")
    ending = host(
        "content.convert.child",
        *(kind, Path(path).resolve(), folder),
        wall=WALL_SECONDS,
        environment=ENVIRONMENT,
        each_second=each_second,
    )
    if ending.verdict == "done":
        from content.convert.word.results import Converted

        return Converted.from_json(json.loads((folder / RESULT).read_text("utf-8")))
    word, _blank, code = ending.verdict.partition(" ")
    if word == "refused" and code in CODES:
        raise Refused(code, ending.words)
    raise Refused("too_much" if ending.took_too_much else "broken", ending.words)
