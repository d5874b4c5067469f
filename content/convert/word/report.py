"""What a file said that its page does not say, told in codes: who shows them finds the words."""

from collections import Counter
from dataclasses import dataclass

from content.convert.word.trees import paragraph_of, text_before, text_of

LONGEST_SAMPLE, LONGEST_PLACE = 200, 40  # characters
MOST_OF_A_KIND = 100  # told one by one; all are counted


@dataclass(frozen=True)
class Loss:
    """`what` is one of CODES, `where` quotes the paragraph that it was in or stood behind."""

    what: str
    where: str = ""
    sample: str = ""


CODES = (
    "deleted",  # struck out by a tracked change
    "moved",  # stands at its new place only
    "comment",
    "hidden",
    "contents",  # a table of contents; pages make their own
    "formula",  # kept as plain text
    "ruby",  # how characters sound; the characters stay
    "external_picture",
    "missing_picture",
    "object",  # of another program; its picture stays
    "chart",
    "diagram",  # its words stay
    "shape",  # arrows and lines
    "field",  # what Word reckons only when it shows it
    "symbol",  # a sign of a font that has no character
    "placeholder",  # "click here to enter text"
    "chunk",  # another file inside the file
    "reference",  # to a place of the file that is not there; its words stay
    "header",
    "footer",
    "large_picture",  # too large to be shown to anybody
    "strange_picture",  # of no kind that we know
    "metafile",  # a drawing (EMF, WMF) that could not be made a picture
    "hidden_sheet",  # and what else a workbook does not show, or shows more of than a page can
    "hidden_rows",
    "hidden_columns",
    "more_sheets",
    "more_rows",
    "more_columns",
    "not_reckoned",  # a formula whose value nobody kept
    "missing",  # said by the file, not by what was made of it: a mistake of ours
)


class Report:
    """Losses in the order they were met."""

    def __init__(self):
        self.losses, self.counts = [], Counter()
        self.told = {}  # {what: everything that was lost, uncut}

    def lose(self, what, element=None, sample="", *, where=None):
        """`element` stands where it was lost, or is what was lost."""
        self.counts[what] += 1
        self.told.setdefault(what, []).append(sample)
        if self.counts[what] > MOST_OF_A_KIND:
            return
        place = _place(element) if where is None else where
        self.losses.append(Loss(what, _short(place, LONGEST_PLACE), _short(sample, LONGEST_SAMPLE)))

    def of(self, what):
        return [loss for loss in self.losses if loss.what == what]


class Silence(Report):
    """For parts whose losses are nobody's concern, such as what is printed on every page."""

    def lose(self, *_about, **_more):
        pass


def _place(element):
    paragraph = None if element is None else paragraph_of(element)
    if paragraph is None:
        return ""
    return text_of(paragraph) or text_before(paragraph)


def _short(text, length):
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"
