"""What an installation was prepared for, so that the next start prepares only what changed."""

import hashlib
import json
from pathlib import Path

from django.conf import settings

REQUIREMENTS = "requirements/base.txt"  # migrations and static files of what we depend on


class Prepared:
    """Remembers a mark for each step, in the installation's own folder."""

    def __init__(self):
        self.path = settings.VAR / "run" / "prepared.json"
        self.marks = json.loads(self.path.read_text()) if self.path.exists() else {}

    def mark_of(self, step):
        return self.marks.get(step)

    def forget(self):
        self.marks = {}

    def remember(self, step, mark):
        self.marks[step] = mark
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self.marks, ensure_ascii=False))


def of_contents(*patterns):
    """Changes with a byte: few small files."""
    return _digest((path.as_posix(), path.read_bytes()) for path in _files(REQUIREMENTS, *patterns))


def of_dates(*patterns):
    """Changes when a file is written: many or large ones."""
    return _digest((path.as_posix(), str(_date(path)).encode()) for path in _files(REQUIREMENTS, *patterns))


def _date(path):
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns


def _files(*patterns):
    return sorted(path for pattern in patterns for path in Path(settings.ROOT).glob(pattern) if path.is_file())


def _digest(pairs):
    digest = hashlib.sha256()
    for name, content in pairs:
        digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()
