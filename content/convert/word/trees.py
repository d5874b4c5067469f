"""Small moves in a tree of WordprocessingML."""

from copy import deepcopy

from lxml import etree

from content.convert.word.names import PPR, RPR, RUN, XML_SPACE, P, T, name_of, w

_BREAKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_SHOWN = tuple(_BREAKS)
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ABOUT_IT = frozenset(("smartTagPr", "customXmlPr", "fldData"))
# What may stand in a paragraph without anybody seeing it.
_UNSEEN = frozenset(
    w(name)
    for name in (
        *("pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd", "lastRenderedPageBreak", "rPr"),
    )
)


def text_of(element) -> str:
    """Its words as they are shown; what is deleted has other elements and is left out."""
    found = []
    for one in element.iter(T, _MATH_TEXT, *_SHOWN):
        if one.tag in _BREAKS:
            if one.getparent().tag == RUN:  # tab stops are called tab too
                found.append(_BREAKS[one.tag])
        else:
            found.append(one.text or "")
    return "".join(found).strip()


def deleted_text_of(element) -> str:
    """Its words, those that were struck out among them."""
    return "".join(one.text or "" for one in element.iter(T, w("delText"), _MATH_TEXT)).strip()


def paragraph_of(element):
    """The paragraph that it is or stands in."""
    if element.tag == P:
        return element
    return next(element.iterancestors(P), None)


def text_before(paragraph) -> str:
    """Words of the nearest paragraph before it that has some, ten paragraphs back at most."""
    one = paragraph
    for _step in range(10):
        one = next(one.iterancestors(P), None) if one.getprevious() is None else one.getprevious()
        if one is None:
            return ""
        if text := text_of(one):
            return text
    return ""


def remove(element):
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element, content=None):
    """Its children take its place; those of `content` if only they count."""
    replace(element, *(one for one in (element if content is None else content) if name_of(one) not in _ABOUT_IT))


def replace(element, *others):
    insert_after(element, *others)
    element.getparent().remove(element)


def insert_after(element, *others):
    """By neighbours, never by place: a text has tens of thousands of blocks."""
    for other in others:
        element.addnext(other)
        element = other


def is_empty(paragraph) -> bool:
    """Nothing is shown of it."""
    for one in paragraph:
        if one.tag in _UNSEEN:
            continue
        if one.tag == RUN and all(part.tag == RPR for part in one):
            continue
        return False
    return True


def drop_paragraph(paragraph):
    """Takes a paragraph out; places that others link to go to the next one."""
    following, parent = paragraph.getnext(), paragraph.getparent()
    if parent is None:
        return
    if following is not None and following.tag == P:
        place = 1 if following.find(PPR) is not None else 0
        following[place:place] = [one for one in paragraph if one.tag == w("bookmarkStart")]
    parent.remove(paragraph)


def run_like(run, text, **looks):
    """A run with these words that looks like another one."""
    made = etree.Element(RUN)
    properties = None if run is None else run.find(RPR)
    if properties is not None:
        made.append(deepcopy(properties))
    if looks:
        properties = made.find(RPR)
        properties = etree.SubElement(made, RPR) if properties is None else properties
        for name, value in looks.items():
            for old in properties.findall(w(name)):
                properties.remove(old)
            etree.SubElement(properties, w(name)).set(w("val"), value)
    words = etree.SubElement(made, T)
    words.text = text
    words.set(XML_SPACE, "preserve")
    return made


def paragraph_with(text=""):
    made = etree.Element(P)
    if text:
        made.append(run_like(None, text))
    return made
