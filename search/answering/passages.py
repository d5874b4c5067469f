"""The place in a text that answers best, found by which of the wanted words stand close together."""

import re
from bisect import bisect_right
from dataclasses import dataclass

WINDOW = 160  # characters; two lines on a screen
_ENDS = re.compile(r"[。！？；\n]")


@dataclass(frozen=True)
class Window:
    """A stretch of a text, and how much of what is wanted stands in it (0 … 1 of all weights)."""

    start: int
    end: int
    score: float
    is_whole: bool = False  # begins and ends where sentences do


def best_window(text, weights, size=WINDOW) -> Window:
    """The stretch of a folded text with the heaviest distinct words. `weights`: {word: weight}."""
    whole = sum(weights.values())
    events = events_in(text, weights)
    if not events or not whole:
        return Window(0, min(size, len(text)), 0.0)
    best, at, held, sum_held, first = -1.0, 0, {}, 0.0, 0
    for place, word in events:
        if held.get(word, 0) == 0:
            sum_held += weights[word]
        held[word] = held.get(word, 0) + 1
        while place + len(word) - events[first][0] > size:
            left = events[first][1]
            held[left] -= 1
            if held[left] == 0:
                sum_held -= weights[left]
            first += 1
        if sum_held > best + 1e-9:
            best, at = sum_held, first
    start = events[at][0]
    end = max(place + len(word) for place, word in events[at:] if place + len(word) - start <= size)
    return Window(start, end, best / whole)


def events_in(text, words):
    """Where the words stand, in order. Many of one word tell no more than the first two hundred."""
    events = []
    for word in words:
        place, number = text.find(word), 0
        while place >= 0 and number < 200:
            events.append((place, word))
            place, number = text.find(word, place + 1), number + 1
    events.sort()
    return events


def widened(text, start, end, size=WINDOW):
    """The stretch grown to ends of sentences where they are near, else to the size."""
    room = max(size - (end - start), 0)
    begin = max(start - room // 3, 0)
    ends = [match.end() for match in _ENDS.finditer(text, begin, start)]
    begin = ends[-1] if ends else begin
    stop = min(begin + size, len(text))
    ends = [match.end() for match in _ENDS.finditer(text, end, stop)]
    return begin, (
        ends[bisect_right(ends, end + size // 3) - 1] if ends and ends[0] <= end + size // 3 else max(stop, end)
    )
