"""The names behind the numbers of filters, as far as the reader may know them."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from org.models import Unit, User
from search import registry
from search.engines import own_engine
from search.engines.sql import Where
from search.models import SearchEntry

MOST = 20  # spaces of one name


def names(ids, who) -> dict[str, dict[int, str]]:
    """{facet: {id: name}} of those that have one; three queries. `ids`: {facet: ids}."""
    spaces = _spaces(who, "e.about_id", ids["space"])
    units = Unit.objects.filter(pk__in=[*ids["hospital"], *ids["department"]]).order_by().values_list("pk", "name")
    people = User.objects.filter(pk__in=ids["maintainer"]).order_by().values_list("pk", "name")
    named = dict(units)
    return {"space": dict(spaces), "hospital": named, "department": named, "maintainer": dict(people)}


def spaces_called(name, who) -> list[int]:
    """Spaces this person may see whose title holds the words."""
    like = SearchEntry.objects.filter(kind="space", title__icontains=name).values_list("pk", flat=True)
    return [pk for pk, _title in _spaces(who, "e.id", like[:MOST])]


def _spaces(who, column, ids) -> list[tuple[int, str]]:
    """(id, title) of those of these spaces that the person may see."""
    dialect = own_engine().dialect
    kind = ContentType.objects.get_for_model(registry.of_kind("space").model).pk
    where = Where(dialect).add("e.kind = 'space' AND e.about_type_id = %s", kind)
    among, param = dialect.among(column, ids)
    where.add(among, param)
    dialect.visible(where, who)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT e.about_id, e.title FROM search_searchentry e WHERE {where}", where.params)
        return cursor.fetchall()


def kinds_of(ids) -> dict[str, int]:
    """How many entries of each kind."""
    numbers = {}
    for kind in SearchEntry.objects.filter(pk__in=ids).values_list("kind", flat=True):
        numbers[kind] = numbers.get(kind, 0) + 1
    return numbers
