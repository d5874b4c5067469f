"""Answers: from what was typed to a page of hits."""

from search.answering.asking import query
from search.answering.results import Count, Facet, Option, Passage, Results, Shown
from search.answering.suggesting import Group, suggestions

__all__ = ["Count", "Facet", "Group", "Option", "Passage", "Results", "Shown", "query", "suggestions"]
