"""The result page, and what is offered while somebody types."""

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search import queries, registry
from search.language.reading import READ


@require_safe
def results(request):
    text = _text(request)
    kind = next((each for each in registry.kinds() if each.name == request.GET.get("kind")), None)
    found = queries.query(text, request.user, [kind.name] if kind else None, request.GET.get("page", "1")[:9])
    return render(
        request, "search/results.html", {"text": text, "kind": kind, "kinds": registry.kinds(), "results": found}
    )


@require_safe
def suggestions(request):
    """A list for the search box; JSON for scripts that ask for it, of one kind where `kind` says so."""
    text = _text(request)
    kinds = [request.GET["kind"]] if "kind" in request.GET else None
    groups = queries.suggestions(text, request.user, kinds)
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return JsonResponse({"suggestions": [_plain(kind, hit) for kind, hits in groups for hit in hits]})
    context = {"text": text, "groups": groups, "list_id": request.GET.get("list", "sug")[:20]}
    return render(request, "search/suggestions.html", context)


def _text(request):
    return request.GET.get("q", "")[:READ].strip()


def _plain(kind, hit):
    """A suggestion as scripts get it: what kind of thing, its words, where it is."""
    return {"kind": kind.name, "title": hit.title, "url": hit.url, "uid": hit.uid, "path": hit.path}
