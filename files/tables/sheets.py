"""Open what people call a table: an Excel workbook or CSV in the encodings of Chinese offices. Trusts nothing in it."""

import csv
import io
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from files.tables.errors import Unreadable
from files.tables.workbooks import read_workbook

MAX_BYTES = 20 * 1024 * 1024
MAX_LINES = 20_000
MAX_COLUMNS = 60
MAX_CELL = 500  # characters; the longest name of a unit has eighty
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
ENCODINGS = ("utf-8", "gb18030")


@dataclass
class Sheet:
    """A table as it stands: its lines with their numbers, blank ones left out."""

    title: str = ""
    lines: list[tuple[int, list]] = field(default_factory=list)


def read(content: bytes) -> Sheet:
    """The first sheet of a workbook, or the lines of a CSV, told apart by their first bytes."""
    if not content.strip():
        raise Unreadable(_("文件是空的。"))
    if len(content) > MAX_BYTES:
        raise Unreadable(_("文件大于 %(size)d MB。请只留下要导入的那一张表。") % {"size": MAX_BYTES // 1024 // 1024})
    if content.startswith(OLD_OFFICE):
        raise Unreadable(_old_office(content))
    if content.startswith(b"PK"):
        title, lines = read_workbook(content)
    else:
        title, lines = "", _read_csv(_decoded(content))
    return Sheet(title, list(_kept(lines)))


def _old_office(content):
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _("文件设了打开密码。请去掉密码另存一份再上传。")
    return _("这是旧的 .xls 格式。请在 Excel 或 WPS 里另存为 .xlsx 再上传。")


def _decoded(content):
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    else:
        content = content.removeprefix(b"\xef\xbb\xbf")
        encodings = ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise Unreadable(_("认不出文件的编码。请另存为 .xlsx，或 UTF-8、GB18030 的 CSV。"))


def _read_csv(text):
    first = text.lstrip().partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise Unreadable(
            _("第 %(line)d 行读不出来。请检查引号是否成对，或另存为 .xlsx。") % {"line": reader.line_num}
        ) from error


def _kept(lines):
    """Lines that say something, within the limits."""
    count = 0
    for number, cells in lines:
        cells = [_trimmed(cell) for cell in cells]
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            continue
        count += 1
        if count > MAX_LINES + 20:  # a title and some notes may stand above the names
            raise Unreadable(_("超过 %(lines)d 行。请按医院分成几份。") % {"lines": MAX_LINES})
        if len(cells) > MAX_COLUMNS:
            raise Unreadable(
                _("第 %(line)d 行超过 %(columns)d 列。请只留下需要的列。") % {"line": number, "columns": MAX_COLUMNS}
            )
        yield number, cells


def _trimmed(cell):
    if not isinstance(cell, str):
        return cell
    cell = cell.replace("\u3000", " ").strip()
    return cell[: MAX_CELL + 1] or None
