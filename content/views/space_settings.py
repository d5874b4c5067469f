"""Make a space, and decide who reads, writes and keeps it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from content.actions import spaces
from content.forms.space import NewSpaceForm, SpaceForm
from content.models import ContentPage, Space


@require_http_methods(["GET", "POST"])
def settings(request, slug):
    """For stewards, and for administrators of the part of the tree it belongs to."""
    found = get_object_or_404(ContentPage.objects.may(request.user, "steward"), slug=slug, space__slug=slug)
    space = Space.objects.select_related("unit", "readers", "editors", "stewards").get(pk=found.pk)
    form = SpaceForm(request.POST or None, initial=_initial(space))
    if request.method == "POST" and form.is_valid():
        spaces.change(space, by=request.user, **form.people(), **form.facts())
        approval = form.cleaned_data["approval"] or None
        if approval != spaces.approval_of(space):
            spaces.demand_approval(space, approval, by=request.user)
        messages.success(request, _("已保存，马上生效。"))
        return redirect("content:space_settings", slug=slug)
    context = {"form": form, "space": space}
    return render(request, "content/space_settings.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def new(request):
    """For administrators and librarians."""
    if not spaces.may_make_spaces(request.user):
        raise Http404
    form = NewSpaceForm(request.POST or None, units=spaces.units_of_maker(request.user))
    if request.method == "POST" and form.is_valid():
        made = spaces.create(by=request.user, **form.settings())
        messages.success(request, _("空间建好了。"))
        return redirect(made.get_absolute_url())
    context = {"form": form, "space": None}
    return render(request, "content/space_settings.html", context, status=422 if form.errors else 200)


def _initial(space):
    names = ("title", "summary", "icon", "is_listed", "quota_mb", "readers", "editors", "stewards")
    return {name: getattr(space, name) for name in names} | {"approval": spaces.approval_of(space) or ""}
