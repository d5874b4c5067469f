"""Soft returns: some write whole regulations as one paragraph, each line ended by Shift and Enter."""

from copy import deepcopy

from lxml import etree

from content.convert.word.lines import tidy
from content.convert.word.marks import mark_of
from content.convert.word.names import PPR, RPR, RUN, P, w
from content.convert.word.trees import text_of

_BREAK = w("br")


def part(box):
    """Paragraphs whose lines are numbered become one a line. What is a picture's or a link's line stays together."""
    for paragraph in list(box.body.iterchildren(P)):
        if paragraph.find(f"{RUN}/{_BREAK}") is None:
            continue
        texts = [tidy(line) for line in text_of(paragraph).split("\n")]
        marks = [mark_of(line) for line in texts if line]
        if len(texts) > 1 and any(marks) and (sum(1 for one in marks if one) > 1 or _is_short(texts[0], marks[0])):
            _part(paragraph)


def _is_short(text, mark):
    return mark is not None and len(text) <= 20 and text[-1] not in "，,"


def _part(paragraph):
    properties, last = paragraph.find(PPR), paragraph
    moving = [one for one in paragraph if one is not properties]
    for one in moving:
        for piece in _pieces(one):
            if piece is None:
                following = etree.Element(P)
                if properties is not None:
                    following.append(deepcopy(properties))
                    for section in following[0].findall(w("sectPr")):
                        following[0].remove(section)
                last.addnext(following)
                last = following
            else:
                last.append(piece)
        if one.getparent() is paragraph and _has_break(one):
            paragraph.remove(one)


def _has_break(one):
    return one.tag == RUN and any(_is_soft(part) for part in one)


def _is_soft(part):
    return part.tag == _BREAK and part.get(w("type")) in (None, "textWrapping")


def _pieces(one):
    """A run cut at its soft returns; None stands for each."""
    if not _has_break(one):
        return [one]
    found, looks = [], one.find(RPR)
    current = None
    for part in [part for part in one if part is not looks]:
        if _is_soft(part):
            found.append(None)
            current = None
            continue
        if current is None:
            current = etree.Element(RUN)
            if looks is not None:
                current.append(deepcopy(looks))
            found.append(current)
        current.append(part)
    return found
