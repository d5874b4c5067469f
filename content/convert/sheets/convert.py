"""A workbook as one page: a heading and tables for each sheet that is shown, what is not shown told. No Django.

made = convert(open("速查.xlsx", "rb"))
"""

import posixpath
import re

from content.convert.sheets import grid
from content.convert.sheets.book import Book
from content.convert.sheets.writing import html_of
from content.convert.word.album import Album
from content.convert.word.report import Report
from content.convert.word.results import Converted, Found

MOST_SHEETS = 50
MOST_CELLS = 30_000  # of all sheets that are shown
_UNNAMED = re.compile(r"(?:Sheet|工作表|Chart)\s*\d*", re.IGNORECASE)
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_LONGEST_TITLE = 60  # characters


def convert(file, answers=None, keep=lambda _name, _content: None) -> Converted:
    """Nothing is asked about a workbook. Raises Broken, MemoryError."""
    book, report = Book(file), Report()
    album = Album(book, report, keep)
    shown = [one for one in book.sheets if not one.is_hidden]
    for one in book.sheets:
        if one.is_hidden:
            report.lose("hidden_sheet", None, one.name, where=one.name)
    for one in shown[MOST_SHEETS:]:
        report.lose("more_sheets", None, one.name, where=one.name)
    made, parts, left = Converted(was="xlsx"), [], MOST_CELLS
    has_names = len(shown) > 1 or not all(_UNNAMED.fullmatch(one.name) for one in shown)
    for sheet in shown[:MOST_SHEETS]:
        read = grid.read(book, sheet.part, left)
        left = max(0, left - sum(len(row) for block in read.blocks for row in block))
        html, lines = html_of(read.blocks)
        pictures = _pictures(book, sheet, read, album, report)
        if has_names and (html or pictures):
            made.headings.append(Found(2, sheet.name, True, "sheet"))
            parts.append(html_of([], heading=sheet.name)[0])
        parts += [html, pictures]
        made.title = made.title or (lines[0] if lines and len(shown) == 1 and len(lines[0]) <= _LONGEST_TITLE else "")
        made.tables += html.count("<table>")
        made.paragraphs += sum(len(block) for block in read.blocks)
        _tell(book, sheet, read, report)
    made.html, made.pictures = "".join(parts), album.pictures
    made.losses, made.counts = report.losses, dict(report.counts)
    return made


def _tell(book, sheet, read, report):
    told = {
        "hidden_rows": read.hidden_rows,
        "hidden_columns": read.hidden_columns,
        "more_rows": read.more_rows,
        "more_columns": read.more_columns,
    }
    for what, count in told.items():
        if count:
            report.lose(what, None, str(count), where=sheet.name)
    if read.not_reckoned:
        report.lose("not_reckoned", None, "、".join(read.not_reckoned[:20]), where=sheet.name)
    for relation in book.relations(sheet.part).values():
        if relation.kind == "comments" and book.has(relation.target):
            for one in book.part(relation.target).iter("{*}comment"):
                report.lose("comment", None, "".join(one.itertext()), where=f"{sheet.name} {one.get('ref') or ''}")


def _pictures(book, sheet, read, album, report) -> str:
    """Below the tables: a sheet has them anywhere. Charts are drawn by who shows them."""
    relations, found = book.relations(sheet.part), []
    for number in read.parts:
        drawing = relations.get(number)
        if drawing is None or drawing.is_external or not book.has(drawing.target):
            continue
        tree, own = book.part(drawing.target), book.relations(posixpath.normpath(drawing.target))
        for blip in tree.iter(_PICTURE):
            target = own.get(blip.get(_EMBED))
            name = "" if target is None or target.is_external else album.take(target.target, sheet.name)
            found += [name] if name else []
        for _one in [one for one in own.values() if one.kind in ("chart", "chartEx")]:
            report.lose("chart", None, "", where=sheet.name)
    return "".join(f'<p><img src="{name}" alt=""></p>' for name in found)
