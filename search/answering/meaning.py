"""What a question is about: its words without those that only ask, and what hospital people call them besides.

Words are cut by rjieba here and nowhere else: only to tell which pairs of characters belong together. The index knows
no words, so a wrong cut costs a little weight and never a hit.
"""

import re
from dataclasses import dataclass
from itertools import chain

from search.analysis import is_han, pairs
from search.analysis.tokens import HAN
from search.answering import lists
from search.answering.concepts import Concept, Weighed, across, another, concept_of, distinct, weighed

_LINE = re.compile(r"(?:([^|]*)\|)?([^|>]*)(?:>(.*))?")


def _everyday():
    """{name: what is looked for besides}. “only said | names > where it may be written besides”."""
    others = {}
    for line in chain.from_iterable(lists.lines(name) for name in lists.names_in("everyday")):
        said, names, written = (tuple(part.split()) for part in _LINE.fullmatch(line).groups(""))
        told = names + written  # one tuple for all that is only said: there are thousands of them
        more = dict.fromkeys(said, told) | {name: tuple(each for each in told if each != name) for name in names}
        for word, found in more.items():
            known = others.get(word)
            others[word] = tuple(dict.fromkeys(known + found)) if known else found
        for word in written:
            others.setdefault(word, ())
    return others


# Dropped from questions. Of words of one character these and no others are.
ASKING = frozenset(lists.words("asking.txt"))
# Asked for in questions only: a word that is searched alone stays itself.
EVERYDAY: dict[str, tuple[str, ...]] = _everyday()
LONGEST_NAME = 8  # words of rjieba's dictionary
# What may stand between the two characters of a word that Chinese parts: 献过血, 查几次房, 开不了药
_ENDINGS = "过|了|着|完|好|不了|不成|得了|不|什么|啥|多少|一下|几|[一两二三四五六七八九十半\\d]+"
_BETWEEN = f"(?:{_ENDINGS})(?:个|次|天|年|回|遍|点|趟|场|台|针|毫升)?"
_PARTED = re.compile(f"(?=([{HAN}])(?:{_BETWEEN})+([{HAN}]))")


@dataclass(frozen=True)
class Meaning:
    """What a question is about: runs of words that tell something, with what they may be called besides."""

    runs: tuple[tuple[str, ...], ...]  # words that follow each other
    besides: tuple[str, ...]
    concepts: tuple[Concept, ...] = ()

    @property
    def grams(self) -> list[str]:
        """The tokens an index is asked for: pairs across words too, as a cut may be wrong."""
        typed = [gram for run in self.runs for gram in pairs("".join(run))]
        return typed + [gram for other in self.besides for gram in pairs(other)]

    @property
    def characters(self) -> list[str]:
        """Those of its words; each is part of other words for the same, as 手腕 and 腕带."""
        typed = dict.fromkeys("".join(map("".join, self.runs)))
        return [each for each in typed if is_han(each) and each not in ASKING]

    def weighed(self, frequencies, size) -> list[Weighed]:
        """What each concept weighs in an index of this size, whose tokens stand in so many entries."""
        return weighed(self.concepts, frequencies, size)


def meaning_of(typed, expand=lambda word: (), others=()) -> Meaning:
    """`typed`: folded. `expand`: a librarian's other words for one; `others`: those found already."""
    runs, besides, concepts = [[]], dict.fromkeys(others), []
    for word, parts in _words(typed):
        if word in ASKING or not pairs(word):
            runs.append([])
            continue
        runs[-1].append(word)
        more = tuple(_besides(word, parts, expand))
        besides |= dict.fromkeys(more)
        concepts.append(concept_of(word, parts, more))
    for word in _parted(typed):
        more = (word, *_besides(word, (), expand))
        besides |= dict.fromkeys(more)
        concepts.append(concept_of(word, (), more))
    told = [tuple(run) for run in runs if len("".join(run)) > 1]
    runs = tuple(told or (tuple(run) for run in runs if run))
    concepts += [*map(another, others), *across(runs)]
    return Meaning(runs, tuple(besides), tuple(distinct(concepts)))


def _parted(typed):
    """Words whose characters stand apart, as Chinese parts them: 献过血 is 献血, 查几次房 is 查房."""
    for one, other in ((match[1], match[2]) for match in _PARTED.finditer(typed)):
        if one != other and one not in ASKING and other not in ASKING and _is_word(one + other):
            yield one + other


def _words(typed):
    """(word, its parts) in order. A name of the lists that rjieba's dictionary lacks is one word, the longest first;
    it begins and ends where words of the dictionary do: 技术中心 is not about 术中."""
    import rjieba

    rest, between = rjieba.cut(typed, False), ""
    while rest:
        if length := _name_at(rest):
            yield from ((word, ()) for word in rjieba.cut(between))
            yield "".join(rest[:length]), tuple(rest[:length])
            between = ""
        else:
            between += rest[0]
        rest = rest[length or 1 :]
    yield from ((word, ()) for word in rjieba.cut(between))


def _name_at(words):
    """How many of the first words are one name; 0 for none."""
    lengths = range(min(LONGEST_NAME, len(words)), 1, -1)
    return next((length for length in lengths if _is_name("".join(words[:length]))), 0)


def _is_word(text):
    import rjieba

    return text not in ASKING and (text in EVERYDAY or len(rjieba.cut(text, False)) == 1)


def _is_name(text):
    return text in EVERYDAY or text in ASKING


def _besides(word, parts, expand):
    yield from (part for part in parts if len(part) > 1 and part not in ASKING)
    yield from EVERYDAY.get(word, ())
    for each in (word, *parts):
        yield from expand(each)
