"""Tracked changes are accepted: what was inserted stays, what was deleted goes, what was moved stands where it went.

ECMA-376 Part 1, 17.13.5.
"""

from collections import defaultdict

from content.convert.word.names import PPR, RPR, TBL, TC, TR, P, name_of, w
from content.convert.word.trees import (
    deleted_text_of,
    drop_paragraph,
    is_empty,
    paragraph_of,
    remove,
    unwrap,
)

_GONE = {w("del"): "deleted", w("moveFrom"): "moved"}
_KEPT = (w("ins"), w("moveTo"))
_EARLIER = tuple(
    w(name)
    for name in (
        *("pPrChange", "rPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange"),
        *("sectPrChange", "numberingChange", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart"),
        *("moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart"),
        *("customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "cellIns"),
    )
)


def accept(story, report):
    """From here on the tree says what the text is, not what it was."""
    for earlier in list(story.iter(*_EARLIER)):
        remove(earlier)
    _rows_and_cells(story, report)
    marks = _words(story, report)
    for paragraph in reversed(marks):  # each one's words move once, however many join
        _without_mark(paragraph)


def _rows_and_cells(story, report):
    """17.13.5.12 deleted rows, 17.13.5.1 deleted cells, 17.13.5.3 merged cells."""
    for mark in list(story.iter(*_GONE, *_KEPT, w("cellDel"), w("cellMerge"))):
        parent = mark.getparent()
        if parent is None or name_of(parent) not in ("trPr", "tcPr"):
            continue
        if mark.tag == w("cellMerge"):
            _merge(mark)
        elif mark.tag in _GONE or mark.tag == w("cellDel"):
            _drop(next(parent.iterancestors(TR if name_of(parent) == "trPr" else TC), None), mark, report)
        else:
            remove(mark)


def _drop(part, mark, report):
    """A row or a cell; what is left without rows or cells goes as well."""
    table = None if part is None else next(part.iterancestors(TBL), None)
    if table is None:
        return
    if text := deleted_text_of(part):
        report.lose(_GONE.get(mark.tag, "deleted"), table, text)
    row = part.getparent()
    remove(part)
    if row is not None and row.tag == TR and row.find(TC) is None:
        remove(row)
    if next(table.iter(TR), None) is None:
        remove(table)


def _merge(mark):
    """The cell as it is now: `cont` goes on with the one above."""
    state = mark.get(w("vMerge"))
    properties = mark.getparent()
    remove(mark)
    if state and properties.find(w("vMerge")) is None:
        made = properties.makeelement(w("vMerge"), {w("val"): "continue" if state == "cont" else "restart"})
        properties.append(made)


def _words(story, report):
    """17.13.5.14 deleted and 17.13.5.22 moved runs. Answers the paragraphs whose mark went."""
    marks, gone = [], defaultdict(list)
    for change in list(story.iter(*_GONE, *_KEPT)):
        parent = change.getparent()
        if parent is None:
            continue
        if parent.tag == RPR:
            _mark(change, marks)
        elif change.tag in _KEPT:
            unwrap(change)
        else:
            gone[paragraph_of(change), change.tag].append(deleted_text_of(change))
            remove(change)
    for (paragraph, tag), texts in gone.items():
        if text := "".join(texts):
            report.lose(_GONE[tag], paragraph, text)
    return marks


def _mark(change, marks):
    properties = change.getparent().getparent()
    if change.tag in _GONE and properties is not None and properties.tag == PPR:
        marks.append(properties.getparent())
    remove(change)


def _without_mark(paragraph):
    """17.13.5.15: what is left of it joins the next paragraph and takes that one's properties."""
    if is_empty(paragraph):
        drop_paragraph(paragraph)
        return
    following = paragraph.getnext()
    if following is None or following.tag != P:
        return
    place = 1 if following.find(PPR) is not None else 0
    following[place:place] = [one for one in paragraph if one.tag != PPR]
    remove(paragraph)
