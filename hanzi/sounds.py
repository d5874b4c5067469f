"""How a text sounds, without tones: what pypinyin says of it, from a thirtieth of the memory."""

from bisect import bisect_left

from hanzi.tables import tables

LONGEST_PHRASE = 10  # characters


def spoken(text) -> list[str]:
    """“CT增强” → ["CT", "zeng", "qiang"]: of each character its syllable; what lies between them as it is."""
    return [sound for run, is_han in _runs(text) for sound in (_said(run) if is_han else (run,))]


def initials(text) -> str:
    """“CT增强” → “CTzq”."""
    return "".join("".join(sound[0] for sound in _said(run)) if is_han else run for run, is_han in _runs(text))


def syllables() -> frozenset[str]:
    """All that a character can have, rare readings too."""
    return tables().heard


def _runs(text):
    """(run, whether it is of characters) in order."""
    for place, run in enumerate(tables().han.split(text)):
        if run:
            yield run, place % 2 == 1


def _said(run):
    """The longest phrase first, as pypinyin reads; a character in none of them sounds as it does alone."""
    place = 0
    while place < len(run):
        rest = run[place : place + LONGEST_PHRASE]
        phrases = tables().phrases.get(rest[0], "")
        sounds = _phrase(rest, phrases)
        if not sounds:  # what is only the beginning of a phrase holds no other phrase either
            is_beginning = len(run) - place <= len(rest) and f" {rest}" in phrases
            sounds = [_alone(letter) for letter in (rest if is_beginning else rest[0])]
        yield from sounds
        place += len(sounds)


def _phrase(rest, phrases):
    for length in range(len(rest) if phrases else 0, 1, -1):
        start = phrases.find(f" {rest[:length]}:")
        if start >= 0:
            codes = phrases[start + length + 2 : phrases.index(" ", start + 1)]
            return [tables().syllable(code) for code in codes] or [_alone(letter) for letter in rest[:length]]
    return ()


def _alone(letter):
    known = tables()
    place = bisect_left(known.letters, letter)
    return known.syllable(known.codes[place]) if known.letters[place : place + 1] == letter else letter
