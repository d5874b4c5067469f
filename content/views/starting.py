"""“新建” from anywhere: where the new page shall stand is asked first."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from content import queries


@require_safe
def start(request):
    """The spaces this person writes in, the own ones first; with one there is nothing to ask."""
    spaces = queries.writable_spaces(request.user)
    if len(spaces) == 1:
        return redirect("content:new", spaces[0].slug)
    own = queries.own_spaces(request.user, spaces)
    return render(request, "content/start.html", {"own": own, "others": [each for each in spaces if each not in own]})
