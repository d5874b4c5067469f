"""The files of a run, and the folders in which lies what was read in them."""

import hashlib
import json
import shutil
from pathlib import Path

from django.conf import settings

from content.transfer import archives, returning

SHEET = "page.json"


def home_of(uid) -> Path:
    """Everything that a run keeps on the disk."""
    return Path(settings.VAR) / "imports" / uid


class Source:
    """What was brought, opened."""

    def __init__(self, run):
        self.run = run
        self.all = archives.entries(Path(run.source), run.name)
        self.is_ours = returning.is_ours(self.all)
        found = returning.page_entries(self.all) if self.is_ours else self.all
        self.entries = {entry.path: entry for entry in found}

    def folder(self, item) -> Path:
        return home_of(self.run.uid) / str(item.pk)

    def fresh_folder(self, item) -> Path:
        """Without what an earlier try left there."""
        folder = self.folder(item)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def lying(self, item) -> Path:
        """The file on the disk; what came in an archive is unpacked beside what is read in it."""
        entry = self.entries[item.path]
        if entry.place is not None:
            return entry.place
        place = self.folder(item) / f"source{Path(item.path).suffix.lower()[:10]}"
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(entry.read())
        return place

    def keep(self, item, **sheet):
        """Write down what the file became."""
        folder = self.folder(item)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / SHEET).write_text(json.dumps(sheet, ensure_ascii=False), "utf-8")

    def kept(self, item) -> dict | None:
        place = self.folder(item) / SHEET
        return json.loads(place.read_text("utf-8")) if place.exists() else None

    def picture(self, item, path) -> Path | None:
        """A picture out of this very file, by the path that its text calls it."""
        name = path.removeprefix(f"{item.path}/")
        if name == path or "/" in name:
            return None
        place = self.folder(item) / name
        return place if place.is_file() else None


def digest_of(path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
