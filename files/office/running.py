"""Having LibreOffice convert files, several with each start, and what to make of it however that ends."""

import shutil
import signal
import sys
import tempfile
from pathlib import Path

from files.confined.hosting import ENVIRONMENT, attend
from files.confined.office import UNCONFINED
from files.office import finding, profile
from files.office.errors import Failed
from files.office.looking import look

WALL_SECONDS = 90  # for a start, and more for each file
EACH_SECONDS = 6
AT_A_TIME = 20
START_AGAIN = 81
MODULE = "files.confined.office"
ENDED_BY_LIMITS = {-signal.SIGKILL, -signal.SIGXCPU, -signal.SIGXFSZ}


def many(sources, form, folder, *, each_second=lambda: None):
    """[(path, extension)] → what became of each: a path in the folder, or Failed."""
    program = finding.program()
    if program is None:
        return [Failed("missing") for _source in sources]
    folder, made = Path(folder).resolve(), {}
    for number, (path, _extension) in enumerate(sources):
        try:
            look(path)
        except Failed as failed:
            made[number] = failed
    waiting = [(number, *source) for number, source in enumerate(sources) if number not in made]
    while waiting:
        some, waiting = waiting[:AT_A_TIME], waiting[AT_A_TIME:]
        made |= _some(program, some, form, folder, each_second)
    return [made[number] for number in range(len(sources))]


def one(path, extension, form, folder, *, each_second=lambda: None) -> Path:
    [made] = many([(path, extension)], form, folder, each_second=each_second)
    if isinstance(made, Failed):
        raise made
    return made


def _some(program, some, form, folder, each_second):
    """One start. Where it ended badly, those it did not finish go again alone."""
    made, is_well, failed = _start(program, some, form, folder, each_second)
    if made and not is_well:
        made.popitem()[1].unlink()  # it may have been at work on that one
    if is_well or len(some) == 1:
        return {number: made.get(number, failed) for number, *_source in some}
    for each in some:
        if each[0] not in made:
            made |= _some(program, [each], form, folder, each_second)
    return made


def _start(program, some, form, folder, each_second):
    """({number: path}, whether it ended well, Failed for those it made nothing of)"""
    with tempfile.TemporaryDirectory(prefix="office-", dir=folder) as own:
        own = Path(own)
        for name in ("in", "out", "home"):
            (own / name).mkdir()
        profile.write(own / "home" / "profile", finding.build_of(program))
        names = [f"{number}.{extension}" for number, _path, extension in some]
        for name, (_number, path, _extension) in zip(names, some, strict=True):
            shutil.copyfile(path, own / "in" / name)
        seen = _attend([program, own, form, *names], WALL_SECONDS + EACH_SECONDS * len(some), each_second)
        made = {}
        for number, *_source in some:
            out = own / "out" / f"{number}.{form.partition(':')[0]}"
            if out.is_file() and not out.is_symlink() and out.stat().st_size:
                made[number] = out.replace(folder / f"{own.name}-{out.name}")
        return made, seen.code in (0, UNCONFINED) and not seen.stopped, _failed(seen)


def _attend(arguments, wall, each_second):
    command = [sys.executable, "-m", MODULE, *map(str, arguments)]
    for _attempt in range(2):
        seen = attend(command, wall=wall, environment={**ENVIRONMENT, "PATH": "/usr/bin:/bin"}, each_second=each_second)
        if seen.code != START_AGAIN:
            break
    return seen


def _failed(seen):
    words = f"{seen.code}: {seen.complaints}"
    if seen.code == UNCONFINED:
        return Failed("unconfined", words)
    too_much = seen.stopped or seen.code in ENDED_BY_LIMITS or "bad_alloc" in words
    return Failed("too_much" if too_much else "broken", words)
