"""The things librarians pin or exclude, as they name and see them."""

import re

from django.contrib.contenttypes.models import ContentType

from search import registry
from ui.uid import is_uid

IN_ADDRESS = re.compile(r"[a-z0-9]{12}")


def find(user, text):
    """The thing a person may see whose uid or address this is; None for all else."""
    for uid in dict.fromkeys(each for each in IN_ADDRESS.findall(text[:500]) if is_uid(each)):
        for searchable in registry.indexed():
            if any(field.name == "uid" for field in searchable.model._meta.fields):
                thing = searchable.seen_by(user).filter(uid=uid).first()
                if thing is not None:
                    return thing
    return None


def with_hits(rows, user, about="about"):
    """These rows, each with the `hit` of what it is about as this person sees it, or None. Two queries a kind."""
    named = [(row, (getattr(row, f"{about}_type_id"), getattr(row, f"{about}_id"))) for row in rows]
    hits = {}
    for kind in {kind for _row, (kind, _pk) in named if kind}:
        model = ContentType.objects.get_for_id(kind).model_class()
        searchable = registry.of_model(model) if model else None
        if searchable is not None:
            ids = [pk for _row, (each, pk) in named if each == kind]
            for thing in searchable.for_hits(searchable.seen_by(user).filter(pk__in=ids)):
                hits[kind, thing.pk] = searchable.hit(thing)
    for row, key in named:
        row.hit = hits.get(key)
    return [row for row, _key in named]
