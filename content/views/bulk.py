"""Many pages of a space at once: choose, do, see what became of each, take it back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from content.actions import bulk
from content.errors import WritingError
from content.forms.bulk import BulkForm
from content.models import BulkChange, ContentPage
from ui.pagination import paginate

PLACES = 300  # pages one may choose to move to; others are reached by moving twice, or by dragging


@require_http_methods(["GET", "POST"])
def choose(request, slug):
    """For who writes here: the pages one may move, in the order of the tree, a hundred a screen."""
    user = request.user
    space = get_object_or_404(ContentPage.objects.may(user, "create"), slug=slug, space__slug=slug).specific
    form = BulkForm(request.POST or None, places=_places(user, space))
    if request.method == "POST" and form.is_valid():
        try:
            change = bulk.carry_out(space, request.POST.getlist("page")[: bulk.MOST], by=user, **form.asked())
        except WritingError as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("content:bulk_result", uid=change.uid)
    words = request.GET.get("q", "").strip()[:60]
    pages = ContentPage.objects.pages().may(user, "move").filter(space=space.pk, title__icontains=words)
    pages = paginate(request, pages.for_list().order_by("path"), bulk.MOST)
    for page in pages:
        page.indent = "　" * (page.depth - space.depth - 1)
    context = {"space": space, "pages": pages, "form": form, "words": words, "chosen": request.POST.getlist("page")}
    return render(request, "content/bulk.html", context, status=422 if form.errors else 200)


@require_safe
def result(request, uid):
    """What became of each page; for who did it alone."""
    return render(request, "content/bulk_result.html", {"change": _own(request, uid)})


@require_POST
def undo(request, uid):
    change = _own(request, uid)
    try:
        bulk.undo(change, by=request.user)
    except WritingError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已撤销。没有还原的写在下面。"))
    return redirect("content:bulk_result", uid=uid)


def _own(request, uid):
    return get_object_or_404(BulkChange.objects.select_related("space"), uid=uid, by=request.user)


def _places(user, space):
    """Spaces one may write in, and the upper pages of this one."""
    writable = ContentPage.objects.may(user, "create").filter(depth__lte=space.depth + 2)
    here = writable.filter(path__startswith=space.path).order_by("path").values("pk")[:PLACES]
    return (
        writable.filter(pk__in=list(here.values_list("pk", flat=True))) | writable.filter(depth=space.depth)
    ).order_by("path")
