"""The texts of what was found, fetched for as many as are needed and no more."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.analysis import fold_with_places
from search.models import SearchPart

MOST = 300_000  # characters fetched for one answer


@dataclass
class Found:
    """The text of an entry, with the places its parts have, and as it is compared with what is sought in it."""

    parts: list  # (start, place, anchor)
    text: str
    folded: str
    origins: Sequence[int]  # for each place in the folded text the place in the text

    def part_at(self, position):
        """(place, anchor) of the part in which this position of the text lies."""
        found = ("", "")
        for start, place, anchor in self.parts:
            if start > position:
                break
            found = (place, anchor)
        return found


def texts_of(candidates, words) -> dict[int, Found]:
    """{pk: Found} of the first of them, until there is enough; one query. `words`: what is sought in them, folded."""
    ids, left = [], MOST
    for each in candidates:
        if each.length > left and ids:
            continue
        ids.append(each.pk)
        left -= each.length
    rows = SearchPart.objects.filter(entry__in=ids).order_by("entry", "number")
    pieces = {}
    for pk, place, anchor, text in rows.values_list("entry", "place", "anchor", "text"):
        parts, texts, length = pieces.setdefault(pk, ([], [], [0]))
        parts.append((length[0], place, anchor))
        texts.append(text)
        length[0] += len(text)
    return {pk: _found(parts, "".join(texts), words) for pk, (parts, texts, _) in pieces.items()}


def _found(parts, text, words):
    """Folding a text costs more than looking through it; a word without letters is mostly there as it is."""
    if not any(letter.isascii() for word in words for letter in word) and any(word in text for word in words):
        return Found(parts, text, text, range(len(text) + 1))
    return Found(parts, text, *fold_with_places(text))
