"""What a page says against what its file says: lines in their order, cells with their spans, signs, notes, boxes.

The file is read from its XML here, as simply as can be and by none of the rules under test.
"""

from copy import deepcopy

from lxml import etree, html

from content.convert.word.names import MC, TBL, TC, TR, A, P, V, value_of, w
from content.convert.word.package import Box
from content.text.incoming import from_html
from content.text.rendering import render
from tests.content.convert.writing import converted

UID = "abcdefghjkmn"  # any picture's
_SIGNS = {"F0A8": "□", None: "‑"}  # of Wingdings; a hyphen that parts no line
_SHORT = 4  # letters; what is shorter may stand in a line before
_FALLBACK, _TEXT_BOX = f"{{{MC}}}Fallback", w("txbxContent")
_GONE = frozenset((w("del"), w("moveFrom"), w("rt"), _FALLBACK))


class Compared:
    """`wrong` names each difference in a few words; `checked` counts what was looked at."""

    def __init__(self, made):
        self.made, self.wrong, self.checked = made, [], {}
        self.box = Box(made.open())
        for row in [one for one in self.box.main.iter(TR) if one.find(f"{w('trPr')}/{w('del')}") is not None]:
            row.getparent().remove(row)
        for gone in [one for one in self.box.main.iter(etree.Element) if one.tag in _GONE]:
            gone.getparent().remove(gone)
        self.result = converted(made)
        incoming = from_html(self.result.html, picture=lambda *_about: f"file:{UID}")
        self.markdown, self.losses = incoming.markdown, incoming.losses
        self.page = html.fragment_fromstring(render(self.markdown).html, create_parent="body")
        self._lines()
        self._labels()
        self._tables()
        self._raised()
        self._pictures()
        self._notes()
        self._boxes()

    def _count(self, name, number):
        self.checked[name] = number

    def _lines(self):
        """Each of the file stands on the page, behind those before it. The title stands above all."""
        told = sorted((flat(one.sample) for one in self.result.losses), key=len, reverse=True)
        shown, at, title = flat(_without_marks(self.page).text_content()), 0, flat(self.result.title)
        lines = [one for one in (flat(_own_text(line)) for line in self.box.body.iter(P)) if one]
        self._count("lines", len(lines))
        for line in lines:
            place = shown.find(line, at)
            if place >= 0:
                at = place if len(line) < _SHORT else place + len(line)
            elif line == "目录" and self.result.counts.get("contents"):
                continue
            elif not (line in title or any(line in one for one in told) or _without(told, line) in shown):
                self.wrong.append(f"{'moved' if line in shown else 'line'}: {line[:40]}")
        for loss in self.losses:
            self.wrong.append(f"lost on the way: {loss}")

    def _labels(self):
        """Numbers that Word reckons are text, each at the beginning of a line."""
        lines = ["".join(one.split()) for one in _texts_of_blocks(self.page)]
        labels = ["".join(one.split()) for one in self.made.gold.labels]
        self._count("labels", len(labels))
        at = 0
        for label in labels:
            place = next((number for number in range(at, len(lines)) if lines[number].startswith(label)), None)
            if place is None:
                self.wrong.append(f"label: {label}")
            else:
                at = place + 1

    def _tables(self):
        given = [_grid(one) for one in self.box.body.iter(TBL)]
        given = [one for one in given if not (len(one) == len(one[0]) == 1)]
        shown = [_shown_grid(one) for one in _without_marks(self.page).iter("table")]
        self._count("tables", len(given))
        self._count("cells", sum(len(row) for one in given for row in one))
        if len(given) != len(shown):
            self.wrong.append(f"tables: {len(given)} became {len(shown)}")
        for one, other in zip(given, shown, strict=False):
            for number, (row, same) in enumerate(zip(one, other, strict=False)):
                if [one[1:] for one in row] != [one[1:] for one in same] or not all(map(self._says_same, row, same)):
                    self.wrong.append(f"row {number}: {row} became {same}")
            if len(one) != len(other):
                self.wrong.append(f"rows: {len(one)} became {len(other)}")

    def _says_same(self, given, shown):
        """Each line of the cell, one behind the other; between them numbers that Word reckons and nothing else."""
        rest = shown[0]
        for line in given[0]:
            before, found, behind = rest.partition(line)
            if not found or not (before == "" or before in self.made.gold.labels):
                return False
            rest = behind
        return rest == ""

    def _raised(self):
        for kind, tag in (("superscript", "sup"), ("subscript", "sub")):
            runs = [run for run in self.box.body.iter(w("r")) if value_of(run, "rPr", "vertAlign") == kind]
            given = [text for text in ("".join(one.text or "" for one in run.iter(w("t"))) for run in runs) if text]
            shown = [one.text_content() for one in self.page.iter(tag) if not (one.get("id") or "").startswith("fn")]
            self._count(tag, len(given))
            if given != shown:
                self.wrong.append(f"{tag}: {given} became {shown}")

    def _pictures(self):
        given = sum(1 for _one in self.box.body.iter(f"{{{A}}}blip", f"{{{V}}}imagedata"))
        shown = self.markdown.count("](file:")
        self._count("pictures", given)
        if given != shown:
            self.wrong.append(f"pictures: {given} became {shown}")

    def _notes(self):
        given = [
            _words(note)
            for story, name in ((self.box.footnotes, "footnote"), (self.box.endnotes, "endnote"))
            for note in (() if story is None else story.iterchildren(w(name)))
            if note.get(w("type")) is None
        ]
        listed = _without_marks(self.page).iterfind(".//div[@class='footnote']/ol/li")
        shown = [flat(one.text_content()) for one in listed]
        self._count("notes", len(given))
        if sorted(given) != sorted(shown):
            self.wrong.append(f"notes: {given} became {shown}")

    def _boxes(self):
        given = [_words(one) for one in self.box.body.iter(_TEXT_BOX)]
        shown = [flat(one.text_content()) for one in self.page.iterfind(".//aside[@class='textbox']")]
        self._count("boxes", len(given))
        if given != shown:
            self.wrong.append(f"boxes: {given} became {shown}")


def flat(text):
    """Every sign of it, without blanks and without hyphens that nobody sees."""
    return "".join(text.replace("\xad", "").split())


def _without_marks(page):
    """The numbers of notes and the signs of headings are ours."""
    page = deepcopy(page)
    for one in [*page.iter("sup", "a")]:
        if (one.get("id") or "").startswith("fnref") or one.get("class") in ("anchor", "footnote-backref"):
            one.drop_tree()
    return page


def _without(told, line):
    for one in told:
        line = line.replace(one, "") if one else line
    return line


def _words(element):
    return flat("".join(one.text or "" for one in element.iter(w("t"))))


def _own_text(paragraph):
    """Without what stands in a box that hangs on it."""
    found = []
    for one in paragraph.iter(w("t"), w("sym"), w("noBreakHyphen")):
        if next(one.iterancestors(P), None) is paragraph:
            found.append(one.text or "" if one.tag == w("t") else _SIGNS[one.get(w("char"))])
    return "".join(found)


def _texts_of_blocks(page):
    for one in page.iter("p", "h2", "h3", "h4", "h5", "h6", "td", "th"):
        yield one.text_content()


def _grid(table):
    """Rows of (words, columns, rows) of its own cells; those that go on downwards are counted to the first."""
    rows = [[one for one in row.iter(TC) if next(one.iterancestors(TR)) is row] for row in _rows(table)]
    grid, starts = [], {}
    for row in rows:
        made, column = [], 0
        for cell in row:
            span = int(value_of(cell, "tcPr", "gridSpan") or 1)
            merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            if merge is not None and merge.get(w("val")) != "restart" and column in starts:
                starts[column][2] += 1
            else:
                said = tuple(filter(None, (flat(_own_text(one)) for one in cell.iter(P))))
                made.append([said, span, 1])
                starts.pop(column, None)
                if merge is not None:
                    starts[column] = made[-1]
            column += span
        grid.append(made)
    return [[tuple(cell) for cell in row] for row in grid]


def _rows(table):
    return [one for one in table.iter(TR) if next(one.iterancestors(TBL)) is table]


def _shown_grid(table):
    return [
        [
            (flat(cell.text_content()), int(cell.get("colspan", 1)), int(cell.get("rowspan", 1)))
            for cell in row
            if cell.tag in ("td", "th")
        ]
        for row in table.iter("tr")
        if next(row.iterancestors("table")) is table
    ]
