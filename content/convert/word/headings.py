"""Headings of a Word file: those that are ones, those that are only set to look so, and the title above them.

    found = find(box)                # box prepared, its numbers written
    apply(box, found, {"heading:…": "text"})

Then mammoth makes h1 of the title and h2 … h6 of headings (styles Heading1 … Heading6).
"""

import hashlib
from dataclasses import dataclass, field

from content.convert.word import articles, soft, styling
from content.convert.word.guesses import Guess, guesses
from content.convert.word.lines import Sheet, read
from content.convert.word.marks import RANKS
from content.convert.word.never import is_possible
from content.convert.word.questions import HEADING, TEXT, Question
from content.convert.word.titles import Title, title_of

LONGEST_REAL = 60  # characters; text that somebody gave a heading's style by mistake is longer
_FEWEST_LEVELS = 2  # of real headings; with fewer the looks of lines are judged as well
_DEEPEST = 6
_NOT_BY_ITSELF = ("appendix", "framed", "article")


@dataclass(frozen=True)
class Heading:
    """`why` is a code: real, chapter, chinese_set_apart …"""

    paragraph: object = field(repr=False)
    level: int
    text: str
    why: str


@dataclass
class Headings:
    """`asked` are lines a person has to say about, `doubts` what to look at: articles that are missing."""

    title: Title
    sure: list
    asked: list
    doubts: list
    sheet: Sheet = field(repr=False)
    _found: list = field(default_factory=list, repr=False)
    _keys: dict = field(default_factory=dict, repr=False)

    def chosen(self, answers=None):
        """[(Heading, lines it absorbs)] in order: the sure ones and those that were answered or are guessed so."""
        said = {question.key: question.guess for question in self.asked} | (answers or {})
        taken = [one for one in self._found if one.is_sure or said.get(self._keys.get(one.line.place)) == HEADING]
        return list(zip(_levelled(taken), (one.absorbs for one in taken), strict=True))


def find(box) -> Headings:
    """Lines that are only parted by soft returns become paragraphs before; nothing else changes."""
    soft.part(box)
    sheet = read(box)
    real = _real(sheet)
    title = title_of(sheet, real)
    known = [*title.lines, *_above(sheet, title), *_repeats(sheet, title)]
    places = {line.place for line in known}
    real = [line for line in real if line.place not in places]
    found = _found(sheet, real, known)
    asked, keys = _questions(sheet, found)
    sure = list(_levelled([one for one in found if one.is_sure]))
    return Headings(title, sure, asked, articles.doubts(sheet), sheet, found, keys)


def apply(box, headings, answers=None):
    """Writes styles at headings and takes them from everything else; 第十二条 at the beginning becomes bold."""
    styling.forget(box)
    if headings.title.lines:
        styling.set_heading(box, headings.title.lines[0].paragraph, 1, headings.title.lines[1:], headings.title.text)
    for heading, absorbed in headings.chosen(answers):
        styling.set_heading(box, heading.paragraph, heading.level, absorbed, heading.text)
    articles.embolden(box)


def _real(sheet):
    found = [line for line in sheet.lines if line.outline is not None and _is_real(line)]
    texts = sum(1 for line in sheet.lines if line.table is None)
    return [] if len(found) > 8 and len(found) * 5 > texts * 4 else found  # all of a text at level 1


def _is_real(line):
    if len(line.text) > LONGEST_REAL or line.text[-1] in "。；;" or not any(one.isalnum() for one in line.text):
        return False
    return not (line.mark is not None and line.mark.kind == "article" and len(line.mark.rest) > 20)


def _above(sheet, title):
    """Red heads, numbers and units."""
    return sheet.lines[: title.lines[0].place] if title.lines else []


def _repeats(sheet, title):
    """The title once more, below a cover."""
    words = "".join(title.text.split())
    return [line for line in sheet.lines[:80] if words and "".join(line.text.split()) == words]


def _found(sheet, real, known):
    levels = sorted({line.outline for line in real})
    if len(levels) >= _FEWEST_LEVELS:
        ranks = {line.place: float(levels.index(line.outline)) for line in real}
        found = [Guess(line, ranks[line.place], "real", True) for line in real]
        return _in_order([*found, *_forgotten(sheet, real, known, ranks)])
    found = [Guess(line, _rank(line), "real", True) for line in real]
    return _in_order([*found, *guesses(sheet, [*known, *real])])


def _rank(line):
    is_numbered = line.mark is not None and line.mark.kind not in _NOT_BY_ITSELF
    return line.mark.rank if is_numbered else line.outline / 10


def _forgotten(sheet, real, known, ranks):
    """Lines numbered and set as the real ones are, that nobody gave a style."""
    looks = {}
    for line in real:
        if line.mark is not None and line.mark.kind not in _NOT_BY_ITSELF:
            looks.setdefault(line.mark.kind, []).append(line)
    for guess in guesses(sheet, [*known, *real]):
        alike = looks.get(guess.line.mark.kind if guess.line.mark else "", ())
        if alike and is_possible(guess.line):
            yield Guess(guess.line, ranks[alike[0].place], "like_real", False)


def _in_order(found):
    return sorted(found, key=lambda one: one.line.place)


def _levelled(found):
    """h2 for the widest; each rank one deeper than the one it stands in."""
    open_ones, made = [], []
    for one in found:
        while open_ones and open_ones[-1] >= one.rank:
            open_ones.pop()
        open_ones.append(one.rank)
        level = min(len(open_ones) + 1, _DEEPEST)
        text = " ".join([one.line.text, *(other.text for other in one.absorbs)])
        made.append(Heading(one.line.paragraph, level, text, one.why))
    return made


def _questions(sheet, found):
    asked, keys = [], {}
    for one in found:
        if one.is_sure:
            continue
        line = one.line
        digest = hashlib.sha256(line.text.encode()).hexdigest()[:8]
        key = keys[line.place] = f"heading:{line.place}:{digest}"
        guess, other = (HEADING, TEXT) if one.is_likely else (TEXT, HEADING)
        quote = next((below.text for below in sheet.after(line, most=2) if below.text), "")
        group = f"{one.why}:{RANKS.get(line.mark.kind) if line.mark else line.look}"
        asked.append(Question(key, "heading", line.text, quote[:60], (guess, other), guess, group))
    return asked, keys
