"""Word files of the corpus, prepared, and read in the simplest way."""

from content.convert.word.names import RPR, VAL, P, w
from content.convert.word.numbering import write_numbers
from content.convert.word.package import Box
from content.convert.word.preparation import prepare
from content.convert.word.report import Report
from content.convert.word.trees import text_of
from tests.content.convert.corpus.docx import Docx


def prepared(made):
    """(box, report) of a file in the making."""
    box, report = Box(made.open()), Report()
    prepare(box, report)
    return box, report


def numbered(made):
    """(box, labels)"""
    box, _report = prepared(made)
    return box, write_numbers(box)


def numbers(made):
    return [one.text for one in numbered(made)[1]]


def lines(made):
    """Paragraphs as they read with their numbers."""
    return lines_of(numbered(made)[0].main)


def lines_of(story):
    return [text_of(paragraph) for paragraph in story.iter(P)]


def losses(made):
    """[(what, where, sample)]"""
    return [(one.what, one.where, one.sample) for one in prepared(made)[1].losses]


def counted(level, times):
    """That many paragraphs of a list of one level."""
    made = Docx()
    number = made.numbering(level)
    for _time in range(times):
        made.paragraph("内容", number=(number, 0))
    return numbers(made)


def bold_first(paragraph):
    """Whether its first run is bold."""
    return next(paragraph.iter(w("r"))).find(f"{RPR}/{w('b')}") is not None


def values(box, name):
    """w:val of all elements of that name in the text."""
    return [one.get(VAL) for one in box.main.iter(w(name))]
