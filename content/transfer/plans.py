"""What a folder becomes: files and folders as pages to be, each below its folder's page."""

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.utils.translation import gettext

from content.models import ImportItem
from content.text import Unrenderable
from content.text.incoming import from_html
from content.transfer import frontmatter
from content.transfer.archives import MOST_TEXT, Entry
from content.transfer.decoding import decode
from content.transfer.errors import Refused

Was = ImportItem.Was
MARKDOWN, HTML = (".md", ".markdown"), (".html", ".htm")
TEXTS = (*MARKDOWN, *HTML, ".txt")
WORD = (".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf")
DOCUMENTS = (".pdf", ".xlsx", ".xls", ".pptx", ".ppt", ".et", ".dps", ".ofd")  # kept as they are, unless one reads them
INDEXES = ("index", "readme", "_index")
_WAS = {
    **dict.fromkeys(MARKDOWN, Was.MARKDOWN),
    **dict.fromkeys(HTML, Was.HTML),
    **dict.fromkeys((".docx", ".docm", ".dotx"), Was.DOCX),
    ".txt": Was.TEXT,
    ".doc": Was.DOC,
    ".wps": Was.WPS,
    ".rtf": Was.RTF,
    ".xlsx": Was.XLSX,
    ".pdf": Was.PDF,
}


@dataclass
class Sheet:
    """One page to be: where it came from, what it says, and what was lost on the way."""

    path: str
    parent: str
    title: str = ""
    was: str = Was.FOLDER
    body: str = ""
    facts: dict = field(default_factory=dict)
    digest: str = ""
    notes: list[str] = field(default_factory=list)
    refused: str = ""
    is_converted: bool = False  # made of a file that stays beside its page


def suffix_of(path):
    return PurePosixPath(path).suffix.lower()


def is_text(path):
    """Whether its words become a page, and not the file itself."""
    return suffix_of(path) in (*TEXTS, *WORD)


def plan(entries: list[Entry]) -> list[Sheet]:
    """The sheets of these entries without their texts, parents first. A folder without an index gets a bare one.

    Whatever is no text gets a sheet, too: what no text names may be kept as it is.
    """
    paths = [entry.path for entry in entries]
    texts = [path for path in paths if is_text(path)]
    papers = [path for path in paths if is_text(path) or suffix_of(path) in DOCUMENTS]
    indexes = {_folder(path): path for path in texts if PurePosixPath(path).stem.lower() in INDEXES and _folder(path)}
    beside = {str(PurePosixPath(path).with_suffix("")): path for path in texts}
    folders = sorted({str(above) for path in papers for above in PurePosixPath(path).parents if str(above) != "."})
    page_of = {folder: indexes.get(folder) or beside.get(folder) or folder for folder in folders}
    sheets = {}
    for folder in folders:
        path = page_of[folder]
        sheets[path] = Sheet(path, _above(folder, page_of), PurePosixPath(folder).name, was_of(path, folder))
    for path in paths:
        if path not in sheets:
            sheets[path] = Sheet(path, _nearest(path, page_of), PurePosixPath(path).stem, was_of(path))
    return sorted(sheets.values(), key=lambda sheet: (sheet.path.count("/"), sheet.path))


def was_of(path, folder=None) -> str:
    """What it is by its name; reading it says what it really is."""
    return Was.FOLDER if path == folder else _WAS.get(suffix_of(path), Was.OTHER)


def fill(sheet: Sheet, content: bytes, *, as_html=None, picture=None, link=None) -> Sheet:
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
    if suffix_of(sheet.path) in HTML if as_html is None else as_html:
        try:
            taken = from_html(text, picture=picture, link=link)
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


def _nearest(path, page_of):
    """The page of its folder, or of the next one above that has one."""
    return next((page_of[str(above)] for above in PurePosixPath(path).parents if str(above) in page_of), "")
