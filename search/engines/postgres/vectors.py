"""Tokens as PostgreSQL takes them: vectors with places, and questions to vectors. Written by us, never by to_tsvector.

https://www.postgresql.org/docs/current/textsearch-limitations.html – 255 places a word, 16,383 in all: hence stretches.
"""

from search.analysis import Phrase

ROOM = 3_900  # bytes of a vector: what a phrase is looked for in is read from disk, so it is short
MOST_PLACES = 255
OVERLAP = 40  # tokens; a phrase up to this length stands whole in one stretch
GAP = ""  # between title, text and extra: no phrase reaches across


def vectors(title, text, extra) -> list[str]:
    """Tokens as stretches that overlap. Those of the title weigh A, those that stand in the stretch before, too, C."""
    words, weighty = [*title, GAP, *text, GAP, *extra], len(title)
    found, start, shared = [], 0, 0
    while start < len(words):
        held, stop = _stretch(words, start)
        if held:
            found.append(_literal(held, weighty - start, shared))
        if stop >= len(words):
            break
        start = max(stop - OVERLAP, start + 1)
        shared = stop - start
    return found


def vector(words) -> str:
    """One vector, of something short."""
    held = {}
    for place, word in enumerate(words, 1):
        held.setdefault(word, []).append(place)
    return _literal({word: places[:MOST_PLACES] for word, places in held.items()})


def _stretch(words, start):
    """({word: its places}, where the next begins) of as many words as fit."""
    held, room = {}, ROOM
    for place in range(start, len(words)):
        word = words[place]
        if not word:
            continue
        places = held.get(word)
        if places is None:
            room -= 10 + 3 * len(word)
            if room < 0:
                return held, place
            held[word] = [place - start + 1]
        else:
            room -= 2
            if room < 0 or len(places) == MOST_PLACES:
                return held, place
            places.append(place - start + 1)
    return held, len(words)


def _literal(held, weighty=0, shared=0):
    """`weighty`: so many places at the beginning are of the title; `shared`: of the stretch before."""
    found = []
    for word, places in held.items():
        if places[0] > weighty and places[0] > shared:
            said = ",".join(map(str, places))
        else:
            said = ",".join(f"{each}{'C' if each <= shared else 'A' if each <= weighty else ''}" for each in places)
        found.append(f"{_quoted(word)}:{said}")
    return " ".join(found)


def question(phrases) -> str:
    """Any of these phrases, as a tsquery."""
    return " | ".join(_joined(each, " <-> ") for each in phrases)


def lexemes(phrases) -> str:
    """All tokens of any of these phrases, wherever they stand."""
    return " | ".join(_joined(each, " & ") for each in phrases)


def some(words) -> str:
    return " | ".join(map(_quoted, words))


def pieces(phrase) -> list:
    """A phrase cut so that each piece fits where stretches overlap. All of them must be found."""
    words, found = phrase.tokens, []
    for start in range(0, max(len(words) - 1, 1), OVERLAP - 1):
        stop = start + OVERLAP
        found.append(Phrase(words[start:stop], phrase.open_ended and stop >= len(words)))
    return found


def _joined(phrase, sign):
    said = sign.join(map(_quoted, phrase.tokens))
    return f"({said}:*)" if phrase.open_ended else f"({said})"


def _quoted(word):
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
