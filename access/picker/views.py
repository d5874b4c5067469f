"""What the picker fetches while somebody chooses. Everybody who is signed in may see units and colleagues."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from access.picker import units
from access.picker.selection import Selection
from access.picker.tokens import UnknownToken
from org.models import Unit
from ui.pagination import paginate


def _part(part):
    """A view that answers with one part of the field, after doing what the pressed button says."""

    @login_required
    @require_POST
    def view(request, name):
        try:
            selection = Selection.from_post(name, request.POST)
            selection.answer()
        except UnknownToken as error:
            raise Http404 from error
        return render(request, f"access/picker/{part}.html", {"selection": selection})

    return view


chosen, tree, people = _part("chosen"), _part("tree"), _part("people")


@login_required
@require_POST
def names(request, name):
    """The list of names: who is chosen, page by page."""
    try:
        selection = Selection.from_post(name, request.POST)
    except UnknownToken as error:
        raise Http404 from error
    page = paginate(request, selection.people, per_page=100)
    return render(request, "access/picker/names.html", {"selection": selection, "page": page})


@login_required
@require_GET
def branch(request, name, uid):
    unit = get_object_or_404(Unit.objects.open(), uid=uid)
    return render(request, "access/picker/branch.html", {"name": name, "branches": units.below(unit)})
