"""What was perhaps meant: words that sound the same, or differ in one character, and that this reader would find.

Only ever offered. A medicine that sounds like another is another medicine.
"""

import re
from dataclasses import dataclass, replace

from search.analysis import fold, is_han, phrase, sounds
from search.engines import Wanted

ENOUGH = 3  # hits: with so many nobody needs to be asked
LEAST, MOST = 2, 12  # characters of a word that is looked at
TRIED, OFFERED = 6, 2
READ = 60_000  # characters of texts looked through


@dataclass(frozen=True)
class Meant:
    """Other words, and how many things hold them all."""

    text: str
    number: int


def meant(engine, plan, total, titles, texts) -> list[Meant]:
    """Each word that nothing holds put right by what stands in titles and texts near by; the likeliest first.

    `titles`: of what matches in part, best first; `texts`: folded. Some counts for what is tried, mostly none.
    """
    if total >= ENOUGH or not plan.words or plan.is_sentence:
        return []
    near = [fold(title) for title in titles]
    corrected = [_corrections(engine, plan, word, near, texts) for word in plan.words]
    if not any(corrected):
        return []
    found = []
    for place in range(OFFERED):
        words = [
            others[min(place, len(others) - 1)] if others else word
            for word, others in zip(plan.words, corrected, strict=True)
        ]
        text = " ".join(words)
        if text != " ".join(plan.words) and text not in [each.text for each in found]:
            number = _count(engine, plan, words)
            found += [Meant(text, number)] if number > total or not total else []
    return found


def _corrections(engine, plan, word, titles, texts):
    """What may stand for this word, those that sound the same first, then those that more things hold."""
    if not LEAST <= len(word) <= MOST or not is_han(word) or _count(engine, plan, [word]):
        return []
    said = sounds(word)
    numbers = {}
    for other in _near(word, said, titles, texts):
        numbers[other] = numbers.get(other, 0) + 1
    likely = sorted(numbers, key=lambda other: (sounds(other) != said, -numbers[other], other))[:TRIED]
    counted = [(sounds(other) == said, _count(engine, plan, [other]), other) for other in likely]
    return [other for same, number, other in sorted(counted, key=lambda each: (not each[0], -each[1])) if number]


def _near(word, said, titles, texts):
    """Stretches of titles that sound the same, and of titles and texts with one other character."""
    size = len(word)
    for title in titles:
        for start in range(len(title) - size + 1):
            stretch = title[start : start + size]
            if stretch != word and is_han(stretch) and _shares(stretch, word) and sounds(stretch) == said:
                yield stretch
    if size < 3:
        return
    slips = "|".join(f"{re.escape(word[:place])}[^\\W\\d_a-z]{re.escape(word[place + 1 :])}" for place in range(size))
    left = READ
    for text in [*titles, *texts]:
        yield from (match for match in re.findall(slips, text[:left]) if match != word)
        left -= len(text)
        if left <= 0:
            return


def _shares(stretch, word):
    """Whether a character stands where it stands in the word: what has none in common is another word."""
    return len(word) < 3 or any(a == b for a, b in zip(stretch, word, strict=True))


def _count(engine, plan, words):
    wanted = tuple(Wanted((phrase(word, quoted=True),)) for word in words)
    return engine.count(replace(plan.ask, wanted=wanted), facets=()).total
