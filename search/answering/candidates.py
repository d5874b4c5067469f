"""What might be the answer: the best of several ways to ask, as one list with where each came from."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from search.analysis import fold, is_han, pairs, phrase, sounds
from search.analysis.sounds import syllables_in
from search.analysis.tokens import _RUNS
from search.answering.cues import cue_of
from search.answering.evidence import Sought
from search.answering.meaning import meaning_of
from search.answering.plans import rarest, telling
from search.engines import Sound, Wanted, own_engine
from search.models import SearchEntry

STRICT, LOOSE, TITLED, SOUNDING, SLIPPED = 50, 50, 30, 30, 30
SPARSE = 20  # entries that hold some of a question: below, its single characters are looked for too
RARE, FEW_CHARACTERS = 0.02, 4  # of all entries at most, and so many of them
LEAST_SLIPPED, MOST_SLIPPED = 3, 16  # characters of what may have a wrong one
FEW = 10  # hits that hold all words: below, what matches in part is looked for too


@dataclass
class Candidate:
    """An entry that might answer, and where it stood in which list."""

    pk: int
    title: str
    kind: str
    about: tuple[int, int]
    length: int
    version: str
    valid_until: object
    binds_from: object
    binds_until: object
    scope_id: int | None
    places: dict = field(default_factory=dict)  # {list: place in it}
    score: float = 0.0
    stretches: list = field(default_factory=list)  # of its text, that say most: (share of what is meant, where)

    titled: float = 0.0  # how much of a question the title says

    @property
    def says(self):
        """How much of a question the best stretch says."""
        return self.stretches[0][0] if self.stretches else 0.0


COLUMNS = (
    *("pk", "title", "kind", "about_type_id", "about_id", "length", "version"),
    *("valid_until", "binds_from", "binds_until", "scope_id"),
)


def rows_of(lists) -> list[Candidate]:
    """One query for all of them."""
    ids = list(dict.fromkeys(pk for ids in lists.values() for pk in ids))
    rows = {row[0]: row for row in SearchEntry.objects.filter(pk__in=ids).values_list(*COLUMNS)}
    found = {}
    for pk, title, kind, about_type, about_id, *more in (rows[pk] for pk in ids if pk in rows):
        found[pk] = Candidate(pk, title, kind, (about_type, about_id), *more)
    for name, listed in lists.items():
        for place, pk in enumerate(listed):
            if pk in found:
                found[pk].places[name] = place
    return list(found.values())


def whole(engine, plan):
    """Those that hold all words: how many, the engine's best, and those that hold them in the title."""
    counts, best = engine.answer(plan.ask, limit=STRICT, order=plan.order)
    lists = {"strict": best}
    if len(best) == STRICT and plan.order == "relevance" and plan.ask.wanted:
        in_title = tuple(replace(each, field="title") for each in plan.ask.wanted)
        lists["titled"] = engine.best(replace(plan.ask, wanted=in_title), limit=TITLED)
    return counts, lists


def in_part(engine, plan, without):
    """Those that hold some of what is meant: in the text, in the title, as it sounds, or but for one character.

    Answers the lists, and what is looked for in their texts.
    """
    typed = " ".join(plan.words)
    meant = meaning_of(typed, plan.expand, plan.within(typed) if plan.is_sentence else ())
    frequencies = engine.frequencies([*meant.grams, *plan.grams])
    size = engine.size()
    ask = replace(plan.ask, wanted=(), without=(*plan.ask.without, *without))
    lists = {
        "loose": engine.partly(ask, telling(meant.grams, frequencies, size), limit=LOOSE),
        "in_title": engine.partly(ask, rarest([*meant.grams, *plan.grams], frequencies), limit=TITLED, in_title=True),
        "sounding": sounding(ask, plan.words, SOUNDING),
        "slipped": slipped(engine, ask, plan.words) if not without and not plan.is_asked else [],
    }
    if plan.is_sentence and len(lists["loose"]) < SPARSE:
        lists["characters"] = holding(engine, ask, meant.characters, size)
    return lists, Sought(meant.weighed(frequencies, size), meant.characters, cue_of(typed))


def titled_as_wanted(candidates, plan) -> list[Candidate]:
    """Those whose titles hold something of each word that is wanted there, or sound like it."""
    wanted = [pairs(term.text) for term in plan.query.terms if term.field == "title" and not term.excluded]
    return [
        each
        for each in candidates
        if {"sounding", "slipped"} & each.places.keys()
        or all(any(pair in fold(each.title) for pair in some) for some in wanted)
    ]


def holding(engine, ask, characters, size) -> list[int]:
    """Those that hold words with one of the rarest of these characters, whatever words: 腕带 where 手腕 was said."""
    ends = engine.frequencies(characters)  # of words, as a character alone is indexed; the best guess there is
    rare = [each for each in characters if ends.get(each, 0) <= max(size * RARE, FEW_CHARACTERS)]
    chosen = sorted(rare, key=lambda each: ends.get(each, 0))[:FEW_CHARACTERS]
    phrases = tuple(phrase(each) for each in chosen)
    return engine.best(replace(ask, wanted=(Wanted(phrases),)), limit=LOOSE) if phrases else []


def slipped(engine, ask, words) -> list[int]:
    """Those whose titles hold what was typed but for one character: what stands before it and behind it."""
    if len(words) != 1 or not LEAST_SLIPPED <= len(words[0]) <= MOST_SLIPPED or not is_han(words[0]):
        return []
    found, word = [], words[0]
    for place in range(len(word)):
        around = [phrase(piece, quoted=True) for piece in (word[:place], word[place + 1 :]) if piece]
        wanted = tuple(Wanted((each,), "title") for each in around if each.tokens)
        found += engine.best(replace(ask, wanted=wanted), limit=SLIPPED) if wanted else []
    return list(dict.fromkeys(found))[:SLIPPED]


def sounding(ask, words, limit):
    """Those whose titles sound like what was typed: in pinyin, in first letters, or with a wrong character."""
    heard = [each for word in words for each in heard_in(word)]
    return own_engine().sounding(ask, heard, limit=limit) if heard else []


def heard_in(word) -> list[Sound]:
    """The rows of syllables or first letters that a typed word may stand for."""
    runs = list(_RUNS.finditer(word))
    if not runs or not any(run[1] or run[0].isalpha() for run in runs):
        return []
    if all(run[1] for run in runs):  # Han only: heard as it is spelt
        said = sounds(word)
        return [Sound(tuple(said))] if len(said) > 1 else []
    ways = [()]
    letters = []
    for run in runs:
        if run[1] or not run[0].isascii() or run[0].isdigit():
            ways = [(*way, *sounds(run[0])) for way in ways]
            letters += [each[0] for each in sounds(run[0])]
        else:
            cuts = syllables_in(run[0])
            ways = [(*way, *cut) for way in ways for cut in cuts][:4]
            letters += run[0]
    is_half_typed = not runs[-1][1]
    found = [Sound(way, is_half_typed) for way in ways if way]
    if 2 <= len(letters) <= 20:
        found.append(Sound(tuple(a + b for a, b in pairwise(letters)), is_initials=True))
    return found


def is_typed_by_sound(words) -> bool:
    """Whether it is all in letters, or letters and characters mixed: pinyin, perhaps."""
    return any(run[0].isascii() and run[0].isalpha() for word in words for run in _RUNS.finditer(word))
