"""Branches of the page tree, a level at a time."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from content import tree
from content.models import ContentPage
from ui.partials import is_htmx

FOUND = 50


@require_safe
def branch(request, uid):
    """The visible children of a page or space, from the path `after` on or those up to `before`."""
    parent = get_object_or_404(ContentPage.objects.visible_to(request.user), uid=uid)
    ends = {side: request.GET.get(side, "")[:255] for side in ("after", "before")}
    context = {"nodes": tree.level(request.user, parent, **ends), "parent": parent}
    return render(request, "content/parts/branches.html" if is_htmx(request) else "content/branch.html", context)


@require_safe
def find(request, slug):
    """Pages of a space by words of their titles, as a flat list in place of the tree; no words bring the tree back."""
    space = get_object_or_404(ContentPage.objects.visible_to(request.user), slug=slug, space__slug=slug)
    words = request.GET.get("q", "").strip()[:60]
    pages = ContentPage.objects.pages().visible_to(request.user).filter(space=space.pk)
    if not words:
        return HttpResponse() if is_htmx(request) else redirect(space)
    for word in words.split():
        pages = pages.filter(title__icontains=word)
    context = {"space": space, "pages": pages.for_list()[:FOUND], "words": words}
    return render(request, "content/parts/found.html" if is_htmx(request) else "content/found.html", context)
