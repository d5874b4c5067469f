"""A colleague's account, for the administrators of the own part of the tree."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from org import second_step
from people import personal
from people.actions import accounts as actions
from people.forms.accounts import AccountForm, LeaveForm, ReasonForm
from people.places import posts_of
from people.views.gate import administered_person, administrators_only


@administrators_only
@require_safe
def manage(request):
    """The doors to everything administrators of people do."""
    return render(request, "people/manage.html")


def account(request, uid):
    person = administered_person(request, uid)
    form = AccountForm(request.POST or None, instance=administered_person(request, uid))
    if request.method == "POST" and form.is_valid():
        actions.change(person, by=request.user, **form.cleaned_data)
        messages.success(request, _("已保存"))
        return redirect("people:account", uid)
    return _page(request, person, form=form)


@require_POST
def leave(request, uid):
    person, form = administered_person(request, uid), LeaveForm(request.POST)
    if not form.is_valid():
        return _page(request, person, status=400, leave_form=form)
    actions.leave(person, by=request.user, **form.cleaned_data)
    messages.success(request, _("已登记离职"))
    return redirect("people:account", uid)


@require_POST
def disable(request, uid):
    """Shut the account, or open it again, with a reason."""
    person, form = administered_person(request, uid), ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, person, status=400, reason_form=form)
    act = actions.disable if person.is_active else actions.enable
    act(person, by=request.user, **form.cleaned_data)
    return redirect("people:account", uid)


@require_POST
def reset_second_step(request, uid):
    """The authenticator is lost: the next sign-in asks to set up another."""
    person, form = administered_person(request, uid), ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, person, status=400, reason_form=form)
    second_step.reset(person, request.user, form.cleaned_data["reason"])
    messages.success(request, _("下次登录时重新设置第二步验证"))
    return redirect("people:account", uid)


def _page(request, person, status=None, **forms):
    context = {
        "person": person,
        "posts": posts_of(person),
        "slip": person.slips.first(),
        "has_second_step": second_step.is_set_up(person),
        "hindrances": [] if person.is_active else personal.hindrances(person),
        "erasure": getattr(person, "erasure", None),
        "form": AccountForm(instance=person),
        "leave_form": LeaveForm(),
        "reason_form": ReasonForm(),
        **forms,
    }
    return render(request, "people/account.html", context, status=status)
