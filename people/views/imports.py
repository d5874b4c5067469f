"""A staff list on its way: brought, looked over, applied."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access import rules
from jobs import actions as job_actions
from jobs.models import Due
from people.actions import imports as actions
from people.choices import Change
from people.forms.imports import WHOLE, ColumnsForm, ConfirmForm, UploadForm
from people.models import StaffImport
from people.staff import template
from people.views.gate import administered_unit, administrators_only
from ui.pagination import paginate
from ui.partials import render_partial

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
A_FEW = 5  # rows of each kind on the overview


@administrators_only
def imports(request):
    """Bring a list, and see those that were brought."""
    form = UploadForm(request.POST or None, request.FILES or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        brought = actions.bring(
            values["file"], unit=values["unit"], is_complete=values["extent"] == WHOLE, by=request.user
        )
        return redirect(brought)
    found = rules.allowed(request.user, "view", StaffImport.objects.select_related("unit", "by"))
    return render(request, "people/imports.html", {"form": form, "page": paginate(request, found)})


@require_safe
def staff_import(request, uid):
    """Where the list stands: being read, refused, to be looked over, being applied, done."""
    staff_import = _find(request, uid)
    return render_partial(request, "people/import.html#state", _shown(request, staff_import))


def _find(request, uid):
    found = rules.allowed(request.user, "view", StaffImport.objects.select_related("unit", "by", "confirmed_by"))
    return get_object_or_404(found, uid=uid)


def _shown(request, staff_import, **more):
    work = _work(staff_import)
    is_waiting = work is not None and work.done_at is None
    kind = request.GET.get("kind")
    if kind and kind not in Change.values:
        raise Http404
    shown = {
        "staff_import": staff_import,
        "work": work,
        "is_waiting": is_waiting,
        "kind": kind,
        "kinds": _kinds(staff_import),
    }
    if staff_import.is_ready and not staff_import.cancelled_at:
        rows = staff_import.rows.select_related("person")
        shown |= {"page": paginate(request, rows.filter(kind=kind), 50)} if kind else {"groups": _groups(rows)}
        shown |= {"twin": staff_import.twin(), "confirm": ConfirmForm()}
    if staff_import.refusal and staff_import.header:
        shown["columns"] = ColumnsForm(header=staff_import.header, places=staff_import.columns)
    return shown | more


def _work(staff_import):
    """The due row of what is being done now, with its progress."""
    reading = f"{staff_import.uid}:{staff_import.round}"
    key, name = (reading, actions.READ) if staff_import.is_open else (staff_import.uid, actions.APPLY)
    return Due.objects.filter(name=name, key=key).select_related("progress").first()


def _kinds(staff_import):
    return [(kind.value, kind.label, staff_import.counts.get(kind, 0)) for kind in Change]


def _groups(rows):
    """The first rows of each kind, in one query each; five kinds."""
    return {kind.value: list(rows.filter(kind=kind)[:A_FEW]) for kind in Change}


@require_POST
def confirm(request, uid):
    staff_import = _find(request, uid)
    form = ConfirmForm(request.POST)
    leavers = form.cleaned_data["leavers"] if form.is_valid() else None
    try:
        actions.confirm(staff_import, by=request.user, leavers=leavers)
    except actions.LeaversNotTyped:
        form.add_error("leavers", _("请输入 %(count)d，或取消导入") % {"count": staff_import.leavers})
        return render(request, "people/import.html", _shown(request, staff_import, confirm=form), status=400)
    except actions.Stale:
        messages.warning(request, _("核对之后人员又有了变化，正在重新核对"))
    return redirect(staff_import)


@require_POST
def cancel(request, uid):
    actions.cancel(_find(request, uid), by=request.user)
    messages.success(request, _("已取消，什么都没有改变"))
    return redirect("people:imports")


@require_POST
def columns(request, uid):
    """Somebody pointed out which column is which."""
    staff_import = _find(request, uid)
    form = ColumnsForm(request.POST, header=staff_import.header, places=staff_import.columns)
    if not form.is_valid():
        return render(request, "people/import.html", _shown(request, staff_import, columns=form), status=400)
    actions.read_again(staff_import, columns=form.places)
    return redirect(staff_import)


@require_POST
def accept_guess(request, uid):
    """“就用这个”: a name on the list means that unit or position, on every line."""
    staff_import = _find(request, uid)
    what, written, guess = (request.POST.get(name, "")[:100] for name in ("what", "written", "guess"))
    if what in ("unit", "position") and written and guess:
        actions.read_again(staff_import, replacements={f"{what}:{written}": guess})
    return redirect(staff_import)


@require_POST
def pause(request, uid):
    """Stop the work after the part in hand, or go on."""
    staff_import = _find(request, uid)
    work = _work(staff_import)
    if work is not None and not staff_import.applied_at:
        (job_actions.resume if work.paused_at else job_actions.pause)(work)
    return redirect(staff_import)


@require_safe
def faults(request, uid):
    """The faulty lines as a workbook, each with what is wrong."""
    staff_import = _find(request, uid)
    return _workbook(template.faults(staff_import), _("错误") + f"-{staff_import.uid}.xlsx")


@administrators_only
@require_safe
def blank(request):
    """An empty list to fill in, with the codes of the units and the names of the positions."""
    unit = administered_unit(request, request.GET.get("unit"))
    return _workbook(template.blank(unit), _("人员名单模板.xlsx"))


def _workbook(content, name):
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
