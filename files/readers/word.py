"""Word: what stands under each heading, tables row by row, then notes and what is printed on every page.

Streamed, not by python-docx: that one passes over words in content controls, text boxes and tracked insertions, and
holds every picture of the file in memory.
"""

import re

from files.readers import office
from files.readers.paper import Ending

BLOCKS = ("p", "tc", "tr", "Fallback", "rt")
SEPARATELY = (("脚注与尾注", ("footnotes", "endnotes")), ("页眉页脚", ("header", "footer")))
LONGEST_HEADING = 40  # characters; regulations are often numbered by hand
NUMBERED = re.compile(r"(?:第[〇零一二三四五六七八九十百\d]+[章节编]|[一二三四五六七八九十]+、)[^。；;，]*$")


def read(file, paper):
    with office.opened(file) as package:
        main = package.main()
        sections = _Sections(paper, _headings(package, main))
        for line, level in _lines(package, main):
            sections.add(line, level)
        for name, kinds in SEPARATELY:
            sections.begin(name)
            members = [member for kind in kinds for member in package.related(main, kind)]
            for line in dict.fromkeys(line for member in members for line, _style in _lines(package, member)):
                paper.add(line)
    paper.end()
    return Ending()


class _Sections:
    def __init__(self, paper, headings):
        self.paper, self.headings, self.count = paper, headings, 0
        self.begin("")

    def begin(self, name):
        self.count += 1
        self.paper.begin(f"part={self.count}", name)

    def add(self, line, style):
        if self._is_heading(line, style):
            self.begin(line.replace("\n", " "))
        self.paper.add(line)

    def _is_heading(self, line, style):
        if style is None:  # within a table
            return False
        return bool(line.strip()) and (style in self.headings or _is_numbered(line))


def _is_numbered(line):
    return len(line) <= LONGEST_HEADING and bool(NUMBERED.match(line.strip()))


OUTLINED = "outlined"  # a paragraph that is a heading without any style


def _headings(package, main):
    """Ids of the styles that make headings, themselves or by what they are based on."""
    found, based_on = {OUTLINED}, {}
    for member in package.related(main, "styles"):
        for _event, style in package.stream(member, "style"):
            its_id, name = office.attribute(style, "styleId"), ""
            for part in style.iter():
                kind = office.name_of(part)
                name = office.attribute(part, "val").lower() if kind == "name" else name
                if kind == "basedOn":
                    based_on[its_id] = office.attribute(part, "val")
                if kind == "outlineLvl" and office.attribute(part, "val") != "9":
                    found.add(its_id)
            if name.startswith(("heading ", "标题 ")):
                found.add(its_id)
            office.let_go(style)
    for _generation in range(5):
        found |= {style for style, parent in based_on.items() if parent in found}
    return found


def _lines(package, member):
    """(line, style) of each paragraph; rows of a table are one line, without a style."""
    rows, hidden = [], 0
    for event, element in package.stream(member, *BLOCKS, events=("start", "end")):
        kind = office.name_of(element)
        if kind in ("Fallback", "rt"):  # the same words a second time, for old programs; how they sound
            hidden += 1 if event == "start" else -1
            if event == "end":
                element.clear(keep_tail=True)
        elif event == "start":
            if kind != "p":
                rows.append([])
        elif kind == "p":
            if not hidden:
                line = _words(element)
                if rows:
                    rows[-1].append(line)
                else:
                    yield line, _style(element)
            office.let_go(element)
        else:
            parts = rows.pop()
            line = (" " if kind == "tc" else "\t").join(part for part in parts if part)
            if rows:
                rows[-1].append(line)
            elif not hidden:
                yield line, None
            office.let_go(element)


_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _words(paragraph):
    found = []
    for part in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}cr", "{*}noBreakHyphen"):
        kind = office.name_of(part)
        if kind == "t":
            found.append(part.text or "")
        elif office.name_of(part.getparent()) == "r":  # tab stops are called tab too
            found.append(_SIGNS[kind])
    return "".join(found).strip()


def _style(paragraph):
    properties = next(paragraph.iterchildren("{*}pPr"), None)
    if properties is None:
        return ""
    for level in properties.iterchildren("{*}outlineLvl"):
        if office.attribute(level, "val") != "9":
            return OUTLINED
    return next((office.attribute(style, "val") for style in properties.iterchildren("{*}pStyle")), "")
