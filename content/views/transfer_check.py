"""核对: what was read in each file, what a person has to say to it, and the yes to all of it."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from content.models import ImportItem, ImportRun
from content.text import Unrenderable
from content.transfer import importing, previewing
from content.transfer.errors import Refused
from content.transfer.telling import ATTACHMENT, FACTS_ASKED, NOTHING, OTHER, Told
from ui.pagination import paginate
from ui.partials import render_partial

SHOWN = 20  # files a page: each may bring forty fields
MOST_CALLOUTS = 2  # more refused files are folded into one
LONGEST = 500  # characters of an answer
_ASKS = Q(is_wanted=True) & ~Q(questions=[])
_REFUSED = ~Q(refusal="") & ~Q(kind=ATTACHMENT)


def own(request, uid):
    """Imports are their maker's alone."""
    return get_object_or_404(ImportRun.objects.select_related("space", "parent"), uid=uid, by=request.user)


def show(request, run, context):
    """A constant number of queries, however many files."""
    files = run.items.exclude(was=ImportItem.Was.FOLDER)
    numbers = files.aggregate(
        total=Count("pk"),
        wanted=Count("pk", filter=Q(is_wanted=True)),
        asking=Count("pk", filter=_ASKS),
        refused=Count("pk", filter=_REFUSED),
    )
    only = request.GET.get("only", "")
    page = paginate(request, files.filter({"asks": _ASKS, "refused": _REFUSED}.get(only, Q())), SHOWN)
    told = [Told(item) for item in page]
    refused = [each for each in told if each.is_refused]
    context |= numbers | {
        "views": [
            (_("全部"), "?", only not in ("asks", "refused"), numbers["total"]),
            (_("要您回答"), "?only=asks", only == "asks", numbers["asking"]),
            (_("没有接收"), "?only=refused", only == "refused", numbers["refused"]),
        ],
        "page": page,
        "here": request.GET.urlencode(),
        "rows": [(each, importing.kinds_for(each.item).items()) for each in told],
        "panels": [each for each in told if each.has_panel],
        "callouts": refused[:MOST_CALLOUTS],
        "folded": refused[MOST_CALLOUTS:],
        "asked_here": sum(each.asks for each in told if each.has_panel),
        "may_go_live": importing.may_go_live(run),
    }
    return render(request, "content/import_check.html", context)


@require_POST
def keep(request, uid):
    """What is said on this page stays while another page of files is looked at."""
    run = own(request, uid)
    try:
        importing.choose(run, by=request.user, choices=_choices(request, run))
    except Refused as reason:
        messages.error(request, str(reason))
    if request.headers.get("HX-Request") and "redraw" not in request.POST:
        return HttpResponse(status=204)
    return redirect(f"{reverse('content:import', args=[uid])}?{request.POST.get('then', '')[:LONGEST]}")


@require_POST
def confirm(request, uid):
    """Yes: what this page says, what others said before, and the guesses for the rest."""
    run = own(request, uid)
    is_live = request.POST.get("live") == "yes" and importing.may_go_live(run)
    try:
        importing.confirm(run, by=request.user, choices=_choices(request, run), is_live=is_live)
    except Refused as reason:
        messages.error(request, str(reason))
    return redirect("content:import", uid=uid)


@require_safe
def preview(request, uid, pk):
    """How the page of one file will look: into a dialog, or as a page of its own."""
    item = _item(request, uid, pk)
    address = lambda name: reverse("content:import_picture", args=[uid, pk, name])
    try:
        html, error = previewing.preview(item, request.user, address=address), ""
    except (Unrenderable, Refused) as reason:
        html, error = "", str(reason)
    context = {"run": item.run, "told": Told(item), "html": html, "error": error}
    return render_partial(request, "content/import_preview.html#preview", context)


@require_safe
def picture(request, uid, pk, name):
    try:
        found = previewing.picture(_item(request, uid, pk), name)
    except Refused as reason:  # cleaned away
        raise Http404 from reason
    if found is None:
        raise Http404
    place, kind = found
    answer = FileResponse(place.open("rb"), content_type=kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, max-age=600"
    return answer


def _item(request, uid, pk):
    run = own(request, uid)
    item = get_object_or_404(run.items, pk=pk, refusal="")
    item.run = run
    return item


def _choices(request, run):
    """{pk: Choice} of the files that this page showed; whatever names other files is passed over."""
    shown = [int(pk) for pk in request.POST.getlist("shown")[:SHOWN] if pk.isdecimal() and len(pk) < 18]
    return {item.pk: _choice(request.POST, Told(item)) for item in run.items.filter(pk__in=shown)}


def _choice(post, told):
    kind = post.get(f"kind-{told.pk}", "")
    facts = {name: _typed(post, f"fact-{told.pk}-{name}") for name in FACTS_ASKED if f"fact-{told.pk}-{name}" in post}
    return importing.Choice(
        answers=_lines(post, told) | _chosen(post, told),
        facts=facts | _elsewise(post, told),
        kind="" if kind == NOTHING else kind,
        title=facts.get("title", ""),
        is_wanted=kind != NOTHING,
    )


def _lines(post, told):
    """Lines that may be headings are ticked or not."""
    if f"lines-{told.pk}" not in post:
        return {}
    ticked = set(post.getlist(f"line-{told.pk}"))
    return {told.key(line.number): "heading" if str(line.number) in ticked else "text" for line in told.lines}


def _chosen(post, told):
    answers = {told.key(one.number): post.get(f"answer-{told.pk}-{one.number}", OTHER) for one in told.asked}
    return {key: answer for key, answer in answers.items() if answer != OTHER}


def _elsewise(post, told):
    """What is typed instead of an option is the fact itself."""
    typed = {
        one.fact: _typed(post, f"other-{told.pk}-{one.number}")
        for one in told.asked
        if one.fact and post.get(f"answer-{told.pk}-{one.number}") == OTHER
    }
    return {fact: words for fact, words in typed.items() if words}


def _typed(post, name):
    return post.get(name, "").strip()[:LONGEST]
