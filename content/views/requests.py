"""请求查看, and deciding about it; “仍然正确”; deciding about changes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import TaskState

from access import rules
from access.models import AccessRequest
from activity.about import type_of
from content.actions import life, publishing, requests
from content.errors import ChangedMeanwhile, ReasonMissing, WritingError
from content.models import ContentPage, Publication
from content.text import differences
from ui.numbers import number_in
from ui.uid import is_uid

DAYS = {"7": 7, "30": 30, "365": 365}


@require_POST
def ask(request):
    """Always the same answer, whether there was something to ask for or not."""
    uids = [part for part in request.POST.get("address", "")[:500].split("/") if is_uid(part)]
    reason = request.POST.get("why", "").strip()[:200]
    if uids and reason:
        requests.ask(request.user, uids[0], reason)
    return render(request, "404.html", {"sent": True})


@require_POST
def decide(request, pk):
    """Let a colleague read the page for some days, or say no."""
    waiting = get_object_or_404(AccessRequest.objects.waiting().filter(about_type=type_of(ContentPage)), pk=pk)
    get_object_or_404(ContentPage.objects.may(request.user, "edit"), pk=waiting.about_id)
    try:
        days = DAYS.get(request.POST.get("days", ""))
        requests.decide(waiting, by=request.user, days=days, answer=request.POST.get("answer", ""))
    except WritingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已同意，对方会收到通知。") if days else _("已答复，对方会收到通知。"))
    return redirect("portal:waiting")


@require_http_methods(["GET", "POST"])
def approval(request, pk):
    """One change that waits for a role: what would change, and yes or no with a reason."""
    state = get_object_or_404(TaskState.objects.select_related("workflow_state__requested_by", "revision"), pk=pk)
    page = get_object_or_404(ContentPage.objects.may(request.user, "draft"), pk=state.workflow_state.object_id).specific
    if request.method == "POST":
        act = publishing.approve if request.POST.get("answer") == "yes" else publishing.decline
        comment = request.POST.get("comment", "").strip()[:500]
        try:
            act(state, by=request.user, comment=comment, seen=_seen(request))
        except (ReasonMissing, ChangedMeanwhile) as error:
            messages.error(request, str(error))
            return redirect("content:approval", pk=pk)
        except WritingError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("已同意。") if act is publishing.approve else _("已退回，作者会收到通知。"))
        return redirect("portal:waiting")
    is_waiting = state.status == TaskState.STATUS_IN_PROGRESS
    context = {
        "page": page,
        "state": state,
        "proposed": state.revision.as_object(),
        **_asked(page, state, request.user),
        "may_decide": is_waiting and bool(state.task.specific.get_actions(page, request.user)),
        "may_override": is_waiting and rules.can(request.user, "override", page),
    }
    return render(request, "content/approval.html", context)


@require_http_methods(["GET", "POST"])
def override(request, pk):
    """未经审批发布: an administrator lets a waiting change go live, with a reason; nobody else finds this door."""
    state = get_object_or_404(TaskState.objects.select_related("workflow_state__requested_by", "revision"), pk=pk)
    page = get_object_or_404(ContentPage.objects.may(request.user, "override"), pk=state.workflow_state.object_id)
    context = {"page": page, "state": state, "is_waiting": state.status == TaskState.STATUS_IN_PROGRESS}
    if request.method == "POST":
        try:
            publishing.override(state, by=request.user, reason=request.POST.get("reason", ""), seen=_seen(request))
        except ReasonMissing as error:
            context["error"] = str(error)
        except ChangedMeanwhile as error:
            messages.error(request, str(error))
            return redirect("content:override", pk=pk)
        except WritingError as error:
            messages.error(request, str(error))
            return redirect("portal:waiting")
        else:
            messages.success(request, _("已未经审批发布，审批人和维护人会收到通知。"))
            return redirect(ContentPage.objects.get(pk=page.pk))
    context |= _asked(page, state, request.user)
    return render(request, "content/override.html", context, status=422 if "error" in context else 200)


def _seen(request):
    """The revision whose differences were on the screen."""
    return number_in(request.POST.get("seen")) or None


def _asked(page, state, user):
    """What the author said about the change, and what it does to the text that readers have."""
    was, proposed = page.specific.body if page.live else "", state.revision.as_object()
    return {
        "publication": Publication.objects.filter(revision=state.revision_id).first(),
        "go_live_at": proposed.go_live_at,
        "differences": differences.compare(was, proposed.body).for_reader(user),
    }


@require_POST
def withdraw(request, uid):
    """Take back what was submitted."""
    page = get_object_or_404(ContentPage.objects.may(request.user, "edit"), uid=uid)
    try:
        publishing.withdraw(page, by=request.user)
    except WritingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已撤回，改好后可以再提交。"))
    return redirect("content:draft", uid=uid)


@require_POST
def verify(request, uid):
    """仍然正确: one click counts as a review."""
    page = get_object_or_404(ContentPage.objects.pages().may(request.user, "edit"), uid=uid)
    life.verify(page, by=request.user)
    messages.success(request, _("已记下，有效期顺延一年。"))
    return redirect(page.get_absolute_url())
