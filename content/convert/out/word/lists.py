"""Lists that count as on the page: each begins where its own does."""

from docx.oxml.ns import qn

from content.convert.out.word.xml import el

FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
DEEPEST = 8  # Word has nine levels
STEP = 420  # twips: two characters
BULLETS = ("•", "◦", "▪")


class Lists:
    def __init__(self, document):
        self._numbering = document.part.numbering_part.element
        self._kinds = {}  # format: abstractNumId
        self._bullets = None

    def bullets(self):
        """One for all: dots do not count."""
        if self._bullets is None:
            self._bullets = self._instance(self._kind("bullet"))
        return self._bullets

    def counting(self, level, start, kind):
        """A list of its own that begins at `start`."""
        begins = el("lvlOverride", el("startOverride", val=start), ilvl=level)
        return self._instance(self._kind(FORMATS.get(kind, "decimal")), begins)

    def _instance(self, kind, *overrides):
        number = self._next("w:num", "w:numId")
        self._numbering.append(el("num", el("abstractNumId", val=kind), *overrides, numId=number))
        return number

    def _kind(self, form):
        if form not in self._kinds:
            number = self._next("w:abstractNum", "w:abstractNumId")
            levels = [_level(level, form) for level in range(DEEPEST + 1)]
            made = el("abstractNum", el("multiLevelType", val="multilevel"), *levels, abstractNumId=number)
            first = self._numbering.find(qn("w:num"))
            first.addprevious(made) if first is not None else self._numbering.append(made)
            self._kinds[form] = number
        return self._kinds[form]

    def _next(self, tag, key):
        return max((int(each.get(qn(key))) for each in self._numbering.findall(qn(tag))), default=0) + 1


def _level(level, form):
    sign = BULLETS[level % len(BULLETS)] if form == "bullet" else f"%{level + 1}."
    return el(
        "lvl",
        el("start", val=1),
        el("numFmt", val=form),
        el("lvlText", val=sign),
        el("lvlJc", val="left"),
        el("pPr", el("ind", left=STEP * (level + 1), hanging=STEP)),
        ilvl=level,
    )
