"""The order of what was found: the same few sums whatever engine found it."""

from collections import Counter
from itertools import pairwise

from search.analysis import fold, pairs, sounds

# What each is worth. Tried on known items, questions and slips of the Chinese laws (docs/search.md).
WORTH = {
    # the first of a list; the last gets nothing
    "strict": 0.6,
    "titled": 0.3,
    "loose": 0.1,
    "in_title": 0.1,
    "sounding": 0.4,
    "slipped": 0.2,
    "all_words": 1.0,
    "title_words": 2.0,
    "title_is": 1.0,
    "title_like": 1.0,
    "sounds_like": 2.0,
    "but_for_one": 1.8,
    "means_most": 0.4,
    "title_means": 2.0,
    "told": 1.0,
    "together": 1.5,
    "verified": 0.1,
    "overdue": -0.1,
    "coming": -0.2,
    "repealed": -1.5,
}
FIRST, MOST, ENOUGH = 10, 40, 0.6  # of what matches in part
LOOKED_INTO = 16  # for what stands close together
LISTED = {"strict": 50, "titled": 30, "loose": 50, "in_title": 30, "sounding": 200, "slipped": 30, "pinned": 1}


def rank(candidates, plan, today):
    """Best first. Equal ones in the order of their entries, so that pages of results never overlap."""
    typed = Counter(plan.grams)
    heard = [sounds(word) for word in plan.words] if any("sounding" in each.places for each in candidates) else []
    for each in candidates:
        each.score = _score(each, plan, typed, heard, today)
    return in_order(candidates)


def in_order(candidates):
    return sorted(candidates, key=lambda each: (-each.score, each.pk))


def _score(each, plan, typed, heard, today):
    title = fold(each.title)
    score = sum(WORTH[name] * (1 - place / LISTED[name]) for name, place in each.places.items() if name in WORTH)
    score += WORTH["means_most"] / (1 + each.places["loose"]) if "loose" in each.places else 0
    score += WORTH["all_words"] if "strict" in each.places else 0
    score += _in_title(plan, title)
    score += WORTH["title_like"] * dice(typed, Counter(pairs(title)))
    if "sounding" in each.places:
        score += WORTH["sounds_like"] * _heard(heard, sounds(title))
    if "slipped" in each.places:
        score += WORTH["but_for_one"] * _but_for_one(plan.words[0], title)
    return score + trust(each, today)


def _in_title(plan, title):
    """All words in the title are what people look for most; half of them half as much, another word for one less."""
    if not plan.words:
        return 0.0
    said = [1.0 if word in title else 0.8 * any(other in title for other in plan.others(word)) for word in plan.words]
    share = sum(said) / len(said)
    if not all(said):
        return WORTH["title_words"] * share / 2
    return WORTH["title_words"] * share + WORTH["title_is"] * min(1.0, sum(map(len, plan.words)) / len(title))


def _heard(said, title):
    """How much of what was typed sounds in the title, 0 … 1; a little more in shorter titles. Two syllables alone may
    be anything."""
    pairs_of_title = set(pairwise(title))
    asked = [pair for word in said for pair in pairwise(word)]
    if not asked:
        return 0.3
    share = sum(pair in pairs_of_title for pair in asked) / len(asked)
    return share * (0.9 if len(asked) > 1 else 0.5) + 0.1 * min(1.0, len(asked) / max(len(title), 1))


def _but_for_one(word, title):
    """1 where the title holds the word with one other character in it, more in shorter titles."""
    size = len(word)
    for start in range(len(title) - size + 1):
        if sum(a != b for a, b in zip(word, title[start : start + size], strict=True)) == 1:
            return 0.9 + 0.1 * size / len(title)
    return 0.0


def trust(each, today):
    """A repealed text never comes before the one in force that answers as well."""
    if each.binds_until is not None and each.binds_until <= today:
        return WORTH["repealed"]
    if each.binds_from is not None and each.binds_from > today:
        return WORTH["coming"]
    if each.valid_until is None:
        return 0
    return WORTH["verified"] if each.valid_until >= today else WORTH["overdue"]


def weigh(candidates, texts, sought, is_question):
    """Add what the title of each says, for a question how much its text tells, and for the best how close together.

    `texts`: {pk: Found}. How often a text holds parts of a word that stands nowhere as it was typed tells nothing.
    """
    worth = WORTH["told"] if is_question else 0.0
    sought.read({pk: found.folded for pk, found in texts.items()})
    for each in candidates:
        title = fold(each.title)
        each.titled = sought.in_title(title)
        each.score += WORTH["title_means"] * each.titled
        if (found := texts.get(each.pk)) is not None:
            each.score += worth * sought.told(each.pk, found.folded, title)
    candidates = in_order(candidates)
    for each in candidates[:LOOKED_INTO]:
        if (found := texts.get(each.pk)) is not None:
            each.stretches = sought.together(each.pk, found.folded)
            each.score += WORTH["together"] * each.says
    return in_order(candidates)


def worth_showing(candidates):
    """The first ten, and as many more as say nearly as much as the first."""
    best = candidates[0].score if candidates else 0
    return [each for place, each in enumerate(candidates) if place < FIRST or each.score >= best * ENOUGH][:MOST]


def dice(some, others):
    """Likeness of two bags: twice what they share, by what they hold. Dice 1945."""
    whole = some.total() + others.total()
    return 2 * (some & others).total() / whole if whole else 0.0
