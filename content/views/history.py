"""Versions of a page: who, when, why; what differs; bring an old text back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Revision

from access import rules
from content import chronicle
from content.actions import naming, writing
from content.errors import WritingError
from content.models import ContentPage
from content.taking import take
from content.text import differences
from ui.numbers import number_in
from ui.pagination import paginate

PER_PAGE = 30


@require_safe
def history(request, uid):
    """For those who write, approve or were invited: drafts and old texts are theirs alone."""
    page = take(_page(request, uid))
    revisions = (
        page.revisions.select_related("user", "publication__override__by", "version_name")
        .prefetch_related("contributors__user")
        .defer("content")
        .order_by("-created_at", "-pk")
    )
    shown = paginate(request, revisions, PER_PAGE)
    for revision in shown:
        revision.writers = chronicle.writers_of(revision)
    context = {"page": page, "revisions": shown, "steps": chronicle.steps_of(page)}
    context |= {"may_name": rules.can(request.user, "edit", page), "longest_name": naming.LONGEST_NAME}
    return render(request, "content/history.html", context)


@require_safe
def compare(request, uid, old=None, new=None):
    """Two texts word by word; `old` and `new` are revisions, from the address or from the form of the list."""
    page = _page(request, uid)
    older = _revision(page, old or request.GET.get("old"))
    newer = _revision(page, new or request.GET.get("new"))
    if older.pk > newer.pk:
        older, newer = newer, older
    was, now = older.as_object(), newer.as_object()
    context = {
        "page": page,
        "older": older,
        "newer": newer,
        "was": was,
        "now": now,
        "differences": differences.compare(was.body, now.body).for_reader(request.user),
        "side_by_side": request.GET.get("view") == "sides",
    }
    return render(request, "content/compare.html", context)


@require_POST
def restore(request, uid, pk):
    """The old text as a new draft; nothing is lost, readers see it after publishing."""
    page = _page(request, uid, "edit")
    try:
        writing.restore_revision(page, _revision(page, pk), by=request.user)
    except WritingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已用旧版的文字另存一份草稿，现有各版都还在。"))
    return redirect("content:draft", uid=uid)


@require_POST
def name(request, uid, pk):
    """What this version is called from now on."""
    page = _page(request, uid, "edit")
    words = request.POST.get("name", "")
    naming.call_version(page, _revision(page, pk), by=request.user, name=words)
    messages.success(request, _("已记下这一版的名字。") if words.strip() else _("这一版不再有名字。"))
    address = reverse("content:history", args=[uid])
    sheet = number_in(request.POST.get("page"))
    return redirect(f"{address}?page={sheet}#version-{pk}" if sheet else f"{address}#version-{pk}")


def _page(request, uid, verb="draft"):
    pages = ContentPage.objects.pages().may(request.user, verb).select_related("space")
    return get_object_or_404(pages, uid=uid).specific


def _revision(page, pk):
    return get_object_or_404(Revision.objects.for_instance(page), pk=number_in(pk))
