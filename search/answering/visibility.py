"""What a person may find, from the rights of now."""

from functools import lru_cache

from django.contrib.contenttypes.models import ContentType

from access.reach import reach_of
from search import registry
from search.engines import Visibility


def visibility_of(user) -> Visibility:
    """No query when the reach is remembered and no feature asks for one."""
    if not user.is_authenticated or not user.is_active:
        return Visibility()
    roots, keys = [], []
    for searchable in registry.indexed():
        opened = searchable.opened_for(user)
        if opened:
            kind = ContentType.objects.get_for_model(searchable.model).pk
            roots += [(kind, pk) for pk in opened]
        keys += searchable.keys_of(user)
    return Visibility(_in_order(reach_of(user).scopes), tuple(sorted(roots)), tuple(sorted(keys)), user.pk)


@lru_cache(maxsize=256)
def _in_order(scopes):
    """Sorted once a reach: it stays the same object as long as the rights stay."""
    return tuple(sorted(scopes))
