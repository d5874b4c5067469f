"""Make a text live, ask for approval, take it back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from content.actions import publishing
from content.errors import ChangedMeanwhile, WritingError
from content.forms.publication import PublicationForm
from content.models import ContentPage
from content.taking import take
from ui.numbers import number_in


@require_http_methods(["GET", "POST"])
def publish(request, uid):
    """Publish now, on a day, or submit where the place demands approvals: the text that was `seen`, a revision."""
    page = get_object_or_404(ContentPage.objects.may(request.user, "edit"), uid=uid).specific
    workflow = page.get_workflow()
    form = PublicationForm(request.POST or None, initial=_said_before(page))
    seen = number_in((request.POST or request.GET).get("seen"))
    own = _own_form(request, page)
    if request.method == "POST" and form.is_valid() and (own is None or own.is_valid()):
        act = publishing.submit if workflow else publishing.publish
        asked = {**form.cleaned_data, **({"answers": own.cleaned_data} if own else {})}
        if own and own.cleaned_data.get("at"):
            asked["at"] = own.cleaned_data["at"]
        try:
            act(page, by=request.user, seen=seen or None, **asked)
        except ChangedMeanwhile as error:
            messages.error(request, str(error))
            return redirect("content:draft", uid=uid)
        except WritingError as error:
            form.add_error(None, str(error))
        else:
            return _answer(request, page, workflow, asked["at"])
    seen = seen or take(page).latest_revision_id
    context = {"page": page, "form": form, "own": own, "workflow": workflow, "seen": seen}
    return render(request, "content/publish.html", context, status=422 if form.errors else 200)


def _own_form(request, page):
    """What this kind of page asks besides, or None."""
    if not page.publication_form_class:
        return None
    return import_string(page.publication_form_class)(request.POST or None, initial=page.publication_initial())


def _said_before(page):
    """Whoever submits again need not say all of it again."""
    asked = page.publications.filter(at=None).order_by("-asked_at").first()
    return {"change": asked.change, "reason": asked.reason} if asked else None


def _answer(request, page, workflow, at):
    if workflow:
        words = _("已提交审批，同意后自动发布。")
    elif at:
        words = _("已定好时间，到时自动发布。")
    else:
        words = _("已发布。")
    messages.success(request, words)
    return redirect("content:draft" if workflow or at else "content:page_short", uid=page.uid)


@require_POST
def unpublish(request, uid):
    page = get_object_or_404(ContentPage.objects.pages().may(request.user, "publish"), uid=uid)
    publishing.unpublish(page, by=request.user)
    messages.success(request, _("已撤下，读者看不到了；内容还在草稿里。"))
    return redirect("content:draft", uid=page.uid)
