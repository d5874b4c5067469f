"""A space: what is in it, who keeps it, what changed."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from access import rules
from access.audiences import people_in
from activity.queries import state_of
from content import queries, tree
from content.models import ContentPage, PageTemplate, Space
from content.models.pages import LIBRARY
from org.models import Membership

SHOWN_PEOPLE = 8


@require_safe
def space(request, slug):
    user = request.user
    found = get_object_or_404(Space.objects.visible_to(user).select_related("unit").defer("body"), slug=slug)
    if found.shelf != LIBRARY:
        return redirect(found)
    pages = ContentPage.objects.pages().visible_to(user).filter(space=found)
    overdue = pages.overdue().for_list().order_by("valid_until")[:10]
    context = {
        "space": found,
        "nodes": tree.level(user, found),
        "figures": queries.figures_of(pages),
        "verbs": rules.verbs(user, found),
        "facts": state_of(user, found),
        "stewards": _with_posts(people_in(found.stewards))[:SHOWN_PEOPLE],
        "editors": people_in(found.editors)[:SHOWN_PEOPLE],
        "overdue": overdue,
        "changes": queries.changes(user, space=found, limit=10),
        "templates": PageTemplate.objects.reaching(found),
        "start": pages.for_list().order_by("path").filter(depth=found.depth + 1)[:3],
    }
    return render(request, "content/space.html", context)


def _with_posts(people):
    """With today's posts of each as `posts`, the main one first."""
    posts = Membership.objects.today().select_related("unit", "position")
    return people.prefetch_related(Prefetch("memberships", queryset=posts, to_attr="posts"))
