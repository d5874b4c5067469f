"""The sentences of a text that answer a question: whole ones, so that they can be read where they are quoted."""

import re
from bisect import bisect_right
from itertools import pairwise

from search.answering.evidence import CUED, STEP, places_of
from search.answering.passages import WINDOW, Window

TIGHT = 0.3  # of all that is meant: what a passage of full size must tell more than a short one
SAID = 0.7  # of a concept that the title names already
_ENDS = re.compile(r"[。！？；!?;\n]")


def stretch_of(text, stretches) -> Window:
    """The first of those that say most."""
    said, place = stretches[0] if stretches else (0.0, 0)
    return Window(place, min(place + 2 * STEP, len(text)), said)


def best_sentences(text, sought, stretches, size, title="") -> Window:
    """The sentences about these stretches that answer best, and their neighbours as far as there is room: tight ones
    rather than wide. What the title says already need not be said again. Where sentences are too long, a stretch.
    """
    best = Window(0, 0, 0.0)
    for _said, place in stretches:
        start, stop = _border(text, max(place - size, 0)), _border(text, place + 2 * STEP + size)
        found = _best_of(text[start:stop], sought, size, title)
        if found.score > best.score:
            best = Window(start + found.start, start + found.end, found.score, is_whole=True)
    return best if best.score else stretch_of(text, stretches)


def _border(text, place):
    """Between two sentences, the next one behind this place; the place itself where none is near."""
    end = _ENDS.search(text, place, place + WINDOW) if 0 < place < len(text) else None
    return end.end() if end else place


def _best_of(text, sought, size, title):
    ends = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    sentences = [(start, end) for start, end in pairwise(ends) if end - start > 1]
    told = _told_by(text, sentences, sought, title)
    best, first, last = 0.0, None, None
    for begin in sorted(told):
        held, stop = {}, begin
        while stop < len(sentences) and (length := sentences[stop][1] - sentences[begin][0]) <= size:
            for concept, weight in told.get(stop, {}).items():
                held[concept] = max(weight, held.get(concept, 0.0))
            score = sum(held.values()) - TIGHT * length / size
            if score > best:
                best, first, last = score, begin, stop
            stop += 1
    if first is None:
        return Window(0, 0, 0.0)
    first, last = _grown(sentences, first, last, size)
    return Window(sentences[first][0], sentences[last][1], best)


def _told_by(text, sentences, sought, title):
    """{sentence: {concept: share of all that is meant}}."""
    starts, told = [start for start, _end in sentences], {}
    for number, each in enumerate(sought.concepts):
        share = each.weight / sought.whole * (SAID if any(name in title for name in each.names) else 1.0)
        for name, worth in each.names.items():
            for place in places_of(name, text):
                held = told.setdefault(bisect_right(starts, place) - 1, {})
                held[number] = max(share * worth, held.get(number, 0.0))
    for start, _end in sought.cue.places_in(text) if sought.cue else ():
        if (held := told.get(bisect_right(starts, start) - 1)) is not None:
            held["cue"] = CUED
    return told


def _grown(sentences, first, last, size):
    """With the sentences behind and before, in turns, while there is room."""
    while True:
        grown = first, last
        if last + 1 < len(sentences) and sentences[last + 1][1] - sentences[first][0] <= size:
            last += 1
        if first and sentences[last][1] - sentences[first - 1][0] <= size:
            first -= 1
        if grown == (first, last):
            return grown
