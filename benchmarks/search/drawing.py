"""Draw what people might type from texts and titles, the same for the same seed."""

import re
from collections import defaultdict
from functools import cache
from random import Random

from benchmarks.search.sets import plain_title

HAN_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
LENGTHS = range(2, 9)


def words(texts, number, seed=1) -> list[str]:
    """Half as a segmenter cuts words (and neighbours joined), half any piece of a run; each length equally often."""
    import rjieba

    chance, found = Random(seed), {}
    weights = [len(text) for text in texts]
    lines = [text.splitlines() for text in texts]
    for place in range(number):
        length = LENGTHS[place % len(LENGTHS)]
        for _ in range(10_000):
            run = chance.choice(HAN_RUN.findall(chance.choice(chance.choices(lines, weights)[0])) or [""])
            cut = rjieba.cut(run) if place % 2 else list(run)
            piece = _exactly(cut, length, chance)
            if piece and piece not in found:
                found[piece] = True
                break
    return list(found)


def _exactly(cut, length, chance):
    """Pieces that follow each other and are together so long, from a place drawn."""
    if not cut:
        return ""
    start, piece = chance.randrange(len(cut)), ""
    for each in cut[start:]:
        piece += each
        if len(piece) >= length:
            break
    return piece if len(piece) == length else ""


def characters(texts, number, seed=1) -> list[str]:
    """Single characters, rare ones as likely as common ones."""
    known = sorted({letter for text in texts for letter in "".join(HAN_RUN.findall(text))})
    return Random(seed).sample(known, min(number, len(known)))


class Titles:
    """Pieces of titles, with the titles they stand for: {kind: [(typed, titles wanted)]}."""

    def __init__(self, titles, seed=1):
        self.titles = sorted({plain_title(title) for title in titles})
        self.long = [title for title in self.titles if len(title) >= 8 and HAN_RUN.fullmatch(title)]
        self.seed = seed

    def all(self, number):
        kinds = ("middle", "two_words", "homophone", "character", "pinyin", "initials")
        return {kind: self.draw(getattr(self, kind), number) for kind in kinds}

    def draw(self, kind, number):
        chance, found = Random(f"{self.seed} {kind.__name__}"), {}
        for _ in range(200 * number):
            typed, wanted = kind(chance) or ("", ())
            if typed and typed not in found:
                found[typed] = wanted
            if len(found) == number:
                break
        return list(found.items())

    def middle(self, chance):
        title = chance.choice(self.long)
        start = chance.randrange(1, len(title) - 5)
        piece = title[start : start + chance.randint(4, 7)]
        wanted = self.holding(piece)
        return (piece, wanted) if len(wanted) == 1 and piece != title else None

    def two_words(self, chance):
        import rjieba

        title = chance.choice(self.long)
        cut = [word for word in rjieba.cut(title) if len(word) > 1]
        if len(cut) < 2:
            return None
        first, second = sorted(chance.sample(range(len(cut)), 2))
        wanted = [each for each in self.titles if cut[first] in each and cut[second] in each]
        return (f"{cut[second]} {cut[first]}", wanted) if len(wanted) == 1 else None

    def homophone(self, chance):
        def other(letter):
            return chance.choice([each for each in self.sounding[sound(letter)] if each != letter] or [letter])

        return self.slip(chance, other)

    def character(self, chance):
        return self.slip(chance, lambda letter: chance.choice(self.letters))

    def slip(self, chance, other):
        """A piece with one character replaced, such as stands in no title; one title alone holds all the others."""
        title = chance.choice(self.long)
        start = chance.randrange(0, len(title) - 4)
        piece = title[start : start + chance.randint(4, 8)]
        place = chance.randrange(len(piece))
        before, after, letter = piece[:place], piece[place + 1 :], other(piece[place])
        wanted = [each for each in self.titles if re.search(f"{before}.{after}", each)]
        return (f"{before}{letter}{after}", wanted) if len(wanted) == 1 and letter != piece[place] else None

    def pinyin(self, chance):
        return self.sounded(chance, range(3, 6), lambda syllables: syllables)

    def initials(self, chance):
        return self.sounded(chance, range(4, 7), lambda syllables: [each[0] for each in syllables])

    def sounded(self, chance, lengths, shape):
        """From where a word begins among the first twelve characters; at most three titles sound so."""
        import rjieba

        title, begins = chance.choice(self.long), [0]
        for word in rjieba.cut(title):
            begins.append(begins[-1] + len(word))
        start = chance.choice([place for place in begins if place < min(12, len(title) - 2)])
        typed = shape(syllables(title)[start : start + chance.choice(lengths)])
        if len(typed) < lengths[0]:
            return None
        wanted = [each for each in self.titles if _holds(shape(syllables(each)), typed)]
        return ("".join(typed), wanted) if len(wanted) <= 3 else None

    def holding(self, piece):
        return [title for title in self.titles if piece in title]

    @property
    def letters(self):
        return sorted(set("".join(self.long)))

    @property
    def sounding(self):
        found = defaultdict(list)
        for letter in self.letters:
            found[sound(letter)].append(letter)
        return found


@cache
def syllables(title) -> tuple[str, ...]:
    """Toneless, said by the same dictionary that the product has, since there is one spelling of a word."""
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(title, style=Style.NORMAL, errors=lambda text: list(text)))


@cache
def sound(letter):
    return syllables(letter)[0]


def _holds(row, piece):
    return any(list(row[start : start + len(piece)]) == list(piece) for start in range(len(row) - len(piece) + 1))
