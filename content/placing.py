"""Where pages stand: scopes that follow the tree."""

from django.db import transaction

from access import scopes
from access.models import ScopeLevel


def scope_under(parent, page):
    """The scope of a page below this parent: the parent's levels and the page's own."""
    levels = page.own_levels()
    if not levels and parent.scope_id:
        return parent.scope
    inherited = list(ScopeLevel.objects.filter(scope=parent.scope_id).values_list("audience", "stewards"))
    return scopes.intern([*inherited, *levels])


@transaction.atomic
def refresh_scopes(top):
    """Work out space and scope again for a page and everything below it: after a move or a change of readers.

    One update for each distinct scope, whatever the number of pages.
    """
    from content.models import ContentPage, Space

    top = top.specific
    parent = top.get_parent()
    space_id = top.pk if isinstance(top, Space) else parent.space_id
    below = ContentPage.objects.filter(path__startswith=top.path)
    below.update(space=space_id)
    top.space_id = space_id
    top.scope = scope_under(parent, top)
    below.update(scope=top.scope)
    for narrower in below.exclude(pk=top.pk).exclude(audience=None).select_related("space").order_by("depth", "path"):
        below.filter(path__startswith=narrower.path).update(scope=scope_under(narrower.get_parent(), narrower))
