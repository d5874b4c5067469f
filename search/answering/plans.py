"""From what was typed to what an engine is asked."""

from dataclasses import dataclass, field

from search.analysis import pairs, phrase
from search.answering import lists
from search.engines import Ask, Sound, Wanted
from search.language import Query

RAREST = 32  # words of a question that are looked for; the study's best trade of quality and time
IN_TITLE = 16  # of them looked for in titles
COMMON = 0.10  # of all entries: what stands in more of them says little
SMALL = 2_000  # entries below which nothing is too common
MANY_WORDS = 9  # characters: a longer run is a sentence rather than a word
ASKING = tuple(lists.words("interrogatives.txt"))


def nothing(words):
    """No other words."""
    return ()


@dataclass(frozen=True)
class Plan:
    """What is asked of engines, and what the answers are ranked by."""

    query: Query
    ask: Ask
    words: tuple[str, ...]  # folded, as typed, without operators
    synonyms: dict = field(default_factory=dict)  # word → those looked for besides
    grams: tuple[str, ...] = ()  # pairs and words of all of it, repeats kept
    sounds: tuple[Sound, ...] = ()
    is_sentence: bool = False
    expand: object = None  # word → its synonyms
    within: object = None  # sentence → synonyms of the words in it
    order: str = "relevance"

    def others(self, word) -> tuple[str, ...]:
        """What else was looked for in the place of a word."""
        return self.synonyms.get(word, ())

    @property
    def also(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(other for others in self.synonyms.values() for other in others))

    @property
    def is_asked(self) -> bool:
        """Whether it says that it asks: “怎么”, “多久”."""
        return any(map(_asks, self.words))

    @property
    def is_empty(self):
        return not self.ask.wanted and not self.ask.conditions

    @property
    def wants_parts(self):
        """Whether what matches in part is worth showing below the few that hold all words; not for one short word."""
        is_more = len(self.words) > 1 or any(len(word) >= MANY_WORDS for word in self.words)
        return self.order == "relevance" and bool(self.grams) and is_more


def plan_for(
    query, who, *, conditions=(), without=(), expand=nothing, within=nothing, today, order="relevance"
) -> Plan:
    wanted, unwanted, words, synonyms = [], [], [], {}
    for term in query.terms:
        exact = phrase(term.text, quoted=term.quoted)
        if not exact.tokens:
            continue
        if term.excluded:
            unwanted.append(Wanted((exact,), term.field))
            continue
        more = () if term.quoted or _asks(exact.text) else expand(exact.text)
        synonyms[exact.text] = more
        words.append(exact.text)
        others = [each for each in (phrase(word, quoted=True) for word in more) if each.tokens]
        wanted.append(Wanted((exact, *others), term.field))
    ask = Ask(who, tuple(wanted), tuple(unwanted), tuple(conditions), tuple(without), today)
    return Plan(
        query,
        ask,
        tuple(words),
        synonyms,
        tuple(gram for word in words for gram in pairs(word)),
        is_sentence=_is_sentence(words),
        expand=expand,
        within=within,
        order=order,
    )


def _is_sentence(words):
    return any(len(word) >= MANY_WORDS or _asks(word) for word in words)


def _asks(word):
    return any(asking in word for asking in ASKING)


def telling(grams, frequencies, size) -> list[str]:
    """The rarest of them, those that stand in too many entries left out; repeats kept, as they carry weight."""
    known = [gram for gram in grams if gram in frequencies]
    if size > SMALL:
        rare = [gram for gram in known if frequencies[gram] <= size * COMMON]
        known = rare or sorted(known, key=frequencies.get)[:3]
    kept = set(sorted(set(known), key=frequencies.get)[:RAREST])
    return [gram for gram in known if gram in kept]


def rarest(grams, frequencies) -> list[str]:
    """Those that are looked for in titles, where no word is too common."""
    known = sorted({gram for gram in grams if gram in frequencies})
    return sorted(known, key=frequencies.get)[:IN_TITLE]
