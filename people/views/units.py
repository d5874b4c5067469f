"""Units and positions, kept by administrators."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from access import rules
from access.administration import administered_paths
from access.picker.counting import headcounts
from audit.models import Decision
from org.models import Position, Unit
from people.actions import positions as position_actions
from people.actions import units as actions
from people.actions.errors import Refused
from people.forms.units import MoveForm, NewUnitForm, PositionForm, UnitForm
from people.log import LogLines
from people.views.gate import administered_unit, administrators_only
from ui.days import today
from ui.pagination import paginate


@administrators_only
def unit(request, uid=None):
    """One unit: what it is called, what lies below it, where it stands."""
    unit = administered_unit(request, uid)
    form = UnitForm(request.POST or None, instance=administered_unit(request, uid))  # a wrong name stays in the form
    if request.method == "POST" and form.is_valid():
        actions.change(form.instance, by=request.user, **form.cleaned_data)
        messages.success(request, _("已保存"))
        return redirect("people:unit", unit.uid)
    return _page(request, unit, form=form)


@administrators_only
@require_POST
def open_below(request, uid):
    parent = administered_unit(request, uid)
    form = NewUnitForm(request.POST, parent=parent)
    return _done(
        request, parent, "new_form", form, lambda: actions.open_below(parent, by=request.user, **form.cleaned_data)
    )


@administrators_only
@require_POST
def move(request, uid):
    unit = _placeable(request, uid)
    form = MoveForm(request.POST, by=request.user)
    return _done(
        request, unit, "move_form", form, lambda: actions.move(unit, form.cleaned_data["parent"], by=request.user)
    )


@administrators_only
@require_POST
def close(request, uid):
    """Close the unit, or open it again."""
    unit = _placeable(request, uid)
    act = actions.close if unit.is_open else actions.reopen
    try:
        act(unit, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("people:unit", unit.uid)


def _placeable(request, uid):
    return get_object_or_404(rules.allowed(request.user, "place", Unit.objects.all()), uid=uid)


def _done(request, unit, name, form, act):
    if form.is_valid():
        try:
            act()
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("改好了"))
            return redirect("people:unit", unit.uid)
    return _page(request, unit, status=400, **{name: form})


def _page(request, unit, status=None, **forms):
    people = headcounts()
    below = list(unit.get_children())
    for each in below:
        each.people = people.get(each.path, 0)
    decisions = Decision.objects.filter(verb__startswith="unit.", about_type="org.unit", about_key=unit.uid)
    context = {
        "unit": unit,
        "people": people.get(unit.path, 0),
        "line": Unit.objects.above([unit.path]).filter(rules.policy_for(Unit).rule(request.user, "administer")),
        "below": below,
        "may_place": rules.can(request.user, "place", unit),
        "log": paginate(request, LogLines(decisions), parameter="log"),
        "form": UnitForm(instance=unit),
        "new_form": NewUnitForm(parent=unit),
        "move_form": MoveForm(by=request.user),
        **forms,
    }
    return render(request, "people/unit.html", context, status=status)


@administrators_only
def positions(request):
    """The list of positions; the group's administrators change it."""
    now = Q(memberships__starts_on__lte=today()) & (Q(memberships__ends_on=None) | Q(memberships__ends_on__gte=today()))
    context = {
        "positions": Position.objects.annotate(people=Count("memberships__person", filter=now, distinct=True)),
        "may_change": _is_of_group(request.user),
    }
    return render(request, "people/positions.html", context)


@administrators_only
def position(request, pk=None):
    if not _is_of_group(request.user):
        raise Http404
    position = get_object_or_404(Position, pk=pk) if pk else Position()
    form = PositionForm(request.POST or None, instance=position)
    if request.method == "POST" and form.is_valid():
        position_actions.keep(form.save(commit=False), by=request.user)
        messages.success(request, _("已保存"))
        return redirect("people:positions")
    return render(request, "people/position.html", {"form": form, "position": position})


def _is_of_group(user):
    return any(len(path) == Unit.steplen for path in administered_paths(user))
