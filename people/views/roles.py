"""Roles: who is trusted with what in a unit, from when until when, and the log of it."""

from datetime import timedelta

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access import rules
from audit.models import Decision
from org.models import Membership, Role, Unit, User
from people.actions import roles as actions
from people.actions.errors import Refused
from people.forms.roles import RoleEndForm, RoleForm
from people.log import LogLines
from people.places import with_posts
from people.views.gate import administered_unit, administrators_only
from ui.days import today
from ui.pagination import paginate

SOON = timedelta(days=30)


@administrators_only
def roles(request, uid=None):
    """The roles of a unit and below; heads are shown and follow from their posts."""
    unit = administered_unit(request, uid)
    form = RoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            role = actions.give(values.pop("person"), values.pop("kind"), unit, by=request.user, **values)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("%(name)s的角色加上了") % {"name": role.person.name})
            return redirect("people:roles_of", unit.uid)
    return render(request, "people/roles.html", {"form": form, **_shown(request, unit)})


def _shown(request, unit):
    below = Unit.objects.within(unit)
    own_only = request.GET.get("show") == "own"
    shown = Role.objects.filter(unit=unit) if own_only else Role.objects.filter(unit__in=below)
    going_on = Q(ends_on=None) | Q(ends_on__gte=today())
    has_ended = request.GET.get("show") == "ended"
    rows = shown.exclude(going_on) if has_ended else shown.filter(going_on)
    rows = rows.select_related("unit", "person").order_by("unit__path", "kind", "starts_on", "pk")
    heads = Membership.objects.today().filter(unit=unit, position__is_head=True, person__is_active=True)
    page = paginate(request, rows)
    _add_posts(page)
    decisions = Decision.objects.filter(
        verb__startswith="role.", about_type="org.unit", about_key__in=below.values("uid")
    )
    return {
        "unit": unit,
        "line": Unit.objects.above([unit.path]).filter(rules.policy_for(Unit).rule(request.user, "administer")),
        "below": unit.get_children().filter(closed_on=None),
        "page": page,
        "heads": heads.select_related("person", "position", "unit"),
        "ended": shown.exclude(going_on).count(),
        "show": request.GET.get("show", ""),
        "soon": today() + SOON,
        "log": paginate(request, LogLines(decisions), parameter="log"),
    }


def _add_posts(page):
    """Today's posts of everybody on the page, in two queries."""
    people = {person.pk: person for person in with_posts(User.objects.filter(pk__in={role.person_id for role in page}))}
    for role in page:
        role.posts = people[role.person_id].posts


@administrators_only
def role(request, pk):
    """Another last day for one role, or its end."""
    role = get_object_or_404(rules.allowed(request.user, "end", Role.objects.select_related("unit", "person")), pk=pk)
    form = RoleEndForm(request.POST or None, initial={"ends_on": role.ends_on or today()})
    if request.method == "POST" and form.is_valid():
        ends_on, reason = form.cleaned_data["ends_on"], form.cleaned_data["reason"]
        if _needs_sure(role, ends_on) and not form.cleaned_data["sure"]:
            form.add_error("sure", _("请先加一位审批人，或勾选仍然结束"))
        elif _changed(request, form, role, ends_on, reason):
            return redirect("people:roles_of", role.unit.uid)
    return render(request, "people/role.html", {"role": role, "form": form, "is_last": actions.leaves_nobody(role)})


def _needs_sure(role, ends_on):
    return ends_on is not None and ends_on <= today() and actions.leaves_nobody(role)


def _changed(request, form, role, ends_on, reason):
    try:
        if ends_on and ends_on < role.starts_on >= today():
            actions.take_back(role, reason=reason, by=request.user)
        else:
            actions.change(role, ends_on=ends_on, reason=reason, by=request.user)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("改好了"))
    return True
