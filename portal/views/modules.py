"""业务入口: administrators keep the module links of their hospital."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access import rules
from access.reach import reach_of
from org.choices import UnitKind
from org.models import Unit, User
from portal import actions, links
from portal.forms import ModuleForm
from portal.models import ModuleLink
from ui.partials import is_htmx

KEEPERS = (UnitKind.GROUP, UnitKind.HOSPITAL)  # the units that have doors of their own


@require_safe
def modules(request):
    """The links of one unit in their order, and what a colleague sees of all of them."""
    unit = _unit(request)
    found = ModuleLink.objects.may(request.user, "edit").filter(unit=unit).order_by("order", "name", "pk")
    found = found.select_related("unit").prefetch_related("audience__rows__unit", "audience__rows__position")
    context = {
        "unit": unit,
        "units": _units(request.user),
        "modules": found.prefetch_related("audience__rows__person"),
        "as_whom": request.GET.get("as", "")[:20],
        "seen": _seen_by_colleague(request),
    }
    return render(request, "portal/modules.html", context)


def new(request):
    return _edit(request, ModuleLink(unit=_unit(request)))


def module(request, uid):
    return _edit(request, _find(request, uid))


@require_POST
def remove(request, uid):
    module = _find(request, uid)
    actions.remove(module, by=request.user)
    messages.success(request, _("已删除“%(name)s”") % {"name": module.name})
    return redirect(_list_of(module.unit))


@require_POST
def order(request):
    """The whole order from the script, or one step up or down without it."""
    unit = _unit(request)
    uids = list(unit.module_links.order_by("order", "name", "pk").values_list("uid", flat=True))
    actions.put_in_order(unit, new_order(request.POST, uids), by=request.user)
    return HttpResponse(status=204) if is_htmx(request) else redirect(_list_of(unit))


def new_order(posted, keys) -> list[str]:
    """`order` lists all keys anew; `move` is "up:<key>" or "down:<key>"."""
    if posted.getlist("order"):
        return posted.getlist("order")
    way, _colon, key = posted.get("move", "").partition(":")
    if key in keys:
        place = keys.index(key)
        keys.insert(max(place - 1, 0) if way == "up" else place + 1, keys.pop(place))
    return keys


def _edit(request, module):
    form = ModuleForm(request.POST or None, instance=module, by=request.user)
    if request.method == "POST" and form.is_valid():
        actions.keep(form.save(commit=False), audience=form.cleaned_data["audience"], by=request.user)
        messages.success(request, _("已保存“%(name)s”") % {"name": module.name})
        return redirect(_list_of(module.unit))
    return render(request, "portal/module.html", {"form": form, "module": module, "back": _list_of(module.unit)})


def _find(request, uid):
    return get_object_or_404(ModuleLink.objects.may(request.user, "edit").select_related("unit", "audience"), uid=uid)


def _units(user):
    """The group and the hospitals whose doors this person keeps."""
    return rules.allowed(user, "administer", Unit.objects.open().filter(kind__in=KEEPERS))


def _unit(request):
    """The unit named in the address, else the own hospital, else the first; 404 for who keeps none."""
    units = _units(request.user)
    uid = request.POST.get("unit") or request.GET.get("unit")
    if uid:
        return get_object_or_404(units, uid=uid)
    hospitals = [path[: Unit.steplen * 2] for path in reach_of(request.user).units]
    unit = units.filter(path__in=hospitals).first() or units.first()
    if unit is None:
        raise Http404
    return unit


def _list_of(unit):
    return f"{reverse('portal:modules')}?unit={unit.uid}"


def _seen_by_colleague(request):
    """What the colleague with this number would see: their doors, or None when nobody is asked for."""
    number = request.GET.get("as", "").strip()[:20]
    if not number:
        return None
    people = rules.allowed(request.user, "administer", User.objects.active())
    person = people.filter(number__iexact=number).first()
    return {"person": person, "modules": links.modules_for(person) if person else []}
