"""Bring files into a space, watch it happen, read the report; take a space out."""

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audit.actions import record
from content.convert.out.missing import words_when_missing
from content.forms.transfer import ImportForm
from content.models import ContentPage, Export, ImportRun
from content.transfer import exporting, importing
from content.transfer.errors import Refused
from jobs import due
from jobs.models import Progress
from ui.pagination import paginate
from ui.uid import new_uid

SHOWN = 200
STEPS = [gettext_lazy("选择文件"), gettext_lazy("核对"), gettext_lazy("导入"), gettext_lazy("报告")]


@require_http_methods(["GET", "POST"])
def start(request, slug):
    """Take the archive, look at it, and show what will come. Nothing is imported yet."""
    space = get_object_or_404(ContentPage.objects.may(request.user, "create"), slug=slug, space__slug=slug).specific
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            run = importing.begin(str(_kept(upload)), space=space, by=request.user, name=upload.name[:255])
        except Refused as reason:
            form.add_error("file", str(reason))
        else:
            return redirect("content:import", uid=run.uid)
    runs = ImportRun.objects.filter(space=space, by=request.user)[:10]
    context = {"space": space, "steps": STEPS, "form": form, "runs": runs}
    return render(request, "content/import_start.html", context, status=422 if form.errors else 200)


@require_safe
def watch(request, uid):
    """Before: what will come. During: how far it is. After: what became of each file, and what was lost."""
    run = _own(request, uid)
    items = run.items.all()
    noted = items.exclude(notes=[])
    only_noted = request.GET.get("only") == "notes"
    total, with_notes = items.count(), noted.count()
    done = run.items.exclude(outcome="waiting").count()
    context = {
        "run": run,
        "steps": STEPS,
        "step": 4 if run.finished_at else 3 if run.started_at else 2,
        "views": [(_("全部"), "?", not only_noted, total), (_("只看有提示的"), "?only=notes", only_noted, with_notes)],
        "total": total,
        "noted": with_notes,
        "done": done,
        "items": paginate(request, noted if only_noted else items, SHOWN),
        "counts": importing.counts(run),
        "is_running": run.started_at and not run.finished_at and not run.paused_at,
    }
    answer = render(request, "content/import.html", context)
    if run.finished_at and request.headers.get("HX-Request"):
        answer["HX-Refresh"] = "true"  # the list below the progress says what became of each file, too
    return answer


@require_POST
def go(request, uid):
    """Start, or go on after a pause."""
    run = _own(request, uid)
    if run.finished_at is None:
        ImportRun.objects.filter(pk=run.pk).update(paused_at=None, started_at=run.started_at or timezone.now())
        due("content.import", key=run.uid, payload={"run": run.pk}, lane="slow", again=True)
    return redirect("content:import", uid=uid)


@require_POST
def pause(request, uid):
    run = _own(request, uid)
    ImportRun.objects.filter(pk=run.pk, finished_at=None).update(paused_at=timezone.now())
    return redirect("content:import", uid=uid)


@require_http_methods(["GET", "POST"])
def export(request, slug):
    """Ask for the space as an archive of texts, PDF or Word; made in the background, it waits here for a week."""
    space = get_object_or_404(ContentPage.objects.visible_to(request.user), slug=slug, space__slug=slug).specific
    missing = words_when_missing()
    form = request.POST.get("form", Export.Form.MARKDOWN)
    if request.method == "POST" and form in Export.Form.values and not (missing and form == Export.Form.PDF):
        asked = Export.objects.create(space=space, by=request.user, form=form)
        due("content.export", key=asked.uid, payload={"export": asked.pk}, lane="slow")
        messages.success(request, _("正在准备，好了会通知您。"))
        return redirect("content:export", slug=slug)
    exports = list(Export.objects.filter(space=space, by=request.user)[:10])
    context = {
        "space": space,
        "exports": _with_progress(exports),
        "is_waiting": any(each.finished_at is None for each in exports),
        "missing": missing,
    }
    return render(request, "content/export.html", context)


def _with_progress(exports):
    """Each with how far it is, or None; one query."""
    keys = [each.uid for each in exports if each.finished_at is None]
    rows = Progress.objects.filter(due__name="content.export", due__key__in=keys).select_related("due")
    by_key = {row.due.key: row for row in rows} if keys else {}
    return [(each, by_key.get(each.uid)) for each in exports]


@require_safe
def fetch(request, uid):
    """Only who asked, and only while the space and every page in it may still be read."""
    asked = get_object_or_404(Export, uid=uid, by=request.user)
    place = Path(settings.VAR) / "exports" / asked.place
    readable = ContentPage.objects.visible_to(request.user).filter(pk=asked.space_id).exists()
    if not asked.place or not readable or not place.is_file():
        raise Http404
    if not exporting.may_still_read(request.user, asked, place):
        messages.error(request, _("里面有您已经看不到的页面，请重新导出。"))
        return redirect("content:export", slug=asked.space.slug)
    record("space.export_fetched", asked.space, by=request.user, after={"export": asked.uid})
    return FileResponse(place.open("rb"), as_attachment=True, filename=f"{asked.space.slug}.zip")


def _own(request, uid):
    return get_object_or_404(ImportRun.objects.select_related("space"), uid=uid, by=request.user)


def _kept(upload):
    """Where an upload waits to be read: below VAR, under a name of ours."""
    folder = Path(settings.VAR) / "imports"
    folder.mkdir(parents=True, exist_ok=True)
    suffix = Path(upload.name).suffix.lower()[:10]
    place = folder / f"{new_uid()}{suffix if suffix.isascii() else ''}"
    with place.open("wb") as target:
        for chunk in upload.chunks():
            target.write(chunk)
    return place
