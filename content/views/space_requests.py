"""申请新空间: asked by anybody, made or declined by the knowledge office."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access import audiences, rules
from content.actions import space_requests, spaces
from content.errors import WritingError
from content.forms.space import DeclineForm, NewSpaceForm, SpaceRequestForm
from content.models import SpaceRequest
from content.unit_spaces import free_slug


@require_http_methods(["GET", "POST"])
def ask(request):
    """Say what for; the answer comes as a notice."""
    form = SpaceRequestForm(request.POST or None, units=space_requests.askable_units(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            space_requests.ask(request.user, **form.cleaned_data)
        except WritingError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("已交给知识管理员，有答复会通知您。"))
            return redirect("content:library")
    asked = SpaceRequest.objects.filter(person=request.user).select_related("unit", "space")[:20]
    return render(request, "content/ask_space.html", {"form": form, "asked": asked}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def request(request, pk):
    """For the office: the space as it would be made, to be worded and made. Who asked reads how it stands."""
    asked = _asked(request, "view", pk)
    if asked.decided_at is not None or not rules.can(request.user, "decide", asked):
        return render(request, "content/space_request.html", {"asked": asked})
    form = NewSpaceForm(request.POST or None, initial=_proposed(asked), units=spaces.units_of_maker(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            made = space_requests.accept(asked, by=request.user, **form.settings())
        except WritingError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("空间建好了，对方会收到通知。"))
            return redirect(made.get_absolute_url() if rules.can(request.user, "view", made) else "portal:waiting")
    context = {"asked": asked, "form": form, "decline_form": DeclineForm()}
    return render(request, "content/space_request.html", context, status=422 if form.errors else 200)


@require_POST
def decline(request, pk):
    """No, and why."""
    asked = _asked(request, "decide", pk)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明理由。"))
        return redirect("content:space_request", pk=pk)
    try:
        space_requests.decline(asked, by=request.user, answer=form.cleaned_data["answer"])
    except WritingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已答复，对方会收到通知。"))
    return redirect("portal:waiting")


def _asked(request, verb, pk):
    found = rules.allowed(request.user, verb, SpaceRequest.objects.select_related("person", "unit", "space"))
    return get_object_or_404(found, pk=pk)


def _proposed(asked):
    """Everybody of the unit reads and writes, who asked for it keeps it."""
    everybody = [audiences.everyone_in(asked.unit)]
    return {
        "title": asked.title,
        "summary": asked.reason,
        "unit": asked.unit,
        "slug": free_slug(asked.unit),
        "readers": everybody,
        "editors": everybody,
        "stewards": [audiences.person(asked.person)],
    }
