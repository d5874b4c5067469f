"""Make a space, and decide who reads, writes and keeps it."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access import rules
from content.actions import spaces
from content.forms.space import NewSpaceForm, SpaceForm
from content.models import ContentPage, Space
from org.models import User


@require_http_methods(["GET", "POST"])
def settings(request, slug):
    """For stewards, and for administrators of the part of the tree it belongs to."""
    found = get_object_or_404(ContentPage.objects.may(request.user, "steward"), slug=slug, space__slug=slug)
    space = Space.objects.select_related("unit", "readers", "editors", "stewards").get(pk=found.pk)
    form = SpaceForm(request.POST or None, initial=_initial(space))
    if request.method == "POST" and form.is_valid():
        approval = form.cleaned_data["approval"] or None
        with transaction.atomic():
            if approval != spaces.approval_of(space):  # first: whoever gives the space away decides nothing after that
                spaces.demand_approval(space, approval, by=request.user)
            spaces.change(space, by=request.user, **form.people(), **form.facts())
        messages.success(request, _("已保存，马上生效。"))
        stays = rules.can(User.objects.get(pk=request.user.pk), "steward", space)  # by the rights of this moment
        return redirect("content:space_settings", slug=slug) if stays else redirect("content:library")
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
        reader = User.objects.get(pk=request.user.pk)  # with the rights of this moment, the new space among them
        return redirect(made.get_absolute_url() if rules.can(reader, "view", made) else "content:library")
    context = {"form": form, "space": None}
    return render(request, "content/space_settings.html", context, status=422 if form.errors else 200)


def _initial(space):
    names = ("title", "summary", "icon", "is_listed", "is_view_only", "quota_mb", "readers", "editors", "stewards")
    return {name: getattr(space, name) for name in names} | {"approval": spaces.approval_of(space) or ""}
