"""Carry passages from one text to the next by what differs between the two. Knows no database."""

from difflib import SequenceMatcher

from content.comments.anchors import Anchor, anchor_at, find

MOST_WORK = 4_000_000  # characters of both sides multiplied; beyond it a rewritten stretch is not looked into
WORDS = 2  # characters in a row that count as words of the passage still there
STRETCH = 200  # characters a passage may grow by when somebody writes at its ends or within


class Difference:
    """What of the old text stands where in the new one. Lines are compared once, characters where somebody asks."""

    def __init__(self, old: str, new: str):
        self.old, self.new = old, new
        self._stretches = list(_stretches(old, new))

    def kept(self, start: int, end: int):
        """Runs of this part of the old text that are still there: (place in the old, place in the new, length)."""
        for old_start, old_end, new_start, new_end, is_same in self._stretches:
            if old_end <= start or old_start >= end:
                continue
            runs = (
                [(0, 0, old_end - old_start)] if is_same else self._looked_into(old_start, old_end, new_start, new_end)
            )
            for left, right, length in runs:
                first = max(start, old_start + left)
                last = min(end, old_start + left + length)
                if first < last:
                    yield first, new_start + right + first - old_start - left, last - first

    def _looked_into(self, old_start, old_end, new_start, new_end):
        if (old_end - old_start) * (new_end - new_start) > MOST_WORK:
            return []
        old, new = self.old[old_start:old_end], self.new[new_start:new_end]
        return SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()

    def carry(self, anchor: Anchor, original: str = "") -> Anchor | None:
        """The passage in the new text; None when no words of it are left. `original`: what it was at first."""
        if not anchor.quote:
            return find(self.new, original, anchor.prefix, anchor.suffix, sure=True)
        kept = self._words(list(self.kept(anchor.start, anchor.end)), len(anchor.quote))
        if not kept:
            return find(self.new, anchor.quote, anchor.prefix, anchor.suffix, sure=True)
        start, end = kept[0][1], kept[-1][1] + kept[-1][2]
        if kept[0][0] > anchor.start:
            start = self._widened(anchor.start, start, -1)
        if kept[-1][0] + kept[-1][2] < anchor.end:
            end = self._widened(anchor.end, end, 1)
        return anchor_at(self.new, start, end)

    def _words(self, runs, size):
        """The runs that are words of the passage, not single characters that happen to occur again."""
        words = [run for run in _joined(runs) if run[2] >= min(WORDS, (size + 1) // 2)]
        if words and words[-1][1] + words[-1][2] - words[0][1] > size + STRETCH:
            return [max(words, key=lambda run: run[2])]
        return words

    def _widened(self, old, new, way):
        """Take in what was written instead of the passage's first or last words."""
        beside = list(self.kept(old - 1, old) if way < 0 else self.kept(old, old + 1))
        if not beside:
            return new
        edge = beside[0][1] + 1 if way < 0 else beside[0][1]
        return edge if 0 < (new - edge) * -way <= STRETCH else new


def _joined(runs):
    """Runs that follow one another on both sides are one."""
    joined = []
    for old, new, length in runs:
        if joined and joined[-1][0] + joined[-1][2] == old and joined[-1][1] + joined[-1][2] == new:
            joined[-1] = (*joined[-1][:2], joined[-1][2] + length)
        else:
            joined.append((old, new, length))
    return joined


def _stretches(old, new):
    """(start and end in the old, start and end in the new, whether they are the same), in order."""
    head = old.rfind("\n", 0, _common(old, new)) + 1  # whole lines: half a line belongs to what was changed in it
    tail = old[head:][::-1].rfind("\n", 0, _common(old[head:][::-1], new[head:][::-1])) + 1
    yield 0, head, 0, head, True
    lines = [text[head : len(text) - tail].splitlines(keepends=True) for text in (old, new)]
    at = [_places(each, head) for each in lines]
    for tag, a, b, c, d in SequenceMatcher(None, *lines, autojunk=False).get_opcodes():
        yield at[0][a], at[0][b], at[1][c], at[1][d], tag == "equal"
    yield len(old) - tail, len(old), len(new) - tail, len(new), True


def _places(lines, start):
    places = [start]
    for line in lines:
        places.append(places[-1] + len(line))
    return places


def _common(old, new):
    """How many characters the two begin with alike."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[:middle] == new[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
