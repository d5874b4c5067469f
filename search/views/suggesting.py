"""What is offered while somebody types."""

from functools import lru_cache
from threading import Thread

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from search import answering, history
from search.analysis import fold, sounds
from search.history.views import panel
from search.language import parse
from search.language.reading import READ

PHRASES = 3
KINDS = 5  # so many may be asked for at once
IN_THIS_ORDER = ("page", "person", "space")


@require_safe
def suggestions(request):
    """A list for the search box, the own and everybody's last searches while it is empty; JSON for scripts that ask
    for it, of the kinds that `kind` says, in their order.
    """
    text = request.GET.get("q", "")[:READ].strip()
    kinds = request.GET.getlist("kind")[:KINDS] or None
    groups = answering.suggestions(text, request.user, kinds)
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        groups = _in_order(groups, kinds or [])
        response = JsonResponse({"suggestions": [_plain(group, hit) for group in groups for hit in group.hits]})
    elif text:
        response = render(request, "search/suggestions.html", _context(request, text, groups))
    else:
        _get_ready()
        response = render(request, "search/recent.html", panel(request.user))
    patch_vary_headers(response, ["Accept"])
    return response


@lru_cache(maxsize=1)
def _get_ready():
    """Who stands in the box will type in a second: the tables of sounds take half of one to read, once a process."""
    Thread(target=sounds, args=(chr(0x97F3),), daemon=True).start()


def _context(request, text, groups):
    groups = _in_order(groups, IN_THIS_ORDER)
    number = sum(len(group.hits) for group in groups)
    return {
        "text": text,
        "words": " ".join(parse(text).words),
        "groups": groups,
        "phrases": _phrases(request.user, text),
        "list_id": request.GET.get("list", "sug")[:20],
        "said": ngettext("%(number)d 条联想", "%(number)d 条联想", number) % {"number": number},
    }


def _in_order(groups, names):
    """As the names say; what they do not name comes after, as it was."""
    return sorted(groups, key=lambda group: names.index(group.name) if group.name in names else len(names))


def _phrases(user, text):
    """The own last searches that hold what is typed; one query."""
    typed = fold(text)
    phrases = [each.phrase for each in history.recent(user) if typed in fold(each.phrase) != typed]
    return phrases[:PHRASES]


def _plain(group, hit):
    """A suggestion as scripts get it: what kind of thing, its words, where it is."""
    return {"kind": group.name, "title": hit.title, "url": hit.url, "uid": hit.uid, "path": hit.path}
