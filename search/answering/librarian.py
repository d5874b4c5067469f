"""What librarians decided about words, as answering uses it."""

from search.models import SearchEntry
from search.words import words_for


class Decided:
    """The librarians' words for one search of one person; looked up once."""

    def __init__(self, query, user):
        self.phrase, self.words = " ".join(query.words), words_for(user)

    def expand(self, word) -> tuple[str, ...]:
        """Synonyms to look for besides."""
        return self.words.expansions(word)

    def within(self, sentence) -> tuple[str, ...]:
        """Synonyms of the words in a sentence."""
        return tuple(dict.fromkeys(each.instead for each in self.words.explained(sentence)))

    @property
    def excluded(self) -> tuple[int, ...]:
        """Entries that are not shown for this phrase."""
        return tuple(_entries(self.words.excluded(self.phrase)))

    @property
    def pinned(self) -> list[int]:
        """Entries that come first for this phrase, of those the person may see."""
        return _entries(self.words.pinned(self.phrase))


def _entries(things) -> list[int]:
    """In the order given; no query for none."""
    if not things:
        return []
    rows = SearchEntry.objects.filter(about_id__in=[pk for _kind, pk in things])
    found = {(kind, pk): entry for entry, kind, pk in rows.values_list("pk", "about_type", "about_id")}
    return [found[each] for each in things if each in found]
