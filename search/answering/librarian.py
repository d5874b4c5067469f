"""What librarians decided about words, as answering uses it."""

from search.models import SearchEntry


def expander(user):
    """word → the synonyms to look for besides."""
    return lambda word: ()


def excluded(query, user) -> tuple[int, ...]:
    """Entries that are not shown for this phrase."""
    return ()


def pinned(plan, user) -> list[int]:
    """Entries that come first for this phrase, if the person may see them."""
    return []


def _entries(things) -> list[int]:
    found = []
    for about_type, about_id in things:
        found += SearchEntry.objects.filter(about_type=about_type, about_id=about_id).values_list("pk", flat=True)
    return found
