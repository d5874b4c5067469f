"""第十二条: a lead of its paragraph and never a heading by itself; and whether one is missing."""

import re

from lxml import etree

from content.convert.word.lines import tidy
from content.convert.word.marks import mark_of
from content.convert.word.names import RPR, RUN, P, T, w
from content.convert.word.questions import Question
from content.convert.word.styling import is_heading
from content.convert.word.trees import run_like, text_of

_LEAD = re.compile(r"\s*第\s*[^\s第条]{1,9}\s*条")


def doubts(sheet) -> list[Question]:
    """Articles run through a whole text; they begin anew with one, as in what is enclosed."""
    found, last, before = [], 0, ""
    for line in sheet.lines:
        if line.mark is None or line.mark.kind != "article":
            continue
        value, label = line.mark.values[0], "".join(line.mark.label.split())
        kind = _kind(value, last)
        if kind:
            found.append(Question(f"{kind}:{line.place}", kind, f"{before} → {label}".strip(), line.text[:60]))
        last, before = value, label
    return found


def _kind(value, last):
    if value == last + 1 or value == 1:
        return ""
    if value == last:
        return "article_twice"
    return "article_gap" if value > last else "article_back"


def embolden(box):
    """The number alone, where a paragraph of the text begins with it."""
    for paragraph in box.body.iterchildren(P):
        mark = mark_of(tidy(text_of(paragraph)))
        if mark is not None and mark.kind == "article" and not is_heading(paragraph):
            _embolden_lead(paragraph)


def _embolden_lead(paragraph):
    runs = paragraph.findall(RUN)
    found = _LEAD.match("".join("".join(one.text or "" for one in run.iter(T)) for run in runs))
    left = found.end() if found else 0
    for run in runs:
        texts = run.findall(T)
        length = sum(len(one.text or "") for one in texts)
        if left <= 0:
            return
        if not length:
            continue
        if length > left:
            if len(texts) != 1 or len([one for one in run if one.tag not in (RPR, T)]):
                return
            words = texts[0].text
            run.addprevious(run_like(run, words[:left], b="1"))
            texts[0].text = words[left:]
            return
        _set_bold(run)
        left -= length


def _set_bold(run):
    properties = run.find(RPR)
    if properties is None:
        properties = etree.Element(RPR)
        run.insert(0, properties)
    for old in properties.findall(w("b")):
        properties.remove(old)
    etree.SubElement(properties, w("b"))
