"""What stands around a page: the menu of what one can do, and what belongs below the text."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from access import rules
from activity import queries as activity
from content import queries, tree
from content.comments.queries import talk_about
from content.convert.out.missing import words_when_missing
from content.models import ContentPage
from ui.partials import is_htmx


def _readable(request, uid):
    return get_object_or_404(
        ContentPage.objects.pages().visible_to(request.user).select_related("space", "maintainer"), uid=uid
    )


@require_safe
def page_menu(request, uid):
    """What this person can do with the page; fetched when the menu is opened. Without scripts a page of its own."""
    page = _readable(request, uid)
    verbs = rules.verbs(request.user, page)
    waiting = page.current_workflow_task_state if "override" in verbs and page.workflow_in_progress else None
    context = {"page": page, "verbs": verbs, "waiting": waiting, "cannot_print": words_when_missing()}
    template = "content/page_menu.html" if is_htmx(request) else "content/page_menu_alone.html"
    return render(request, template, context)


@require_safe
def around(request, uid):
    """Facts for the margin, tags, did it help, what was said, what leads here and is alike; links that lead nowhere
    for who maintains it. A fixed number of queries.
    """
    page = _readable(request, uid)
    verbs = rules.verbs(request.user, page)
    context = {
        "page": page,
        "verbs": verbs,
        "tags": page.specific_deferred.tags.all(),
        "facts": activity.state_of(request.user, page),
        "reactions": activity.reactions_to(page),
        "read_by": activity.readers_of(page),
        "talk": talk_about(request.user, page, verbs),
        "shelf": tree.Shelf.of(request.user, page.space),
        "co_authors": queries.co_authors(page),
        "watchers": queries.watchers(page),
        "readers": queries.readers_in_words(page),
        "backlinks": queries.backlinks(request.user, page)[:20],
        "related": queries.related(request.user, page),
        "broken": queries.broken_links([page]) if "edit" in verbs else (),
    }
    return render(request, "content/parts/around.html", context)
