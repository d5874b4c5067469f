"""Pages of a few lines, and what is found on them."""

import mammoth

from content.convert.word.headings import apply, find
from tests.content.convert.corpus.regulations import Paper, sentences
from tests.content.convert.reading import numbered

TEXT = sentences("各科室每月自查一次")[0]


def paper(*given):
    """Lines below a title. (text, looks) or text; what is a sentence stands as it is."""
    made = Paper("一页")
    for one in given:
        text, looks = one if isinstance(one, tuple) else (one, {})
        made.line(text, **looks)
    return made


def headings(*given):
    return find(numbered(paper(*given))[0])


def sure(*given):
    return [(one.level, one.text) for one in headings(*given).sure]


def asked(*given):
    """{text: guess}"""
    return {one.text: one.guess for one in headings(*given).asked}


def applied(made, answers=None):
    """What mammoth makes of it."""
    box, _labels = numbered(made)
    found = find(box)
    apply(box, found, answers)
    return mammoth.convert_to_html(box.save()).value


BOLD = {"bold": True}
MIDDLE = {"bold": True, "align": "center"}
