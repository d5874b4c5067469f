"""Definitions of lists: which level a number means, after overrides and links (ECMA-376 Part 1, 17.9)."""

from dataclasses import dataclass
from functools import cache, cached_property

from lxml import etree

from content.convert.word import labels
from content.convert.word.names import MC, RPR, VAL, is_on, value_of, w, whole

LEVELS = 9
# What people take for a bullet; another sign (★ 注：) says something and is written as text.
BULLETS = frozenset("•·●○◦■□◆◇▪▫►▶➢➤‣⁃–—-−*o§ØülnuqvwФ✓✔√☑➔→»>")


@dataclass(frozen=True)
class Definition:
    """One level of one number."""

    abstract: str
    level: int
    format: str
    text: str
    start: int
    overrides_start: bool
    restart: int | None
    suffix: str
    is_legal: bool
    is_bullet: bool
    looks: object = None

    def restarts_after(self, level) -> bool:
        """17.9.10 lvlRestart: 0 never, n after the levels before the n-th; without it after every higher one."""
        return self.restart is None or level < self.restart


class Lists:
    """The numbers that paragraphs name, by w:numId."""

    def __init__(self, tree, styles):
        self.tree, self.styles = tree, styles
        self.numbers = _by_id(tree, "num", "numId")
        self.abstracts = _by_id(tree, "abstractNum", "abstractNumId")
        self.level = cache(self._level)
        self.level_of_style = cache(self._level_of_style)

    def _level(self, number, level) -> Definition | None:
        num = self.numbers.get(number)
        abstract = self._abstract(number)
        if num is None or abstract is None or level >= LEVELS:
            return None
        override = next((one for one in num.findall(w("lvlOverride")) if one.get(w("ilvl")) == str(level)), None)
        own = _level_in(abstract, level)
        replaced = None if override is None else override.find(w("lvl"))
        start = None if override is None else whole(value_of(override, "startOverride"))
        definition = replaced if replaced is not None else own
        return None if definition is None else _definition(abstract, level, definition, start)

    def _abstract(self, number, seen=()):
        """17.9.21 numStyleLink leads to the list of a style."""
        num = self.numbers.get(number)
        abstract = None if num is None else self.abstracts.get(value_of(num, "abstractNumId"))
        link = value_of(abstract, "numStyleLink") if abstract is not None else None
        if link is None or number in seen:
            return abstract
        style = self.styles.get(link)
        further = value_of(style, "pPr", "numPr", "numId")
        return self._abstract(further, (*seen, number)) if further else self._by_style_link(link)

    def _by_style_link(self, style):
        return next((one for one in self.abstracts.values() if value_of(one, "styleLink") == style), None)

    def _level_of_style(self, number, style):
        """17.9.23 pStyle: the level that is bound to a paragraph style."""
        abstract = self._abstract(number)
        for level in () if abstract is None else abstract.findall(w("lvl")):
            if value_of(level, "pStyle") == style:
                return whole(level.get(w("ilvl")), 0)
        return None

    # Bullets.
    @cached_property
    def bullets_number(self):
        """The number of that list; who asks for it needs it written."""
        return str(max((whole(one, 0) for one in self.numbers), default=0) + 1)

    def write_bullets(self):
        """One list with a bullet at each level: not all readers look at overrides and styles."""
        if "bullets_number" not in self.__dict__:
            return
        abstract = etree.Element(w("abstractNum"))
        abstract.set(w("abstractNumId"), str(max((whole(one, 0) for one in self.abstracts), default=0) + 1))
        for level in range(LEVELS):
            made = etree.SubElement(abstract, w("lvl"))
            made.set(w("ilvl"), str(level))
            etree.SubElement(made, w("numFmt")).set(VAL, "bullet")
            etree.SubElement(made, w("lvlText")).set(VAL, "•")
        number = etree.Element(w("num"))
        number.set(w("numId"), self.bullets_number)
        etree.SubElement(number, w("abstractNumId")).set(VAL, abstract.get(w("abstractNumId")))
        self.tree.insert(0, abstract)
        self.tree.append(number)


def _by_id(tree, name, its_id):
    found = {}
    for one in tree.iterchildren(w(name)):
        found.setdefault(one.get(w(its_id)), one)
    return found


def _level_in(abstract, level):
    return next((one for one in abstract.iterchildren(w("lvl")) if one.get(w("ilvl")) == str(level)), None)


def _definition(abstract, level, element, start):
    format, text = _format(element), value_of(element, "lvlText") or ""
    return Definition(
        abstract=abstract.get(w("abstractNumId")),
        level=level,
        format=format,
        text=text,
        start=whole(value_of(element, "start"), 0) if start is None else start,
        overrides_start=start is not None,
        restart=whole(value_of(element, "lvlRestart")),
        suffix=value_of(element, "suff") or "tab",
        is_legal=is_on(element.find(w("isLgl"))),
        is_bullet=format == "bullet" and _is_plain(text, element),
        looks=element.find(RPR),
    )


def _format(element):
    """17.9.17 numFmt; a picture of the format stands in mc:Choice, for whom it is new in the fallback."""
    choice = element.find(f"{{{MC}}}AlternateContent/{{{MC}}}Choice/{w('numFmt')}")
    found = choice if choice is not None else element.find(w("numFmt"))
    if found is None:
        return "decimal"
    if found.get(VAL) == "custom":
        return labels.picture_of(found.get(w("format")))
    return found.get(VAL)


def _is_plain(text, element):
    """Signs of Symbol and Wingdings lie in the private area; they are bullets whatever they look like."""
    sign = text.strip()
    if "%" in sign:
        return True
    return all(one in BULLETS or "\ue000" <= one <= "\uf8ff" for one in sign)
