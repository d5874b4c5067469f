"""Writing what was counted: one statement for many rows."""

from itertools import islice

from django.db import connection, transaction

from activity.models import DayViews, Visit
from org.models import User

AT_A_TIME = 200
_listeners = []


def after_visits(function):
    """Have `function(visits)` called in the transaction that writes them: {(person, content type, id): when}."""
    if function not in _listeners:
        _listeners.append(function)
    return function


@transaction.atomic
def write(views, visits, places):
    for rows in _batches((*key, number) for key, number in views.items()):
        _add_views(rows)
    people = set(User.objects.filter(pk__in={person for person, *_ in visits}).values_list("pk", flat=True))
    visits = {key: at for key, at in visits.items() if key[0] in people}
    _note((_visit(key, at) for key, at in visits.items() if key not in places), "at")
    _note((_visit(key, at, places[key]) for key, at in visits.items() if key in places), "at", "place")
    for listener in _listeners:
        listener(visits)


def _visit(key, at, place=""):
    person, kind, pk = key
    return Visit(person_id=person, about_type_id=kind, about_id=pk, at=at, place=place)


def _note(rows, *columns):
    Visit.objects.bulk_create(
        rows,
        batch_size=AT_A_TIME,
        update_conflicts=True,
        unique_fields=["person", "about_type", "about_id"],
        update_fields=columns,
    )


def _add_views(rows):
    """Django's upsert can only replace; these are added."""
    table = DayViews._meta.db_table
    places = ", ".join(["(%s, %s, %s, %s)"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (about_type_id, about_id, day, views) VALUES {places} "
            f"ON CONFLICT (about_type_id, about_id, day) DO UPDATE SET views = {table}.views + excluded.views",
            [value for row in rows for value in row],
        )


def _batches(rows):
    rows = iter(rows)
    while batch := list(islice(rows, AT_A_TIME)):
        yield batch
