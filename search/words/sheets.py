"""Words as tables: taken away whole, brought back with every fault named by its row."""

import csv
import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from files.tables.errors import Unreadable
from files.tables.sheets import read
from files.tables.writing import Book
from search.words.forms import others_of, word_of
from ui.days import today

MOST_ROWS = 5_000
MOST_FAULTS = 100  # told at once
TWO_WAY, ONE_WAY = ("双向", "⇄", "=", "two-way"), ("单向", "→", ">", "one-way", "")


@dataclass(frozen=True)
class Fault:
    row: int
    words: str


@dataclass(frozen=True)
class Brought:
    """What a table says: the pairs it holds, and what is wrong with the others."""

    entries: list
    faults: list


def bring(content) -> Brought:
    """Columns by their headings: 词, 方向, 也找这些; without headings in this order."""
    lines = read(content).lines
    if len(lines) > MOST_ROWS:
        raise Unreadable(_("超过 %(rows)d 行，请分几次导入。") % {"rows": MOST_ROWS})
    places, lines = _columns(lines)
    entries, faults = [], []
    for number, cells in lines:
        try:
            entries.append(_entry(*(_cell(cells, place) for place in places)))
        except ValidationError as error:
            faults.append(Fault(number, "；".join(error.messages)))
    return Brought(entries, faults[:MOST_FAULTS])


def _columns(lines):
    names = [str(cell or "").strip() for cell in lines[0][1]] if lines else []
    if "词" in names and "也找这些" in names:
        return [names.index("词"), names.index("方向") if "方向" in names else None, names.index("也找这些")], lines[1:]
    return [0, 1, 2], lines


def _cell(cells, place):
    value = cells[place] if place is not None and place < len(cells) else None
    return "" if value is None else str(value).strip()


def _entry(word, direction, others):
    word = word_of(word, _("词"))
    if direction.lower() not in (*TWO_WAY, *ONE_WAY):
        raise ValidationError(_("方向请写“单向”或“双向”"))
    return word, others_of(others, word), direction.lower() in TWO_WAY


def workbook(synonyms, pins, exclusions) -> bytes:
    """A sheet each; pins and exclusions come with their `hit`."""
    book = Book()
    book.add(_("同义词"), [_heading(), *map(_synonym, synonyms)], widths=[20, 8, 40, 16, 12, 14])
    phrases = [_("搜这个词"), _("哪一页"), _("到哪天"), _("用在哪里"), _("谁加的"), _("什么时候")]
    book.add(_("置顶"), [phrases, *map(_phrase, pins)], widths=[20, 40, 12, 16, 12, 14])
    book.add(_("排除"), [phrases, *map(_phrase, exclusions)], widths=[20, 40, 12, 16, 12, 14])
    return book.packed()


def comma_separated(synonyms) -> bytes:
    """The synonyms alone, for whoever has no Excel; the mark in front tells Excel that it is UTF-8."""
    file = io.StringIO()
    writer = csv.writer(file)
    for row in [_heading(), *map(_synonym, synonyms)]:
        writer.writerow([_harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def _heading():
    # Not translated: these are read again when the table comes back.
    return ["词", "方向", "也找这些", _("用在哪里"), _("谁加的"), _("什么时候")]


def _synonym(row):
    direction = TWO_WAY[0] if row.is_two_way else ONE_WAY[0]
    return [row.word, direction, "、".join(row.others), *_said(row)]


def _phrase(row):
    return [row.phrase, row.hit.title if row.hit else "", str(getattr(row, "until", None) or ""), *_said(row)]


def _said(row):
    return [str(row.where), row.by.name if row.by else _("随产品"), str(timezone.localdate(row.at))]


def _harmless(cell):
    """Excel takes what begins so in a CSV for a formula."""
    return f"'{cell}" if str(cell)[:1] in ("=", "+", "-", "@") else cell


def name(extension):
    return _("检索词") + f"-{today():%Y%m%d}.{extension}"
