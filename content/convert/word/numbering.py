"""Every automatic number becomes text in its paragraph: whoever reads the file next can neither lose nor renumber it.

ECMA-376 Part 1, 17.9. Revisions are accepted before: what is deleted does not count.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from content.convert.word import labels
from content.convert.word.lists import Lists
from content.convert.word.looks import Styles
from content.convert.word.names import PPR, RPR, RUN, VAL, XML_SPACE, P, T, is_on, w, whole

LONGEST_LABEL = 100
_MARK, _SWITCHES = f"{PPR}/{RPR}", (w("b"), w("i"))
_NUMBERING, _NUMBER, _LEVEL = w("numPr"), w("numId"), w("ilvl")
# After these a Chinese writer leaves no space: （一）各科室, 一、目的.
_CLOSED = "、，。．：；）】》〉」』”’"


@dataclass
class Label:
    """A number as it was written into `paragraph`."""

    paragraph: object = field(repr=False)
    text: str
    level: int
    number_id: str


def write_numbers(box) -> list[Label]:
    """Numbers of the text, then those of notes. Bullets stay lists: all on one that any reader takes for bullets."""
    if box.numbering is None:
        return []
    styles, written = Styles(box.styles), []
    counting = _Counting(Lists(box.numbering, styles), styles)
    for story in (box.main, box.footnotes, box.endnotes):
        for paragraph in () if story is None else story.iter(P):
            label = counting.label(paragraph)
            if label is not None:
                written.append(label)
    counting.lists.write_bullets()
    return written


class _Counting:
    """Where each list has come to. Counters belong to the abstract list: other numbers of it go on (17.9.15)."""

    def __init__(self, lists, styles):
        self.lists, self.styles = lists, styles
        self.counters = {}  # abstract list: {level: what it has come to}
        self.begun = set()  # (number, level) whose own start was taken
        self._of_style = cache(self._numbers_of_style)

    def label(self, paragraph):
        number, level = self._number_of(paragraph)
        definition = self.lists.level(number, level) if number else None
        if definition is None:
            return None
        counters = self.counters.setdefault(definition.abstract, {})
        self._count(number, definition, counters)
        if definition.is_bullet:
            _set_number(paragraph, self.lists.bullets_number, level)
            return None
        text = self._text(number, definition, counters)[:LONGEST_LABEL]
        _set_number(paragraph, "0", 0)
        if not text:
            return None
        _write(paragraph, text, definition)
        return Label(paragraph, text, level, number)

    def _number_of(self, paragraph):
        """Number and level, each from the paragraph or the nearest style that has it (17.3.1.19, 17.9.23)."""
        properties = paragraph.find(PPR)
        number, level = (None, None) if properties is None else _number_and_level(properties.find(_NUMBERING))
        styled = self._of_style(self.styles.named(properties))
        number = number or next((its_number for _id, its_number, _level in styled if its_number), None)
        if number in (None, "0"):
            return None, 0
        for its_id, _number, its_level in styled if level is None else ():
            bound = self.lists.level_of_style(number, its_id)
            level = its_level if bound is None else bound
            if level is not None:
                break
        return number, level or 0

    def _numbers_of_style(self, style):
        """[(style, number, level)] from the style to the one all is based on."""
        chain = self.styles.chain(style)
        return [(its_id, *_number_and_level(one.find(f"{PPR}/{_NUMBERING}"))) for its_id, one in chain]

    def _count(self, number, definition, counters):
        level, key = definition.level, (number, definition.level)
        restarts = definition.overrides_start and key not in self.begun
        self.begun.add(key)
        counters[level] = definition.start if restarts or level not in counters else counters[level] + 1
        for deeper in [one for one in counters if one > level]:
            other = self.lists.level(number, deeper)
            if other is None or other.restarts_after(level):
                del counters[deeper]

    def _text(self, number, definition, counters):
        """17.9.11 lvlText: %1 to %9 stand for levels; one that did not come yet shows its start (17.9.25)."""

        def shown(found):
            other = self.lists.level(number, int(found[1]) - 1)
            if other is None or other.is_bullet:
                return ""
            value = counters.get(other.level, other.start)
            format = "decimal" if definition.is_legal and other.format != "none" else other.format
            return labels.label(value, format)

        return re.sub("%([1-9])", shown, definition.text)


def _number_and_level(numbering):
    """(w:numId, w:ilvl) of a w:numPr, each may be missing."""
    if numbering is None:
        return None, None
    number, level = numbering.find(_NUMBER), numbering.find(_LEVEL)
    return (
        None if number is None else number.get(VAL),
        None if level is None else min(max(whole(level.get(VAL), 0), 0), 8),
    )


def _set_number(paragraph, number, level):
    """Directly, so that a style's number has no say any more; 0 is none (17.9.18)."""
    properties = paragraph.find(PPR)
    if properties is None:
        properties = etree.Element(PPR)
        paragraph.insert(0, properties)
    own = properties.find(_NUMBERING)
    if own is None:
        own = etree.Element(_NUMBERING)
        properties.insert(1 if properties.find(w("pStyle")) is not None else 0, own)
    for old in list(own):
        own.remove(old)
    etree.SubElement(own, _LEVEL).set(VAL, str(level))
    etree.SubElement(own, _NUMBER).set(VAL, str(number))


def _write(paragraph, text, definition):
    """A run of its own before the words, bold where its level or the paragraph mark is (17.9.24)."""
    run = etree.Element(RUN)
    looks = _looks(paragraph, definition)
    if len(looks):
        run.append(looks)
    words = etree.SubElement(run, T)
    words.text = text + _gap(text, definition.suffix, paragraph)
    words.set(XML_SPACE, "preserve")
    paragraph.find(PPR).addnext(run)


def _gap(text, suffix, paragraph):
    """17.9.28 suff: a tab where it says nothing. One blank for it, unless the words begin with one."""
    if suffix == "nothing" or (suffix == "tab" and text[-1] in _CLOSED):
        return ""
    first = next(paragraph.iter(T, w("tab")), None)
    begins_blank = first is not None and first.tag == T and (first.text or "")[:1].isspace()
    return "" if begins_blank else " "


def _looks(paragraph, definition):
    made = etree.Element(RPR)
    mark = paragraph.find(_MARK)
    for name in _SWITCHES:
        own = None if definition.looks is None else definition.looks.find(name)
        if own is None and mark is not None:
            own = mark.find(name)
        if is_on(own):
            etree.SubElement(made, name)
    return made
