"""What is being written and not saved: kept every few seconds, offered back, thrown away."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from content import kinds
from content.actions import writing
from content.forms.page import DraftForm, text_of
from content.models import ContentPage, Draft, WritingHold


@require_POST
def keep(request):
    """Called by the editor while somebody writes. Answers when it was kept; a refusal says what is wrong."""
    user = request.user
    page = parent = None
    if uid := request.POST.get("page"):
        page = get_object_or_404(ContentPage.objects.may(user, "edit"), uid=uid)
        kind = page.specific_class
    else:
        parent = get_object_or_404(ContentPage.objects.may(user, "create"), uid=request.POST.get("parent", ""))
        kind = kinds.kinds().get(request.POST.get("kind")) or kinds.kind("article")
    form = DraftForm(request.POST, kind=kind)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    text = text_of(form.cleaned_data, kind)
    draft = writing.keep_draft(
        by=user, page=page, parent=parent, kind=kind.kind_name, base=form.cleaned_data["base"], text=text
    )
    if page is not None:
        WritingHold.objects.renew(page, user)
    return JsonResponse({"uid": draft.uid, "at": f"{timezone.localtime(draft.saved_at):%H:%M:%S}"})


@require_POST
def restore(request, uid):
    """Back into the editor with what was kept."""
    draft = _own(request, uid)
    if draft.page is None:
        return redirect("content:new_from_draft", uid=uid)
    return redirect(f"{draft.get_absolute_url()}?draft={uid}")


@require_POST
def discard(request, uid):
    draft = _own(request, uid)
    address = draft.page.get_absolute_url() if draft.page else draft.parent.get_absolute_url()
    if draft.page:
        WritingHold.objects.release(draft.page, request.user)
    draft.delete()
    return redirect(address)


def _own(request, uid):
    return get_object_or_404(Draft.objects.filter(person=request.user).select_related("page", "parent"), uid=uid)
