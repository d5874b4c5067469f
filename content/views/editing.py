"""Write a page: begin, go on, save, see what clashes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Revision

from access import rules
from content import kinds
from content.actions import writing
from content.errors import EmptyText, WritingError
from content.forms.page import PageForm, initial_of, initial_of_draft
from content.forms.template import initial_of_template
from content.locks import why_locked
from content.models import ContentPage, Draft, PageTemplate, WritingHold
from content.models.pages import MAX_BODY
from content.taking import take
from content.views import clashes, taking
from ui.numbers import number_in


@require_http_methods(["GET", "POST"])
def edit(request, uid):
    """Go on with the latest text, or with one's own draft where there is one: for one person at a time, who is named to
    the others. Whoever writes all the same merges."""
    page = get_object_or_404(ContentPage.objects.may(request.user, "edit"), uid=uid).specific
    if request.method == "GET" and (why := why_locked(page, request.user)):
        messages.error(request, why)
        return redirect("content:draft", uid=uid)
    if request.method == "GET":
        hold = WritingHold.objects.take(page, request.user)
        if hold.person_id != request.user.pk and "anyway" not in request.GET:
            return render(request, "content/held.html", {"page": page, "hold": hold})
    latest = take(page).get_latest_revision_as_object()
    if request.method == "POST":
        form = PageForm(request.POST, kind=type(page))
        if form.is_valid():
            return _save(request, page, form)
    draft = Draft.objects.filter(person=request.user, page=page).first()
    if request.method == "GET" and draft is not None and request.GET.get("draft") == draft.uid:
        form, draft = PageForm(initial=initial_of_draft(draft, type(page)), kind=type(page)), None
    elif request.method == "GET":
        initial = {**initial_of(latest, type(page)), "base": page.latest_revision_id}
        initial |= taking.initial(request, page, latest)
        form = PageForm(initial=initial, kind=type(page))
    return _editor(request, form, page=page, space=page.space, draft=draft, kind=type(page))


@require_http_methods(["GET", "POST"])
def new(request, slug):
    """Begin a page in a space, below `parent` (a uid), from `template` (a uid), of `kind`."""
    space = get_object_or_404(ContentPage.objects.may(request.user, "create"), slug=slug, space__slug=slug).specific
    template = PageTemplate.objects.reaching(space).filter(uid=request.GET.get("template", "")).first()
    kind = _kind(request, template)
    parent = _parent(request, space)
    if request.method == "POST":
        form = PageForm(request.POST, kind=kind)
        if form.is_valid():
            try:
                page = writing.create(parent, kind.kind_name, by=request.user, text=form.text())
            except WritingError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("已保存为草稿，发布后大家才能看到。"))
                return redirect("content:write" if "go_on" in request.POST else "content:draft", uid=page.uid)
    draft = Draft.objects.filter(person=request.user, page=None, parent=parent, kind=kind.kind_name).first()
    if request.method == "GET" and draft is not None and request.GET.get("draft"):
        form, draft = PageForm(initial=initial_of_draft(draft, kind), kind=kind), None
    elif request.method == "GET":
        initial = initial_of_template(template, kind) if template else {}
        form = PageForm(initial={"title": request.GET.get("title", "")[:255], **initial}, kind=kind)
    return _editor(request, form, page=None, space=space, draft=draft, kind=kind, parent=parent)


@require_http_methods(["GET"])
def new_from_draft(request, uid):
    """Go on with a page that was never saved."""
    draft = get_object_or_404(Draft.objects.select_related("parent__space"), uid=uid, person=request.user, page=None)
    address = reverse("content:new", args=[draft.parent.space.slug])
    return redirect(f"{address}?kind={draft.kind}&parent={draft.parent.uid}&draft=1")


@require_POST
def resolve(request, uid):
    """The answers to a clash: for each place mine, theirs, both or own words. A still newer text asks again."""
    page = get_object_or_404(ContentPage.objects.may(request.user, "edit"), uid=uid).specific
    form = PageForm(request.POST, kind=type(page))
    if not form.is_valid():
        return _editor(request, form, page=page, space=page.space, draft=None, kind=type(page))
    theirs = get_object_or_404(Revision.objects.for_instance(page), pk=number_in(request.POST.get("theirs")))
    parts = writing.merge_over(page, form.cleaned_data["base"], form.text(), theirs)[1]
    answers = [_answer(request, place, part) for place, part in enumerate(parts.conflicts)]
    decided = form.data.copy()
    decided["body"], decided["base"] = parts.with_answers(answers), theirs.pk
    merged = PageForm(decided, kind=type(page))
    merged.is_valid()
    return _save(request, page, merged)


def _answer(request, place, part):
    own = request.POST.get(f"own-{place}", "")[:MAX_BODY]
    texts = {"theirs": part.their_text, "both": part.both_texts, "own": own}
    return texts.get(request.POST.get(f"choice-{place}"), part.my_text)


def _save(request, page, form):
    try:
        result = writing.save(
            page,
            by=request.user,
            base=form.cleaned_data["base"],
            text=form.text(),
            empty_is_meant=form.cleaned_data["empty_is_meant"],
        )
    except EmptyText as error:
        form.add_error("empty_is_meant", str(error))
        return _editor(request, form, page=page, space=page.space, draft=None, kind=type(page))
    except WritingError as error:
        form.add_error(None, str(error))
        return _editor(request, form, page=page, space=page.space, draft=None, kind=type(page))
    if isinstance(result, writing.Conflict):
        return clashes.show(request, page, result, form)
    taking.settle(request, page, result.revision)
    WritingHold.objects.release(page, request.user)
    if result.merged:
        messages.success(request, _("已保存，并合并了别人刚才的修改。"))
    else:
        messages.success(request, _("已保存。发布后读者才会看到。") if page.live else _("已保存。"))
    return redirect("content:draft", uid=page.uid)


def _editor(request, form, **context):
    context["verbs"] = rules.verbs(request.user, context["page"]) if context["page"] else frozenset()
    context["taken"] = taking.taken(request, context["page"]) if context["page"] else {}
    return render(request, "content/edit.html", {"form": form, **context}, status=422 if form.errors else 200)


def _kind(request, template):
    name = template.kind if template else request.GET.get("kind", "article")
    return kinds.kinds().get(name) or kinds.kind("article")


def _parent(request, space):
    uid = request.GET.get("parent")
    if not uid:
        return space
    return get_object_or_404(ContentPage.objects.may(request.user, "create").filter(space=space.pk), uid=uid)
