"""One Word file, from the zip it came in to HTML and everything that is to be said about it. No Django.

made = convert(open("制度.docx", "rb"))
made = convert(file, {"heading:12:…": "text"}, keep=lambda name, content: …)
"""

from lxml import html

from content.convert.word import conservation
from content.convert.word.facts import facts_of
from content.convert.word.headings import apply, find
from content.convert.word.names import TBL, P, whole
from content.convert.word.numbering import write_numbers
from content.convert.word.package import Box, Broken
from content.convert.word.preparation import prepare
from content.convert.word.report import Report
from content.convert.word.results import Converted, Found
from content.convert.word.writing import html_of


def convert(file, answers=None, keep=lambda _name, _content: None) -> Converted:
    """`answers` are by the keys of questions. Raises Broken, MemoryError."""
    box, report = Box(file), Report()
    source = conservation.source_lines(box)
    prepare(box, report)
    labels = write_numbers(box)
    headings = find(box)
    facts = facts_of(box, headings)
    chosen = [heading for heading, _absorbed in headings.chosen(answers)]
    sure = {one.paragraph for one in headings.sure}
    apply(box, headings, answers)
    paragraphs, tables = (sum(1 for _one in box.body.iter(tag)) for tag in (P, TBL))
    written, pictures = _written(box, report, keep)
    _tell_missing(source, written, report)
    return Converted(
        title=headings.title.text,
        html=written,
        pictures=pictures,
        headings=[Found(one.level, one.text, one.paragraph in sure, one.why) for one in chosen],
        questions=[*headings.asked, *headings.doubts, *facts.questions],
        losses=report.losses,
        counts=dict(report.counts),
        facts=facts,
        paragraphs=paragraphs,
        numbers=len(labels),
        tables=tables,
        pages_hint=whole(box.statistics.get("Pages"), 0),
    )


def _written(box, report, keep):
    try:
        return html_of(box, report, keep)
    except (Broken, MemoryError):
        raise
    except RecursionError as error:
        raise Broken("too_deep", error) from error


def _tell_missing(source, written, report):
    body = html.fragment_fromstring(written or "<p></p>", create_parent="body")
    for mark in body.iter("a"):
        if mark.get("class") in ("footnote-ref", "footnote-backref"):
            mark.text = None  # the page's own number, in the middle of somebody's line
    text = "".join(body.itertext())
    for line in conservation.missing(source, text, report.told):
        report.lose("missing", None, line)
