"""Writes headings as mammoth reads them: styles Heading1 to Heading6, which nothing else has afterwards."""

import re

from lxml import etree

from content.convert.word.looks import Styles
from content.convert.word.names import PPR, RPR, RUN, VAL, XML_SPACE, P, T, w
from content.convert.word.trees import drop_paragraph, remove, text_of

_STYLE, _LEVEL = w("pStyle"), w("outlineLvl")
_IDS = re.compile(r"Heading[1-6]|Heading")
_NAMES = re.compile(r"(?:heading|标题) ?[1-9]?|title|标题|subtitle|副标题")
_WORDS = frozenset((RPR, T, w("tab"), w("br"), w("noBreakHyphen"), w("softHyphen"), w("lastRenderedPageBreak")))
_MARKS = frozenset(map(w, ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd")))


def is_heading(paragraph) -> bool:
    style = paragraph.find(f"{PPR}/{_STYLE}")
    return style is not None and re.fullmatch("Heading[1-6]", style.get(VAL) or "") is not None


def forget(box):
    """No paragraph has a heading's style, by its name or what it is based on; in tables such words become bold."""
    styles = Styles(box.styles)
    for story in (box.main, box.footnotes, box.endnotes):
        for paragraph in () if story is None else story.iter(P):
            named = paragraph.find(f"{PPR}/{_STYLE}")
            if named is None or not _means_heading(named.get(VAL), styles):
                continue
            remove(named)
            if paragraph.getparent() is not box.body:
                for run in paragraph.iter(RUN):
                    _set(run, "b")


def _means_heading(its_id, styles):
    if _IDS.fullmatch(its_id or ""):
        return True
    return any(_NAMES.fullmatch(styles.name(one)) for one, _style in styles.chain(its_id))


def set_heading(box, paragraph, level, absorbed, text):
    """One line of plain words: no bold, no blanks that only move it, what it absorbs behind it."""
    for line in absorbed:
        for one in list(line.paragraph):
            if one.tag != PPR:
                paragraph.append(one)
        drop_paragraph(line.paragraph)
    properties = paragraph.find(PPR)
    if properties is None:
        properties = etree.Element(PPR)
        paragraph.insert(0, properties)
    for old in (*properties.findall(_STYLE), *properties.findall(_LEVEL)):
        properties.remove(old)
    style = etree.Element(_STYLE)
    style.set(VAL, f"Heading{level}")
    properties.insert(0, style)
    _define(box, level)
    if _is_plain(paragraph):
        _write(paragraph, text)
    else:
        for run in paragraph.iter(RUN):
            _unset(run, "b")


def _is_plain(paragraph):
    """Only words: no picture, note, link or raised sign would be lost if they were written anew."""
    for one in paragraph:
        if one.tag in _MARKS:
            continue
        if one.tag != RUN or any(part.tag not in _WORDS for part in one):
            return False
        if one.find(f"{RPR}/{w('vertAlign')}") is not None:
            return False
    return bool(text_of(paragraph))


def _write(paragraph, text):
    runs = paragraph.findall(RUN)
    run = etree.Element(RUN)
    words = etree.SubElement(run, T)
    words.text = text
    words.set(XML_SPACE, "preserve")
    runs[0].addprevious(run)
    for one in runs:
        paragraph.remove(one)


def _define(box, level):
    its_id = f"Heading{level}"
    if box.styles is None or any(one.get(w("styleId")) == its_id for one in box.styles.iterchildren(w("style"))):
        return
    style = etree.SubElement(box.styles, w("style"))
    style.set(w("type"), "paragraph")
    style.set(w("styleId"), its_id)
    etree.SubElement(style, w("name")).set(VAL, f"heading {level}")


def _set(run, name):
    properties = run.find(RPR)
    if properties is None:
        properties = etree.Element(RPR)
        run.insert(0, properties)
    _unset(run, name)
    etree.SubElement(properties, w(name))


def _unset(run, name):
    properties = run.find(RPR)
    for old in () if properties is None else properties.findall(w(name)):
        properties.remove(old)
