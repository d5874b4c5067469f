"""Regulations in the ways hospitals write them, each with what a reader of the paper would say of it. All invented.

`TUNED` is the half that rules were made on, `BLIND` the half that was written before they were measured.
"""

from dataclasses import dataclass, field

from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Docx, paragraph_xml

_OF_RUN = ("bold", "size", "font", "colour", "italic")


@dataclass
class Gold:
    """What stands in it: headings with levels, labels of its lists, tables, facts by name (dates as ISO)."""

    title: str = ""
    headings: list = field(default_factory=list)  # (level, text)
    labels: list = field(default_factory=list)
    tables: int = 0
    facts: dict = field(default_factory=dict)
    asks: set = field(default_factory=set)  # kinds of questions about facts and articles


class Paper(Docx):
    """A file whose lines say what they are while they are written. Body text is `size` points of `font`."""

    def __init__(self, name, *, size=12, font="宋体", **how):
        super().__init__(**how)
        self.name, self.gold, self.looks = name, Gold(), {"size": size, "font": font}

    def line(self, *pieces, **looks):
        """Any line that is no heading."""
        of_run = self.looks | {name: looks.pop(name) for name in _OF_RUN if name in looks}
        return self.paragraph(*(one if isinstance(one, p.Xml) else p.run(one, **of_run) for one in pieces), **looks)

    def lines(self, *texts, **looks):
        for text in texts:
            self.line(text, **looks)
        return self

    def title(self, *lines, align="center", size=22, **looks):
        self.gold.title = "".join(lines)
        for text in lines:
            self.line(text, **{"align": align, "size": size, "bold": True} | looks)
        return self

    def head(self, level, text, *, label="", shown=None, **looks):
        """`label` is what a list of Word writes before it; `shown` is the text as typed, with its blanks."""
        self.gold.headings.append((level, label + text))
        self.gold.labels += [label.strip()] if label else []
        return self.line(shown or text, **looks)

    def listed(self, label, text, number, level=0, **looks):
        """Numbered by Word, no heading."""
        self.gold.labels.append(label)
        return self.line(text, number=(number, level), **looks)

    def blank(self, times=1):
        for _time in range(times):
            self.raw(paragraph_xml())
        return self

    def new_page(self):
        return self.paragraph(p.page_break())

    def table(self, *rows, **how):
        self.gold.tables += 1
        return super().table(*rows, **how)

    def facts(self, *asks, **facts):
        self.gold.facts |= facts
        self.gold.asks |= set(asks)
        return self


def sentences(*texts):
    """Bodies long enough to be read as such."""
    return [
        text if text.endswith("。") else f"{text}，由医务科会同护理部按月检查并留有记录，检查结果纳入科室考核。"
        for text in texts
    ]


def tuned():
    from tests.content.convert.corpus.regulations_tuned import PAPERS

    return [make() for make in PAPERS]


def later():
    from tests.content.convert.corpus.regulations_later import PAPERS

    return [make() for make in PAPERS]


def fresh():
    from tests.content.convert.corpus.regulations_fresh import PAPERS

    return [make() for make in PAPERS]


def blind():
    from tests.content.convert.corpus.regulations_blind import PAPERS

    return [make() for make in PAPERS]


def other():
    from tests.content.convert.corpus.regulations_other import PAPERS

    return [make() for make in PAPERS]


def hard():
    from tests.content.convert.corpus.regulations_hard import PAPERS

    return [make() for make in PAPERS]
