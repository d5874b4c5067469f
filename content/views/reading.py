"""Read a page."""

from django.http import Http404, HttpResponseNotModified
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from access import rules
from activity import counting
from content import framing, reading, tree
from content.actions.diagrams import depicted
from content.locks import why_locked
from content.models import ContentPage, Publication
from content.taking import take
from content.text import render as render_text


@require_safe
def page(request, uid, words):
    """The page as its readers get it. An unchanged one costs two queries, a changed one six."""
    user = request.user
    try:
        facts = reading.facts_of(
            user, uid, user.theme, user.text_size, get_language(), request.META.get("CSRF_COOKIE"), words
        )
    except Http404:
        return redirect("content:draft", uid=_draft_of(user, uid).uid)
    if facts.model.address_of is not ContentPage.address_of:  # a kind that is read at an address of its own
        return redirect(ContentPage.objects.get(pk=facts.pk))
    counting.count(user, ContentPage, facts.pk)
    if request.headers.get("If-None-Match") == facts.etag and "messages" not in request.COOKIES:
        return HttpResponseNotModified(headers={"ETag": facts.etag})
    found = reading.page_of(facts)
    outline = tree.outline(user, found.path, found.space)
    html, original = reading.filled(found.rendering.html, found, user)
    context = {
        "page": found,
        "facts": facts,
        "outline": outline,
        "html": html,
        "original": original,
        "around": framing.Around(request, facts, found, outline, found.rendering.toc),
        "head": framing.Head(found, reading.last_verification(found)),
        "last_place": reading.last_place(found.rendering.toc, facts.place),
        **found.reading_context(request),
    }
    response = render(request, found.reading_template, context)
    response["ETag"] = facts.etag
    return response


@require_safe
def draft(request, uid):
    """The latest text, live or not, for those who write, approve or were invited; readers get 404."""
    page = take(_draft_of(request.user, uid))
    latest = page.specific.get_latest_revision_as_object()
    rendered = render_text(latest.body)
    html, original = reading.filled(depicted(rendered.html, page.pk), latest, request.user)
    context = {
        "page": latest,
        "html": html,
        "original": original,
        "toc": framing.entries(rendered.toc),
        "outline": tree.outline(request.user, page.path, page.space),
        "verbs": (verbs := rules.verbs(request.user, page)),
        **_approval(page.specific, request.user, verbs),
    }
    return render(request, "content/draft.html", context)


def _approval(page, user, verbs):
    """Where the text stands between its writer and its readers."""
    state, has_workflow = page.current_workflow_state, page.has_workflow
    is_waiting = state is not None and state.status == state.STATUS_IN_PROGRESS
    asked = Publication.objects.filter(revision=page.latest_revision_id).first()
    may_take_back = "keep" in verbs or (asked is not None and asked.by_id == user.pk)
    return {
        "workflow_state": state,
        "is_waiting": is_waiting,
        "has_workflow": has_workflow,
        "may_ask": page.goes_live_alone
        and not (is_waiting or page.approved_schedule)
        and ("edit" if has_workflow else "publish") in verbs,
        "may_withdraw": may_take_back and (is_waiting or page.approved_schedule),
        "why_locked": why_locked(page, user),
        "comment": state.current_task_state.comment if state and state.current_task_state else "",
    }


def _draft_of(user, uid):
    return get_object_or_404(ContentPage.objects.pages().may(user, "draft").select_related("space"), uid=uid)
