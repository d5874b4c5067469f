"""The order of what was found: the same few sums whatever engine found it."""

from collections import Counter
from itertools import pairwise
from math import log1p

from search.analysis import fold, pairs, sounds
from search.answering.passages import best_window

# What each is worth. Tried on known items, questions and slips of the Chinese laws (docs/search.md).
WORTH = {
    "strict": 0.6,
    "titled": 0.3,
    "loose": 0.6,
    "in_title": 0.4,
    "sounding": 0.6,  # the first of a list; the last 0
    "all_words": 1.0,
    "title_words": 2.0,
    "title_is": 1.0,
    "title_like": 1.0,
    "sounds_like": 1.2,
    "passage": 2.0,
    "verified": 0.1,
    "overdue": -0.1,
    "coming": -0.2,
    "repealed": -1.5,
}
LISTED = {"strict": 50, "titled": 30, "loose": 50, "in_title": 30, "sounding": 30}


def rank(candidates, plan, today, frequencies=None, size=0):
    """Best first. Equal ones in the order of their entries, so that pages of results never overlap."""
    typed = Counter(plan.grams)
    heard = (
        Counter(_syllable_pairs(" ".join(plan.words)))
        if any("sounding" in each.places for each in candidates)
        else None
    )
    for each in candidates:
        each.score = _score(each, plan, typed, heard, today)
    return sorted(candidates, key=lambda each: (-each.score, each.pk))


def _score(each, plan, typed, heard, today):
    title = fold(each.title)
    score = sum(WORTH[name] * (1 - place / LISTED[name]) for name, place in each.places.items())
    score += WORTH["all_words"] if "strict" in each.places else 0
    if plan.words and all(word in title for word in plan.words):
        score += WORTH["title_words"] + WORTH["title_is"] * sum(map(len, plan.words)) / max(len(title), 1)
    score += WORTH["title_like"] * dice(typed, Counter(pairs(title)))
    if heard:
        score += WORTH["sounds_like"] * dice(heard, Counter(_syllable_pairs(title)))
    return score + trust(each, today)


def trust(each, today):
    """A repealed text never comes before the one in force that answers as well."""
    if each.binds_until is not None and each.binds_until <= today:
        return WORTH["repealed"]
    if each.binds_from is not None and each.binds_from > today:
        return WORTH["coming"]
    if each.valid_until is None:
        return 0
    return WORTH["verified"] if each.valid_until >= today else WORTH["overdue"]


def weigh_passages(candidates, texts, weights):
    """Add what the best passage of each is worth; `texts`: {pk: folded text}."""
    for each in candidates:
        if (text := texts.get(each.pk)) is not None:
            each.window = best_window(text, weights)
            each.score += WORTH["passage"] * each.window.score
    return sorted(candidates, key=lambda each: (-each.score, each.pk))


def weights_of(grams, frequencies, size):
    """How much each pair or word of a question says: the rarer, the more."""
    return {gram: log1p(size / (1 + frequencies.get(gram, 0))) for gram in dict.fromkeys(grams) if gram in frequencies}


def dice(some, others):
    """Likeness of two bags: twice what they share, by what they hold. Dice 1945."""
    whole = some.total() + others.total()
    return 2 * (some & others).total() / whole if whole else 0.0


def _syllable_pairs(text):
    said = sounds(text)
    return list(pairwise(said)) or said
