"""Tables of contents are left out: a page makes its own, and page numbers of paper mean nothing there."""

import re

from content.convert.word import fields
from content.convert.word.names import RUN, TBL, P, name_of, value_of, w
from content.convert.word.trees import drop_paragraph, is_empty, paragraph_of, remove, text_of

_GALLERIES = ("table of contents", "目录")
_TITLE = re.compile(r"(?:图|表|图表|插图|附图|附表|表格)?(?:目\s*[录錄次]|contents|tableofcontents)", re.IGNORECASE)
_LINE = re.compile(r".*\S(?:\s*\t\s*|\s*[.．…·⋯‥]{2,}\s*)[\dIVXivx－-]{1,6}")
_FEWEST_LINES = 2


def drop(story, report, styles):
    """17.5.2.12 from a gallery, 17.16.5.68 as a bare field, and typed by hand below a title that says so."""
    for control in list(story.iter(w("sdt"))):
        gallery = (value_of(control, "sdtPr", "docPartObj", "docPartGallery") or "").lower()
        if gallery in _GALLERIES and control.getparent() is not None:
            _tell(control, [text_of(one) for one in control.iter(P)], report)
            _remove_control(control)
    _drop_fields(story, report)
    _drop_typed(story, report, styles)


def _remove_control(control):
    """A section that ends within would take its page with it; nobody needs that here."""
    parent, before = control.getparent(), control.getprevious()
    parent.remove(control)
    if name_of(parent) == "tc" and parent.find(P) is None:
        parent.append(parent.makeelement(P))
    _drop_title(before)


def _drop_fields(story, report):
    ours = [one for one in fields.read(story) if one.keyword == "TOC"]
    if not ours:
        return
    order = {run: place for place, run in enumerate(story.iter(RUN))}
    runs = list(order)
    for one in ours:
        if one.begin.getparent() is None or one.end not in order:
            continue
        inside = runs[order[one.begin] : order[one.end] + 1]
        paragraphs = list(dict.fromkeys(paragraph_of(run) for run in inside))
        before = None if paragraphs[0] is None else paragraphs[0].getprevious()
        _tell(paragraphs[0], [text_of(paragraph) for paragraph in paragraphs if paragraph is not None], report)
        for run in inside:
            remove(run)
        for paragraph in paragraphs:
            _drop_if_bare(paragraph)
        _drop_title(before)


def _drop_if_bare(paragraph):
    """Entries are links and controls with nothing in them now."""
    if paragraph is None or text_of(paragraph):
        return
    if next(paragraph.iter(w("drawing"), w("pict"), w("object")), None) is not None:
        return
    if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is None:
        drop_paragraph(paragraph)


def _drop_typed(story, report, styles):
    """A line that says 目录 and lines below it that end with a page; or lines in the styles that Word has for them."""
    blocks = [one for one in story.iter(P) if next(one.iterancestors(TBL), None) is None]
    texts = {one: text_of(one) for one in blocks}
    if sum(1 for text in texts.values() if _LINE.fullmatch(text)) < _FEWEST_LINES:
        return
    place = 0
    while place < len(blocks):
        titled = _is_title(blocks[place])
        first = place + 1 if titled else place
        last = first
        while last < len(blocks) and _is_line(blocks[last], styles, titled):
            last += 1
        lines = [one for one in blocks[first:last] if text_of(one)]
        if len(lines) >= _FEWEST_LINES:
            _tell(blocks[first], [text_of(one) for one in lines], report)
            before = blocks[first].getprevious()
            for one in lines:
                drop_paragraph(one)
            _drop_title(before)
        place = max(last, place + 1)


def _is_line(paragraph, styles, titled):
    text = text_of(paragraph)
    if not text:
        return titled
    is_styled = re.fullmatch(r"(?:toc|目录) ?\d", styles.name(styles.of(paragraph))) is not None
    return bool((titled or is_styled) and _LINE.fullmatch(text))


def _is_title(paragraph):
    text = text_of(paragraph)
    return len(text) < 30 and _TITLE.fullmatch(re.sub(r"\s", "", text)) is not None


def _drop_title(block):
    """The line above that said 目录, over empty ones."""
    while block is not None and block.tag == P and is_empty(block) and block.getprevious() is not None:
        block = block.getprevious()
    if block is not None and block.tag == P and _is_title(block):
        drop_paragraph(block)


def _tell(element, lines, report):
    lines = [line for line in lines if line]
    if lines:
        report.lose("contents", element, "；".join(lines[:3]), where="")
