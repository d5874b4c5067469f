"""The names behind the numbers of filters, as far as the reader may know them."""

from collections.abc import Callable

from org.models import Unit, User
from search.models import SearchEntry

_spaces: Callable | None = None


def spaces_are_named_by(function):
    """`function(user)` answers the spaces this person may see, as a queryset of (pk, title). Content says so."""
    global _spaces
    _spaces = function
    return function


def names(facet, ids, user) -> dict[int, str]:
    """{id: name} of those that have one; one query."""
    if facet == "space":
        return dict(_spaces(user).filter(pk__in=ids).values_list("pk", "title")) if _spaces else {}
    model = User if facet == "maintainer" else Unit
    return dict(model.objects.filter(pk__in=ids).values_list("pk", "name"))


def spaces_called(name, user) -> list[int]:
    """Spaces this person may see whose title holds the words."""
    return list(_spaces(user).filter(title__icontains=name).values_list("pk", flat=True)[:20]) if _spaces else []


def kinds_of(ids) -> dict[str, int]:
    """How many entries of each kind."""
    numbers = {}
    for kind in SearchEntry.objects.filter(pk__in=ids).values_list("kind", flat=True):
        numbers[kind] = numbers.get(kind, 0) + 1
    return numbers
