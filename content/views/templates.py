"""The templates of a space, kept by its stewards."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from content import kinds
from content.actions import templates
from content.errors import WritingError
from content.forms.template import TemplateForm, initial_of_template
from content.models import ContentPage, PageTemplate, Space
from content.models.pages import LIBRARY
from portal.views.modules import new_order
from ui.partials import is_htmx


@require_safe
def index(request, slug):
    """Those the space keeps, in their order, then the retired ones, then what comes from above."""
    space = _space(request, slug)
    kept = PageTemplate.objects.kept_by(space)
    names = {name: model._meta.verbose_name for name, model in kinds.kinds(LIBRARY).items()}
    context = {
        "space": space,
        "kept": _named(kept.in_use(), names),
        "retired": _named(kept.exclude(retired_at=None), names),
        "above": _named(PageTemplate.objects.from_above(space).select_related("unit"), names),
        "kinds": names.items(),
    }
    return render(request, "content/templates.html", context)


@require_http_methods(["GET", "POST"])
def new(request, slug):
    """A template of `kind`, begun empty or with the words of another one (`like`, a uid)."""
    space = _space(request, slug)
    like = _usable(space).filter(uid=request.GET.get("like", "")).first()
    kind = kinds.kinds().get(like.kind if like else request.GET.get("kind")) or kinds.kind("article")
    initial = {**initial_of_template(like, kind), "name": like.name, "hint": like.hint} if like else None
    form = TemplateForm(request.POST or None, initial=initial, kind=kind, space=space)
    if request.method == "POST" and form.is_valid():
        try:
            templates.create(space, by=request.user, kind=kind.kind_name, **form.facts())
        except WritingError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("模板建好了，新建页面时可以选它。"))
            return redirect("content:templates", slug=slug)
    return _editor(request, form, space, kind, None)


@require_http_methods(["GET", "POST"])
def edit(request, slug, uid):
    """Other words for the next pages; those that were begun from it stay."""
    space = _space(request, slug)
    template = _kept(space, uid)
    kind = kinds.kinds().get(template.kind) or kinds.kind("article")
    own = {"name": template.name, "hint": template.hint, "reaches_below": template.space_id is None}
    initial = {**initial_of_template(template, kind), **own}
    form = TemplateForm(request.POST or None, initial=initial, kind=kind, space=space)
    if request.method == "POST" and form.is_valid():
        try:
            templates.change(template, space, by=request.user, **form.facts())
        except WritingError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("已保存。已有的页面不会变，新建的页面用新模板。"))
            return redirect("content:templates", slug=slug)
    return _editor(request, form, space, kind, template)


@require_POST
def retire(request, slug, uid):
    space = _space(request, slug)
    templates.retire(_kept(space, uid), space, by=request.user)
    messages.success(request, _("已停用，随时可以恢复。"))
    return redirect("content:templates", slug=slug)


@require_POST
def take_back(request, slug, uid):
    space = _space(request, slug)
    templates.take_back(_kept(space, uid), space, by=request.user)
    messages.success(request, _("已恢复，新建页面时可以选它。"))
    return redirect("content:templates", slug=slug)


@require_POST
def order(request, slug):
    """The whole order from the script, or one step up or down without it."""
    space = _space(request, slug)
    uids = list(PageTemplate.objects.kept_by(space).in_use().values_list("uid", flat=True))
    templates.put_in_order(space, new_order(request.POST, uids), by=request.user)
    return HttpResponse(status=204) if is_htmx(request) else redirect("content:templates", slug=slug)


def _space(request, slug):
    found = get_object_or_404(ContentPage.objects.may(request.user, "steward"), slug=slug, space__slug=slug)
    return Space.objects.select_related("unit").get(pk=found.pk)


def _kept(space, uid):
    return get_object_or_404(PageTemplate.objects.kept_by(space), uid=uid)


def _usable(space):
    return PageTemplate.objects.reaching(space) | PageTemplate.objects.kept_by(space)


def _named(found, names):
    found = list(found)
    for template in found:
        template.kind_label = names.get(template.kind, template.kind)
    return found


def _editor(request, form, space, kind, template):
    context = {"form": form, "space": space, "kind_label": kind._meta.verbose_name, "template": template}
    return render(request, "content/template_edit.html", context, status=422 if form.errors else 200)
