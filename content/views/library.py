"""知识库: the spaces, what waits, what changed."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from content import queries
from content.actions.spaces import may_make_spaces


@require_safe
def library(request):
    """All a person's shelves and what is new on them; ten queries, whatever there is."""
    user = request.user
    spaces = list(queries.spaces_of(user))
    figures = queries.figures(user)
    for space in spaces:
        space.figures = figures.get(space.pk, {})
    own = queries.own_spaces(user, spaces)
    watching = request.GET.get("changes") == "watched"
    context = {
        "own": own,
        "others": [space for space in spaces if space not in own],
        "listed": queries.listed_spaces(user)[:50],
        "total": sum(row["pages"] for row in figures.values()),
        "changes": queries.changes(user, watched_by=user if watching else None),
        "watching": watching,
        "drafts": queries.drafts_of(user, 5),
        "popular": queries.popular(user),
        "may_make_spaces": may_make_spaces(user),
    }
    return render(request, "content/library.html", context)
