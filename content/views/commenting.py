"""Comments below a page, beside its passages and in the editor; every form works without scripts as well."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access import rules
from content.actions import commenting
from content.comments.queries import talk_about, thread_of
from content.errors import WritingError
from content.models import Comment, ContentPage
from ui.partials import is_htmx


@require_http_methods(["GET", "POST"])
def comments(request, uid):
    """What was said about a page, and saying something new. `draft=1`: about the latest text, not the live one."""
    is_draft = _is_draft(request)
    page = page_of(request.user, uid, is_draft)
    if request.method == "GET":
        return _list(request, page, is_draft)
    quote = request.POST.get("quote", "").strip()
    passage = (quote, request.POST.get("prefix", "")[-200:], request.POST.get("suffix", "")[:200]) if quote else None
    text = request.POST.get("text", "")
    try:
        made = commenting.comment(page, by=request.user, text=text, passage=passage, on_draft=is_draft)
    except WritingError as error:
        return _refused(request, page, error, _list(request, page, is_draft, text=text, error=str(error), status=422))
    if is_htmx(request):
        return _list(request, page, is_draft, made=made)
    messages.success(request, _("已发表。"))
    return redirect(f"{request.path}{'?draft=1' if is_draft else ''}#comment-{made.uid}")


@require_http_methods(["GET", "POST"])
def thread(request, comment):
    """One talk; POST answers in it."""
    start = _comment(request, comment)
    if request.method == "GET":
        return _thread(request, start)
    return _do(request, start, lambda: commenting.answer(start, by=request.user, text=request.POST.get("text", "")))


@require_POST
def edit(request, comment):
    said = _comment(request, comment)
    return _do(request, said, lambda: commenting.edit(said, by=request.user, text=request.POST.get("text", "")))


@require_POST
def remove(request, comment):
    said, reason = _comment(request, comment), request.POST.get("reason", "")
    return _do(request, said, lambda: commenting.remove(said, by=request.user, reason=reason))


@require_POST
def settle(request, comment):
    """`on=1` settles it, `taken=1` besides that the text says so now; anything else takes it up again."""
    start, by = _comment(request, comment), request.user
    if request.POST.get("on") != "1":
        return _do(request, start, lambda: commenting.reopen(start, by=by))
    is_taken = request.POST.get("taken") == "1" and rules.can(by, "edit", start.page)
    return _do(request, start, lambda: commenting.resolve(start, by=by, is_taken=is_taken))


def page_of(user, uid, is_draft):
    pages = ContentPage.objects.pages().may(user, "draft" if is_draft else "view")
    return get_object_or_404(pages.select_related("space", "maintainer"), uid=uid)


def talk_context(request, page, verbs, is_draft=False):
    """What content/parts/comments.html needs."""
    talk = talk_about(request.user, page, verbs, is_draft=is_draft)
    return {"page": page, "verbs": verbs, "talk": talk, "is_draft": is_draft, "is_editor": _is_editor(request)}


def _list(request, page, is_draft, *, status=200, **more):
    context = {**talk_context(request, page, rules.verbs(request.user, page), is_draft), **more}
    template = "content/parts/comments.html" if is_htmx(request) else "content/comments.html"
    return render(request, template, context, status=status)


def _do(request, said, act):
    """Answer with the talk as it is now, or, without scripts, with the page it belongs to."""
    start = said.answers if said.answers_id else said
    try:
        act()
    except WritingError as error:
        return _refused(request, start.page, error, _thread(request, start, error=str(error), status=422))
    if is_htmx(request):
        return _thread(request, start)
    return redirect(_back(request, start))


def _refused(request, page, error, fragment):
    if is_htmx(request):
        return fragment
    messages.error(request, str(error))
    query = "?draft=1" if _is_draft(request) else ""
    return redirect(reverse("content:comments", args=[page.uid]) + query)


def _thread(request, start, *, status=200, **more):
    if not is_htmx(request):
        return redirect(_back(request, start))
    verbs = rules.verbs(request.user, start.page)
    is_draft = "draft" in verbs and (_is_draft(request) or start.on_draft)
    found = thread_of(request.user, start, verbs, is_draft=is_draft)
    if found is None:  # it has just been taken back
        return HttpResponse("")
    is_in_panel = (request.POST.get("panel") or request.GET.get("panel")) == "1"
    context = {"page": start.page, "thread": found, "verbs": verbs, "is_draft": is_draft, **more}
    context |= {"panel": is_in_panel, "is_editor": _is_editor(request)}
    return render(request, "content/parts/thread.html", context, status=status)


def _back(request, start):
    query = "?draft=1" if _is_draft(request) or start.on_draft else ""
    return f"{reverse('content:comments', args=[start.page.uid])}{query}#comment-{start.uid}"


def _comment(request, uid):
    rows = rules.allowed(request.user, "view", Comment.objects.select_related("answers", "page__space", "by"))
    return get_object_or_404(rows, uid=uid)


def _is_draft(request):
    return (request.POST.get("draft") or request.GET.get("draft")) == "1"


def _is_editor(request):
    """The list stands beside the text that is being written."""
    return (request.POST.get("editor") or request.GET.get("editor")) == "1"
