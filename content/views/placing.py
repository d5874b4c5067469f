"""Put pages elsewhere: move, copy, to the bin and back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access import rules
from content import queries, tree
from content.actions import placing
from content.errors import WritingError
from content.models import ContentPage, Removal


@require_http_methods(["GET", "POST"])
def move(request, uid):
    """Choose another place: `to` is the uid of the page or space to stand under, `before` that of a sibling."""
    page = _page(request, uid, "move")
    return _place(request, page, placing.move, _("已移到《%(parent)s》下，原来的链接仍然有效。"), "move")


@require_http_methods(["GET", "POST"])
def copy(request, uid):
    """A copy of one's own, as a draft, under another page."""
    page = _page(request, uid, "draft")
    return _place(request, page, placing.copy, _("已复制到《%(parent)s》下，是您的草稿。"), "copy")


def _place(request, page, act, words, what):
    writable = ContentPage.objects.may(request.user, "create")
    error = ""
    if request.method == "POST":
        parent = get_object_or_404(writable, uid=request.POST.get("to", ""))
        more = {}
        if what == "move" and request.POST.get("before"):
            more["before"] = get_object_or_404(ContentPage.objects.visible_to(request.user), uid=request.POST["before"])
        try:
            placed = act(page, parent, by=request.user, **more)
        except WritingError as refused:
            error = str(refused)
        else:
            messages.success(request, words % {"parent": parent.title})
            return redirect(placed.get_absolute_url() if placed.live else f"/wiki/{placed.uid}/draft/")
    at = writable.filter(uid=request.GET.get("at", "")).first() or page.space
    context = {
        "page": page,
        "what": what,
        "error": error,
        "at": at,
        "nodes": tree.level(request.user, at, after=request.GET.get("after", "")[:255]),
        "above": ContentPage.objects.visible_to(request.user).ancestor_of(at).filter(depth__gt=2),
        "spaces": [space for space in queries.spaces_of(request.user) if rules.can(request.user, "create", space)],
    }
    return render(request, "content/place.html", context, status=422 if error else 200)


@require_POST
def remove(request, uid):
    """To the bin, with a way back in the message."""
    page = _page(request, uid, "remove")
    try:
        placing.remove(page, by=request.user)
    except WritingError as error:
        messages.error(request, str(error))
        return redirect(page.get_absolute_url())
    link = f"{page.space.get_absolute_url()}bin/"
    messages.success(
        request, format_html('{} <a href="{}">{}</a>', _("已放进回收站，保留 30 天。"), link, _("去回收站恢复"))
    )
    return redirect(page.space.get_absolute_url())


@require_safe
def bin_of_space(request, slug):
    space = get_object_or_404(ContentPage.objects.may(request.user, "create"), slug=slug, space__slug=slug).specific
    removals = rules.allowed(request.user, "view", Removal.objects.filter(from_space=space.pk))
    context = {"space": space, "removals": removals.select_related("page", "by", "from_parent").order_by("-at")[:200]}
    return render(request, "content/bin.html", context)


@require_POST
def restore(request, pk):
    removal = get_object_or_404(rules.allowed(request.user, "restore", Removal.objects.all()), pk=pk)
    try:
        page = placing.restore(removal, by=request.user)
    except WritingError as error:
        messages.error(request, str(error))
        return redirect("content:library")
    messages.success(request, _("已恢复到原来的位置。"))
    return redirect(page.get_absolute_url())


@require_POST
def purge(request, pk):
    """For good, before the thirty days are over; stewards only."""
    removal = get_object_or_404(rules.allowed(request.user, "purge", Removal.objects.all()), pk=pk)
    slug = removal.from_space.slug
    placing.purge(removal, by=request.user)
    messages.success(request, _("已彻底删除。"))
    return redirect("content:bin", slug=slug)


def _page(request, uid, verb):
    pages = ContentPage.objects.pages().may(request.user, verb).select_related("space")
    return get_object_or_404(pages, uid=uid)
