"""Write a page together: the page of the editor, its versions, and who is writing."""

from django import forms
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access import rules
from content import reading, tree
from content.actions import including
from content.actions.naming import LONGEST_NAME
from content.errors import PageLocked, WritingError
from content.forms.page import PageForm, initial_of
from content.locks import why_locked
from content.models import ContentPage, Draft, WritingHold
from content.text import Unrenderable, rendered
from content.text.tree import markdown_of
from content.together import presence, store
from content.together.configuring import config_for
from content.together.words import words


@require_safe
def write(request, uid):
    """The text as it is being written, with whoever else writes it. Who may not change it just now sees why."""
    page = _writable(request, uid)
    form = PageForm(initial=initial_of(page.get_latest_revision_as_object(), type(page)), kind=type(page))
    verbs = rules.verbs(request.user, page)
    has_workflow = page.has_workflow
    context = {
        "page": page,
        "form": form,
        "fields": [(name, _kept_as(form[f"value_{name}"]), form[f"value_{name}"]) for name in page.form_fields],
        "outline": tree.outline(request.user, page.path, page.space),
        "draft": Draft.objects.filter(person=request.user, page=page).first(),
        "has_workflow": has_workflow,
        "may_publish": ("edit" if has_workflow else "publish") in verbs and not why_locked(page, request.user),
        "config": config_for(request.user, page),
        "words": words(),
        "longest_name": LONGEST_NAME,
    }
    return render(request, "content/write.html", context)


def _kept_as(field):
    """How values.js keeps what the control says."""
    return "truth" if isinstance(field.field, forms.BooleanField) else "text"


@require_POST
def version(request, uid):
    """What was written becomes a revision: with a name, or (`then`) to be published next."""
    from content.together import revisions, states  # pycrdt is heavy

    page = _writable(request, uid)
    name, before = request.POST.get("name", "").strip()[:LONGEST_NAME], page.latest_revision_id
    try:
        if why := why_locked(page, request.user):
            raise PageLocked(why)
        latest = revisions.make_revision(page.pk, by=request.user, name=name, force=True)
    except (WritingError, Unrenderable) as error:
        return JsonResponse({"why": str(error)}, status=409)
    except states.Damaged:
        return JsonResponse({"why": _("这份文字出了问题，正在修复。请重新载入这一页。")}, status=409)
    if name:
        said = _("已保存版本“%(name)s”。") % {"name": name}
    else:
        said = _("已保存为一个版本。") if latest.pk != before else _("没有新的修改，最近的版本就是现在的文字。")
    refused = "".join(
        _("“%(label)s”没有改：%(why)s") % {"label": each.label, "why": each.why} for each in latest.refused.values()
    )
    fields = {name: each.why for name, each in latest.refused.items()}
    if refused and request.POST.get("then") == "publish":  # readers would get something else than the screen shows
        return JsonResponse({"why": refused, "fields": fields}, status=409)
    address = f"{reverse('content:publish', args=[uid])}?seen={latest.pk}"
    return JsonResponse({"words": said + refused, "fields": fields, "address": address})


@require_POST
def preview(request, uid):
    """What was written as readers would get it; above it what would keep it from being published."""
    from content.together import states  # pycrdt is heavy

    page = _writable(request, uid)
    try:
        body = markdown_of(states.read(store.load(store.open_doc(page).pk)[0])[0])
        html = reading.filled(rendered(body).html, page, request.user)[0]
    except (Unrenderable, states.Damaged) as error:
        return JsonResponse({"why": str(error)}, status=409)
    if words := including.warning(page, body, request.user):
        html = render_to_string("content/parts/preview_warning.html", {"words": words}) + html
    return JsonResponse({"html": html})


@require_safe
def people(request, uid):
    """Who else writes this page now, for those who read it: in the room, and in the plain editor."""
    page = get_object_or_404(ContentPage.objects.pages().visible_to(request.user).only("pk"), uid=uid)
    hold = WritingHold.objects.current().filter(page=page).exclude(person=request.user).select_related("person").first()
    editing = [{"uid": each.uid, "name": each.name} for each in presence.editing(page.pk) if each != request.user]
    answer = JsonResponse({"editing": editing, "plain": {"name": hold.person.name} if hold else None})
    answer["Cache-Control"] = "no-store"
    return answer


def _writable(request, uid):
    return get_object_or_404(ContentPage.objects.pages().may(request.user, "edit"), uid=uid).specific
