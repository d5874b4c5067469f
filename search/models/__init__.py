"""Entries and their parts; what librarians and people keep about searching."""

from search.models.entries import SearchEntry, SearchPart, SearchReader, SearchRebuild, SearchTag
from search.models.history import HistoryOff, PastSearch
from search.models.wishes import Missing, Wish, Wisher
from search.models.words import Exclusion, Pin, Synonym

__all__ = [
    "Exclusion",
    "HistoryOff",
    "Missing",
    "PastSearch",
    "Pin",
    "SearchEntry",
    "SearchPart",
    "SearchReader",
    "SearchRebuild",
    "SearchTag",
    "Synonym",
    "Wish",
    "Wisher",
]
