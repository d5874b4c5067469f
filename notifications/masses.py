"""Telling very many people at once: one statement a slice, so that ten thousand cost the writer a moment each."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction

from notifications import counters, registry, routing
from notifications.models import Notice


def send(*, recipients, of, about, kind, key, actor, at, values, after=0, at_most=None):
    """A notice for whom the source names, in the order of their numbers, and their counters raised with it.

    Returns the last person's number when there may be more behind it. Whoever has been told of the key is left alone.
    """
    if registry.find(kind).needs and not _is_there(about):
        return None
    people = registry.source(recipients)(of).filter(is_active=True, pk__gt=after).exclude(pk=actor)
    last = people.order_by("pk").values_list("pk", flat=True)[at_most - 1 : at_most].first() if at_most else None
    if last:
        people = people.filter(pk__lte=last)
    about_type, about_id = about or (None, None)
    notice = Notice(
        kind=kind, key=key, actor_id=actor, about_type_id=about_type, about_id=about_id, at=at, values=values
    )
    with transaction.atomic():
        told = _insert(notice, people)
        counters.raise_for(told, kind)
        if told:
            routing.route(key, after=after)
    return last


def _is_there(about):
    model = about and ContentType.objects.get_for_id(about[0]).model_class()
    return bool(model) and model._base_manager.filter(pk=about[1]).exists()


def _insert(notice, people) -> list[int]:
    """The same row for each of them; the database answers whom it was new to."""
    try:
        chosen, chosen_values = people.order_by().values("pk").query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return []
    own = [field for field in Notice._meta.concrete_fields if not field.primary_key and field.name != "person"]
    values = [field.get_db_prep_save(field.pre_save(notice, add=True), connection) for field in own]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in own)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Notice._meta.db_table} (person_id, {columns})"
            f" SELECT chosen.*, {', '.join(['%s'] * len(own))} FROM ({chosen}) chosen WHERE true"
            " ON CONFLICT (person_id, key) DO NOTHING RETURNING person_id",
            [*values, *chosen_values],
        )
        return [person for (person,) in cursor.fetchall()]
