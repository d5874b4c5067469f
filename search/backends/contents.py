"""What Wagtail wants to have indexed of a thing, from the `search_fields` of its model."""

from dataclasses import dataclass

from django.db.models import Manager
from modelsearch.index import AutocompleteField, RelatedFields, SearchField

from search import analysis

# What was indexed under another version is indexed anew (keeping.py). Below nought, as Wagtail's own factor never is.
VERSION = -(100 + analysis.VERSION)
MOST = 1_000_000  # characters, as many as a page may have


@dataclass(frozen=True)
class Contents:
    title: str
    body: str
    autocomplete: str


def contents_of(thing) -> Contents:
    found = {"title": [], "body": [], "autocomplete": []}
    for field in thing.get_search_fields():
        for place, text in _texts(thing, field):
            found[place].append(text)
    return Contents(**{place: "\n".join(texts)[:MOST] for place, texts in found.items()})


def _texts(thing, field, is_own=True):
    if isinstance(field, RelatedFields):
        related = field.get_value(thing)
        others = related.all() if isinstance(related, Manager) else [related] if related is not None else []
        for other in others:
            for each in field.fields:
                yield from _texts(other, each, is_own=False)
    elif isinstance(field, AutocompleteField):
        yield "autocomplete", _as_text(field.get_value(thing))
    elif isinstance(field, SearchField):
        yield "title" if is_own and field.field_name == "title" else "body", _as_text(field.get_value(thing))


def _as_text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    many = value.values() if isinstance(value, dict) else value
    return "\n".join(map(_as_text, many)) if hasattr(many, "__iter__") else str(many)
