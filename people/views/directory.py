"""通讯录: colleagues by name, pinyin, number, extension, unit and position."""

from django.shortcuts import get_object_or_404
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from org.models import Position, Unit
from people import places, queries
from ui.pagination import paginate
from ui.partials import render_partial

PER_PAGE = 40


@require_safe
def directory(request):
    """Costs the same number of queries for any number of colleagues."""
    words = request.GET.get("q", "")[:80].replace("\0", "")
    unit = _chosen(Unit.objects.open(), uid=request.GET.get("unit"))
    position = _chosen(Position.objects.all(), code=request.GET.get("position"))
    by_name = request.GET.get("sort") == "name"
    is_plain = not (words or unit or position) and "page" not in request.GET
    near = queries.nearest_colleagues(request.user) if is_plain else None
    found = queries.colleagues(words, unit=unit, position=position, by_post=not by_name)
    page = paginate(request, found, PER_PAGE)
    shown = [*page, *near.people] if near else page
    places.add_hospitals(post for person in shown for post in person.posts)
    context = {
        "words": words,
        "unit": unit,
        "position": position,
        "by_name": by_name,
        "page": page,
        "near": near,
        "tree": queries.tree(unit),
        "heads": queries.heads_of(unit) if unit else (),
        "positions": Position.objects.all(),
    }
    return render_partial(request, "people/directory.html#results", context)


def _chosen(things, **key):
    """Nonsense in the address is a 404, nothing is nothing."""
    return get_object_or_404(things, **key) if any(key.values()) else None


@require_safe
def suggestions(request):
    """Names for the field “谁”, as options of its datalist."""
    words = request.GET.get("person", "")[:80]
    people = queries.colleagues(words)[:8] if words.strip() else ()
    response = render_partial(request, "people/suggestions.html", {"people": people})
    patch_vary_headers(response, ["Cookie"])
    return response
