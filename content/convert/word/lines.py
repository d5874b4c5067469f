"""A text as somebody who leafs through it sees it: lines with their look, tables between them."""

import re
from collections import Counter
from dataclasses import dataclass, field

from content.convert.word.boxes import CLOSES, OPENS
from content.convert.word.looks import Styles
from content.convert.word.marks import Mark, mark_of
from content.convert.word.names import PPR, RPR, RUN, TBL, VAL, P, T, is_on, w, whole
from content.convert.word.trees import text_of

_TEN = 20.0  # half points: what a file has that says nothing (17.3.2.38)
_WIDE_INDENT = 2000  # twentieths of a point: five characters in, which is how WPS users centre
_BLANKS = re.compile(r"[\s\u3000\xa0]{4,}")
_BROKEN = re.compile(r"(?<=[\u3000-\u9fff（）])[^\S\n]*\n\s*(?=[\u3000-\u9fff（）])")  # a line end in Chinese
_NEARLY_ALL = 0.8
_LONG = 24  # characters: a line of text rather than a title


@dataclass
class Line:
    """A paragraph of the text, or a table (`table`) which has no words here."""

    paragraph: object = field(repr=False)
    place: int
    text: str = ""
    table: object = field(default=None, repr=False)
    size: float = 0  # points
    bold: bool = False
    font: str = ""
    centred: bool = False
    right: bool = False
    blanks: bool = False  # moved in by blanks or an indent, as some centre
    starts_page: bool = False
    outline: int | None = None
    is_title: bool = False  # by its style
    bullet: bool = False
    mark: Mark | None = None

    @property
    def look(self):
        return self.size, self.bold, self.font, self.centred


@dataclass
class Sheet:
    """The lines of a text and what its body looks like."""

    lines: list
    size: float = 10.5
    font: str = ""
    bold: bool = False

    def after(self, line, *, most=1):
        """Lines below, tables among them."""
        return self.lines[line.place + 1 : line.place + 1 + most]


def read(box) -> Sheet:
    """Paragraphs of the text itself: those in tables, boxes and notes are no headings."""
    styles, lines, depth, breaks = Styles(box.styles), [], 0, True
    looks = _Looks(styles)
    for block in box.body:
        kind = block.tag
        if kind == TBL:
            lines.append(Line(block, len(lines), table=block, starts_page=breaks))
            breaks = False
        elif kind == P:
            text = text_of(block)
            depth += (text == OPENS) - (text == CLOSES)
            if depth or text in (OPENS, CLOSES):
                continue
            before, behind = _page_breaks(block)
            if text:
                lines.append(_line(block, len(lines), text, looks, breaks or before))
                breaks = behind
            breaks = breaks or (before and not text) or behind or block.find(f"{PPR}/{w('sectPr')}") is not None
    return _with_body(lines)


def tidy(text) -> str:
    """One blank where there were many; none in a word that was set apart: 处 方 点 评 制 度."""
    words = _BROKEN.sub("", text).split()
    if len(words) > 2 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(words)


def _line(paragraph, place, text, looks, breaks):
    words = tidy(text)
    mark = mark_of(words)
    size, bold, font = looks.of(paragraph, len("".join(mark.label.split())) if mark else 0)
    style = looks.styles.of(paragraph)
    name = looks.styles.name(style)
    align = looks.paragraph_value(paragraph, style, "jc")
    return Line(
        paragraph,
        place,
        words,
        size=size,
        bold=bold,
        font=font,
        centred=align == "center",
        right=align in ("right", "end"),
        blanks=_is_moved_in(paragraph, text),
        starts_page=breaks,
        outline=_outline(paragraph, style, name, looks),
        is_title=name in ("title", "标题") and words[-1:] != "。",
        bullet=_has_bullet(paragraph),
        mark=mark,
    )


class _Looks:
    """Sizes and fonts down to the defaults of the file, which styles.xml has besides its styles (17.7.5)."""

    def __init__(self, styles):
        self.styles = styles
        tree = styles.tree
        defaults = None if tree is None else tree.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}")
        self.size = _half_points(None if defaults is None else defaults.find(w("sz")), _TEN)
        self.fonts = None if defaults is None else defaults.find(w("rFonts"))

    def of(self, paragraph, label=0):
        """(size, is all bold, font) of most of its characters; those of its number may differ, as Word's do."""
        style, sizes, fonts, plain = self.styles.of(paragraph), Counter(), Counter(), 0
        for run in paragraph.iter(RUN):
            length = sum(len("".join((one.text or "").split())) for one in run.iter(T))
            if not length:
                continue
            sizes[_half_points(self.styles.of_run(run, style, "sz"), self.size)] += length
            fonts[self._font(run, style)] += length
            if not self.styles.is_on(run, style, "b"):
                plain += max(length - label, 0)
            label = max(label - length, 0)
        if not sizes:
            return self.size / 2, False, ""
        is_bold = plain == 0 or (plain <= 2 and sum(sizes.values()) > 3 * plain)
        return sizes.most_common(1)[0][0] / 2, is_bold, fonts.most_common(1)[0][0]

    def _font(self, run, style):
        found = self.styles.of_run(run, style, "rFonts")
        for fonts in (found, self.fonts):
            name = "" if fonts is None else fonts.get(w("eastAsia")) or fonts.get(w("ascii")) or ""
            if name:
                return name.partition("_")[0]
        return ""

    def paragraph_value(self, paragraph, style, name):
        own = paragraph.find(f"{PPR}/{w(name)}")
        own = own if own is not None else self.styles.paragraph_property(style, name)
        return None if own is None else own.get(VAL)


def _half_points(element, otherwise):
    value = None if element is None else element.get(VAL)
    try:
        return float(value)
    except (TypeError, ValueError):
        return otherwise


def _is_moved_in(paragraph, text):
    """Some centre with blanks, tabs or an indent; a text begins two characters in."""
    indent = paragraph.find(f"{PPR}/{w('ind')}")
    if indent is not None:
        left = whole(indent.get(w("left")) or indent.get(w("start")), 0) + whole(indent.get(w("firstLine")), 0)
        if left >= _WIDE_INDENT or whole(indent.get(w("firstLineChars")), 0) >= 500:
            return len(text) < _LONG
    words = "".join(one.text or "" for one in paragraph.iter(T))
    tabs = 0
    for run in paragraph.iter(RUN):
        tabs += sum(1 for one in run if one.tag == w("tab"))
        if any((one.text or "").strip() for one in run.iter(T)):
            break
    return (tabs > 1 or _BLANKS.match(words) is not None) and len(text) < 2 * _LONG


def _outline(paragraph, style, name, looks):
    """17.3.1.20 outlineLvl: its own, along its styles, or the one that the name of a style means; 9 is none."""
    level = whole(looks.paragraph_value(paragraph, style, "outlineLvl"))
    if level is None:
        names = [name] + [looks.styles.name(its_id) for its_id, _style in looks.styles.chain(style)]
        found = next((one for one in map(re.compile(r"(?:heading|标题) ?([1-9])").fullmatch, names) if one), None)
        level = int(found[1]) - 1 if found else None
    return level if level is not None and 0 <= level < 9 else None


def _has_bullet(paragraph):
    number = paragraph.find(f"{PPR}/{w('numPr')}/{w('numId')}")
    return number is not None and number.get(VAL) not in (None, "0")


def _page_breaks(paragraph):
    """Whether a page begins before its words, and behind them."""
    before, behind, met = is_on(paragraph.find(f"{PPR}/{w('pageBreakBefore')}")), False, False
    for one in paragraph.iter(T, w("br")):
        if one.tag == T:
            met = met or bool((one.text or "").strip())
        elif one.get(w("type")) == "page":
            before, behind = before or not met, behind or met
    return before, behind


def _with_body(lines):
    """The look of most words; short lines count only where there are no long ones."""
    for shortest in (_LONG, 0):
        sizes, fonts, bold = Counter(), Counter(), Counter()
        for line in lines:
            if len(line.text) > shortest:
                sizes[line.size] += len(line.text)
                fonts[line.font] += len(line.text)
                bold[line.bold] += len(line.text)
        if sizes:
            is_bold = bold[True] > _NEARLY_ALL * (bold[True] + bold[False])
            return Sheet(lines, sizes.most_common(1)[0][0], fonts.most_common(1)[0][0], is_bold)
    return Sheet(lines)
