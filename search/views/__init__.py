"""The result page, and what is offered while somebody types."""

from search.views.results import results
from search.views.suggesting import suggestions

__all__ = ["results", "suggestions"]
