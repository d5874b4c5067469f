"""The texts of what was found, fetched for as many as are needed and no more."""

from dataclasses import dataclass

from search.analysis import fold_with_places
from search.models import SearchPart

MOST = 300_000  # characters fetched for one answer


@dataclass
class Found:
    """The text of an entry, with the places its parts have."""

    parts: list  # (start, place, anchor)
    text: str

    def __post_init__(self):
        self.folded, self.origins = fold_with_places(self.text)

    def part_at(self, position):
        """(place, anchor) of the part in which this position of the text lies."""
        found = ("", "")
        for start, place, anchor in self.parts:
            if start > position:
                break
            found = (place, anchor)
        return found


def texts_of(candidates) -> dict[int, Found]:
    """{pk: Found} of the first of them, until there is enough; one query."""
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
    return {pk: Found(parts, "".join(texts)) for pk, (parts, texts, _) in pieces.items()}
