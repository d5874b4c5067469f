"""提建议: a reader says how the text should be; whoever edits it decides; both see what became of it."""

from django.contrib import messages
from django.core import signing
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access import rules
from content.actions import proposing, writing
from content.comments.errors import NotInPlain
from content.comments.replacing import replaced
from content.errors import WritingError
from content.forms.page import PageForm, initial_of
from content.forms.proposal import ProposalForm
from content.models import ContentPage, Proposal
from content.text import differences
from content.text.limits import Unrenderable
from content.views import clashes
from ui.numbers import number_in

SALT = "content.proposal"  # signs which live text somebody has seen
SHOWN = 100  # of the own proposals


@require_http_methods(["GET", "POST"])
def propose(request, uid):
    """A passage put otherwise (`quote`, `words`), or the whole text; with a reason."""
    page = get_object_or_404(ContentPage.objects.pages().visible_to(request.user).select_related("space"), uid=uid)
    sent = request.POST if request.method == "POST" else request.GET
    passage = {name: sent.get(name, "")[:4000] for name in ("quote", "prefix", "suffix")}
    if request.method == "GET":
        seen = signing.dumps([page.pk, page.live_revision_id, request.user.pk], salt=SALT)
        form = ProposalForm(initial={"body": page.body, "words": passage["quote"], "seen": seen})
        return _form(request, page, form, passage)
    form = ProposalForm(request.POST)
    if form.is_valid():
        try:
            body = _body(page, form, passage)
            made = proposing.propose(
                page, by=request.user, body=body, reason=form.cleaned_data["reason"], base=_base(request, page, form)
            )
        except NotInPlain as error:
            form = ProposalForm({**form.data.dict(), "body": page.body, "whole": "1"})
            form.is_valid()
            form.add_error("body", str(error))
        except (WritingError, Unrenderable) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("已提交，维护人会收到通知。采纳与否您都会知道。"))
            return redirect(made)
    return _form(request, page, form, passage, status=422)


@require_safe
def mine(request):
    """What one proposed, of pages one may still read, and what became of it."""
    rows = rules.allowed(request.user, "view", Proposal.objects.filter(by=request.user)).for_list()[:SHOWN]
    return render(request, "content/proposals.html", {"proposals": rows})


@require_http_methods(["GET", "POST"])
def proposal(request, proposal):
    """What would change. Whoever edits the page takes it over or says why not."""
    found = _proposal(request, proposal, "view")
    verbs = rules.verbs(request.user, found)
    if request.method == "POST":
        get_object_or_404(rules.allowed(request.user, "decide", Proposal.objects.all()), pk=found.pk)
        return _decide(request, found)
    may_decide = "decide" in verbs
    context = {
        "page": found.page,
        "proposal": found,
        "differences": differences.compare(found.base_body, found.body).for_reader(request.user),
        "may_decide": may_decide and found.is_waiting,
        "is_mine": found.by_id == request.user.pk,
        "is_outdated": found.is_waiting and found.base_id != found.page.live_revision_id,
        "in_draft": may_decide and found.revision_id and found.revision_id != found.page.live_revision_id,
    }
    return render(request, "content/proposal.html", context)


@require_http_methods(["GET", "POST"])
def change(request, proposal):
    """Put the own proposal otherwise while it waits."""
    found = _proposal(request, proposal, "change")
    if not found.is_waiting:
        return redirect(found)
    form = ProposalForm(request.POST or None, initial={"body": found.body, "reason": found.reason, "whole": True})
    if request.method == "POST" and form.is_valid():
        try:
            proposing.change(found, by=request.user, body=form.cleaned_data["body"], reason=form.cleaned_data["reason"])
        except (WritingError, Unrenderable) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("已修改。"))
            return redirect(found)
    return _form(request, found.page, form, {}, status=422 if form.errors else 200, proposal=found)


@require_POST
def withdraw(request, proposal):
    found = _proposal(request, proposal, "change")
    try:
        proposing.withdraw(found, by=request.user)
    except WritingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已撤回。"))
    return redirect("content:proposals")


def _decide(request, found):
    seen, answer = number_in(request.POST.get("seen")) or None, request.POST.get("answer", "")
    try:
        if request.POST.get("choice") != "accept":
            proposing.decline(found, by=request.user, answer=answer, seen=seen)
            messages.success(request, _("已答复，对方会收到通知。"))
            return redirect("portal:waiting")
        result = proposing.accept(found, by=request.user, seen=seen, answer=answer)
    except (WritingError, Unrenderable) as error:
        messages.error(request, str(error))
        return redirect(found)
    if isinstance(result, writing.Conflict):
        return clashes.show(request, found.page.specific, result, _as_sent(found), proposal=found)
    if result is None:
        messages.success(request, _("文字已经是这样了，已记为采纳。"))
        return redirect(found.page)
    messages.success(request, _("已采纳，存为草稿。发布后读者才会看到。"))
    return redirect("content:draft", uid=found.page.uid)


def _as_sent(found):
    """The form of the editor as if the proposal had been written there."""
    page = found.page.specific
    base, text = proposing.text_of(found, page.get_latest_revision_as_object())
    begun = page.get_latest_revision_as_object()
    data = {**initial_of(begun, type(page)), "title": text.title, "summary": text.summary, "body": text.body}
    form = PageForm({**data, "base": base}, kind=type(page))
    form.is_valid()
    return form


def _form(request, page, form, passage, *, status=200, **more):
    is_whole = not passage.get("quote") or bool(form["whole"].value())
    context = {"page": page, "form": form, "passage": passage, "is_whole": is_whole, **more}
    return render(request, "content/propose.html", context, status=status)


def _body(page, form, passage):
    if form.cleaned_data["whole"] or not passage["quote"]:
        return form.cleaned_data["body"]
    return replaced(page.body, passage["quote"], passage["prefix"], passage["suffix"], form.cleaned_data["words"])


def _base(request, page, form):
    """The live text that was on the screen, if the form says so truly; of a passage always the one of now."""
    if not form.cleaned_data["whole"]:
        return None
    try:
        page_id, base, person = signing.loads(form.cleaned_data["seen"], salt=SALT, max_age=7 * 24 * 3600)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return base if (page_id, person) == (page.pk, request.user.pk) else None


def _proposal(request, uid, action):
    rows = rules.allowed(request.user, action, Proposal.objects.select_related("page__space", "by", "decided_by"))
    return get_object_or_404(rows, uid=uid)
