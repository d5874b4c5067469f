"""What a folder becomes: files and folders as pages to be, each below its folder's page."""

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.utils.translation import gettext

from content.text import Unrenderable
from content.text.incoming import from_html
from content.transfer import frontmatter
from content.transfer.archives import MOST_TEXT, Entry
from content.transfer.decoding import decode
from content.transfer.errors import Refused

TEXTS = (".md", ".markdown", ".html", ".htm", ".txt")
INDEXES = ("index", "readme", "_index")


@dataclass
class Sheet:
    """One page to be: where it came from, what it says, and what was lost on the way."""

    path: str
    parent: str
    title: str = ""
    body: str = ""
    facts: dict = field(default_factory=dict)
    digest: str = ""
    notes: list[str] = field(default_factory=list)
    refused: str = ""

    @property
    def level(self):
        return 0 if not self.path else self.path.count("/")


def is_text(path):
    return PurePosixPath(path).suffix.lower() in TEXTS


def plan(entries: list[Entry]) -> list[Sheet]:
    """The sheets of these entries without their texts, parents first. A folder without an index gets a bare one."""
    texts = [entry.path for entry in entries if is_text(entry.path)]
    indexes = {_folder(path): path for path in texts if PurePosixPath(path).stem.lower() in INDEXES and _folder(path)}
    beside = {str(PurePosixPath(path).with_suffix("")): path for path in texts}
    folders = sorted({str(above) for path in texts for above in PurePosixPath(path).parents if str(above) != "."})
    page_of = {folder: indexes.get(folder) or beside.get(folder) or folder for folder in folders}
    sheets = {}
    for folder in folders:
        sheets[page_of[folder]] = Sheet(page_of[folder], _above(folder, page_of), PurePosixPath(folder).name)
    for path in texts:
        if path not in sheets:
            sheets[path] = Sheet(path, page_of.get(_folder(path), ""), PurePosixPath(path).stem)
    return sorted(sheets.values(), key=lambda sheet: (sheet.path.count("/"), sheet.path))


def fill(sheet: Sheet, content: bytes) -> Sheet:
    """Read the text of a sheet. What cannot be read is refused on the sheet, not raised."""
    sheet.digest = hashlib.sha256(content).hexdigest()
    try:
        if len(content) > MOST_TEXT:
            raise Refused(gettext("“%(name)s”超过 8 MB。") % {"name": sheet.path})
        text, encoding = decode(content, sheet.path)
    except Refused as reason:
        sheet.refused = str(reason)
        return sheet
    if encoding not in ("utf-8", "utf-8-sig"):
        sheet.notes.append(gettext("按 %(encoding)s 读取") % {"encoding": encoding})
    if PurePosixPath(sheet.path).suffix.lower() in (".html", ".htm"):
        try:
            taken = from_html(text)
        except Unrenderable as reason:
            sheet.refused = str(reason)
            return sheet
        sheet.notes += [f"{loss.what}{f'（{loss.where}）' if loss.where else ''}" for loss in taken.losses]
        sheet.facts, text = ({"title": taken.title} if taken.title else {}), taken.markdown
    else:
        sheet.facts, text = frontmatter.split(text)
    if "uid" in sheet.facts and "title" in sheet.facts:  # one of ours: to the letter
        sheet.title, sheet.body = str(sheet.facts["title"]), text
        return sheet
    heading, text = _heading(text)
    sheet.title = str(sheet.facts.get("title") or heading or sheet.title)[:255]
    sheet.body = text.strip() + "\n" if text.strip() else ""
    return sheet


def _heading(text):
    """The first line where it is a heading of the first level: it is the title and not said twice."""
    stripped = text.lstrip("\n")
    if not stripped.startswith("# "):
        return "", text
    line, _, rest = stripped.partition("\n")
    return line[2:].strip(), rest


def _folder(path):
    above = str(PurePosixPath(path).parent)
    return "" if above == "." else above


def _above(folder, page_of):
    return page_of.get(_folder(folder), "")
