"""The result page."""

from django.views.decorators.http import require_safe

from search import history, registry
from search.views.asked import Asked
from search.views.chips import chips_of, loosened
from ui.pagination import paginate
from ui.partials import render_partial

RELATED = 5
NEAR = 3  # hits that match in part; then the offer to ask for a page
PEOPLE_AFTER = 2  # hits; the row of colleagues never pushes the first ones down


@require_safe
def results(request):
    asked = Asked.of(request)
    found = asked.answer(request.user)
    if not asked.filters and asked.page == "1":
        history.record(request.user, asked.text, found=found.everything or len(found.passages))
    chips = chips_of(asked, found)
    looser, plain_total = loosened(chips, asked, request.user) if chips and not found.total else ([], 0)
    context = {
        "asked": asked,
        "results": found,
        "is_new": not asked.text,
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
        "partial_number": max(found.page.paginator.count - found.total, 0),
        "related": _related(asked, found),
        "wish_after": 0 if found.total or found.passages else min(NEAR, len(found.hits)),
        "people": _people(request, asked, found),
        "people_after": min(PEOPLE_AFTER, len(found.hits)) if found.people and not asked.kind else 0,
        "all_people": asked.but(kind="person"),
        "kinds": registry.searchables(),
    }
    return render_partial(request, "search/results.html#found", context)


def _people(request, asked, found):
    """On their own tab all of them, a page at a time."""
    searchable = registry.of_kind(asked.kind)
    if not isinstance(searchable, registry.Live) or asked.filters:
        return None
    page = paginate(request, searchable.for_hits(searchable.all_found(found.query, request.user)))
    page.object_list = [searchable.hit(each) for each in page.object_list]
    return page


def _related(asked, found):
    """The same words with one of the tags of what was found: searches that this reader knows to lead somewhere."""
    words, tags = found.query.words, next((facet.options for facet in found.facets if facet.name == "tag"), ())
    if not words or found.is_question:
        return []
    typed = " ".join(words)
    return [f"{typed} {tag.label}" for tag in tags if tag.number and tag.label not in typed][:RELATED]
