"""Words in a Yjs document by characters.

pycrdt counts UTF-8 bytes, and a wrong position silently lands at the end: nobody else may use a position in a text.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from pycrdt import XmlText

Run = tuple[str, Mapping]  # words of one look, with {mark: attributes}

MOST_COMPARED = 4_000_000  # pairs of characters, 0.5 s; above, the middle of a text is replaced as a whole


def runs_of(text: XmlText) -> list[Run]:
    """The words as they stand, in runs of one look. Anything but words among them comes as it is."""
    return [(words, marks or {}) for words, marks in text.diff()]


def write(text: XmlText, runs: list[Run]) -> None:
    """Fill an empty text."""
    if words := "".join(words for words, _marks in runs):
        text.insert(0, words)
        _dress([text], runs)


def rewrite(texts: list[XmlText], runs: list[Run]) -> None:
    """Let neighbouring texts say this together, touching only the characters and looks that change."""
    wanted = "".join(words for words, _marks in runs)
    for start, stop, words in reversed(_changes(_said(texts), wanted)):
        _replace(texts, start, stop, words)
    _dress(texts, runs)


def _said(texts):
    return "".join(words for text in texts for words, _marks in runs_of(text))


def _changes(old, new) -> list[tuple[int, int, str]]:
    """What to put in the place of which characters, in order."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if not old and not new:
        return []
    if not old or not new or len(old) * len(new) > MOST_COMPARED:
        return [(start, start + len(old), new)]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(start + i1, start + i2, new[j1:j2]) for tag, i1, i2, j1, j2 in steps if tag != "equal"]


def _common(one, other):
    most = min(len(one), len(other))
    return next((number for number in range(most) if one[number] != other[number]), most)


def _replace(texts, start, stop, words):
    if stop > start:
        for text, said, begin, end in list(_parts(texts, start, stop)):
            del text[_bytes(said[:begin]) : _bytes(said[:end])]
    if words:
        text, said, at = _place(texts, start)
        text.insert(_bytes(said[:at]), words)


def _dress(texts, runs):
    """Give every character its marks; those who have them are not touched."""
    now = [run for text in texts for run in runs_of(text)]
    for name in dict.fromkeys(name for _words, marks in [*now, *runs] for name in marks):
        for start, stop, value in _to_dress(now, runs, name):
            for text, said, begin, end in list(_parts(texts, start, stop)):
                text.format(_bytes(said[:begin]), _bytes(said[:end]), {name: value})


def _to_dress(now, wanted, name) -> Iterator[tuple[int, int, object]]:
    """Where this mark changes, and to what; stretches as long as can be."""
    at, left, right = 0, _spans(now, name), _spans(wanted, name)
    found: list[tuple[int, int, object]] = []
    ends = sorted({end for end, _value in [*left, *right]})
    for end in ends:
        is_now, will_be = _value_at(left, at), _value_at(right, at)
        if is_now != will_be:
            if found and found[-1][1] == at and found[-1][2] == will_be:
                found[-1] = (found[-1][0], end, will_be)
            else:
                found.append((at, end, will_be))
        at = end
    return iter(found)


def _spans(runs, name):
    at, made = 0, []
    for words, marks in runs:
        at += len(words)
        made.append((at, marks.get(name)))
    return made


def _value_at(spans, at):
    return next((value for end, value in spans if end > at), None)


def _parts(texts, start, stop):
    """The texts that hold these characters: each with its words, and from where to where in it."""
    at = 0
    for text in texts:
        said = _said([text])
        begin, end = max(start - at, 0), min(stop - at, len(said))
        if begin < end:
            yield text, said, begin, end
        at += len(said)


def _place(texts, position):
    """The text in which something at this place is written: the one before, where two meet."""
    at = 0
    for text in texts:
        said = _said([text])
        if position - at <= len(said):
            break
        at += len(said)
    return text, said, position - at


def _bytes(words: str) -> int:
    return len(words.encode())
