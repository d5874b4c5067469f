"""The result page."""

from django.views.decorators.http import require_safe

from search import registry
from search.views.asked import Asked
from search.views.chips import chips_of, loosened
from ui.partials import render_partial

PEOPLE_AFTER = 2  # hits; the row of colleagues never pushes the first ones down


@require_safe
def results(request):
    asked = Asked.of(request)
    found = asked.answer(request.user)
    chips = chips_of(asked, found)
    looser, plain_total = loosened(chips, asked, request.user) if chips and not found.total else ([], 0)
    context = {
        "asked": asked,
        "results": found,
        "words": " ".join(found.query.words),
        "tabs": [(count, asked.but(kind=count.kind.name)) for count in found.tabs],
        "all": asked.but(kind=""),
        "chips": chips,
        "looser": looser,
        "plain_total": plain_total,
        "by_date": asked.but(order="date"),
        "by_relevance": asked.but(order="relevance"),
        "exactly": asked.but(is_exact=True),
        "with_synonyms": asked.but(is_exact=False),
        "people_after": min(PEOPLE_AFTER, len(found.hits)) if found.people and not asked.kind else 0,
        "all_people": asked.but(kind="person"),
        "kinds": registry.searchables(),
    }
    return render_partial(request, "search/results.html#found", context)
