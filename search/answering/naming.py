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


def names(ids, user) -> dict[str, dict[int, str]]:
    """{facet: {id: name}} of those that have one; three queries. `ids`: {facet: ids}."""
    spaces = _spaces(user).filter(pk__in=ids["space"]).order_by().values_list("pk", "title") if _spaces else ()
    units = Unit.objects.filter(pk__in=[*ids["hospital"], *ids["department"]]).order_by().values_list("pk", "name")
    people = User.objects.filter(pk__in=ids["maintainer"]).order_by().values_list("pk", "name")
    named = dict(units)
    return {"space": dict(spaces), "hospital": named, "department": named, "maintainer": dict(people)}


def spaces_called(name, user) -> list[int]:
    """Spaces this person may see whose title holds the words."""
    return list(_spaces(user).filter(title__icontains=name).values_list("pk", flat=True)[:20]) if _spaces else []


def kinds_of(ids) -> dict[str, int]:
    """How many entries of each kind."""
    numbers = {}
    for kind in SearchEntry.objects.filter(pk__in=ids).values_list("kind", flat=True):
        numbers[kind] = numbers.get(kind, 0) + 1
    return numbers
