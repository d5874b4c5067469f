"""Bring files into a space: choose them, watch them being read and planted, steer that, and read the report."""

import time

from django.conf import settings
from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from content import queries
from content.models import ContentPage, ImportItem, ImportRun
from content.transfer import importing, uploads
from content.transfer.errors import Refused
from content.transfer.telling import Told
from content.views import transfer_check, transfer_report
from ui.pagination import paginate

STEPS = [gettext_lazy("选择文件"), gettext_lazy("核对"), gettext_lazy("导入"), gettext_lazy("报告")]
EARLIER = 20  # runs a page
JUST_READ = 8  # files named while reading goes on


@require_safe
def places(request):
    """“导入文件” from anywhere: where to, and one's earlier imports."""
    spaces = queries.writable_spaces(request.user)
    own = queries.own_spaces(request.user, spaces)
    context = {"own": own, "others": [each for each in spaces if each not in own], **_earlier(request)}
    return render(request, "content/import_places.html", context)


@require_http_methods(["GET", "POST"])
def start(request, slug):
    """Take the files, look at their names, and read them in the background. Nothing is imported yet."""
    space = get_object_or_404(ContentPage.objects.may(request.user, "create"), slug=slug, space__slug=slug).specific
    parent = _parent(request, space)
    error = ""
    if request.method == "POST":
        try:
            run = _begun(request, space, parent)
        except Refused as reason:
            error = str(reason)
        else:
            answer = redirect("content:import", uid=run.uid)
            return JsonResponse({"url": answer.url}) if _is_script(request) else answer
    if error and _is_script(request):
        return JsonResponse({"error": error}, status=422)
    context = {
        "space": space,
        "parent": parent,
        "steps": STEPS,
        "error": error,
        "most_files": uploads.MOST_FILES,
        "most_mb": min(uploads.MOST_MB, settings.MAX_UPLOAD_MB),
        **_earlier(request, space=space),
    }
    return render(request, "content/import_start.html", context, status=422 if error else 200)


@require_safe
def watch(request, uid):
    """The screen of where the run is; one that waits for the next is told by HX-Refresh when it has come."""
    run = transfer_check.own(request, uid)
    state = importing.state(run)
    if request.headers.get("HX-Request") and request.GET.get("state", state) != state:
        answer = render(request, "content/parts/import_moved.html")
        answer["HX-Refresh"] = "true"
        return answer
    context = {"run": run, "steps": STEPS, "step": importing.step(run), "state": state}
    if state == "reading" or (state == "paused" and run.confirmed_at is None):
        return render(request, "content/import_reading.html", context | _reading(run))
    if state == "checking":
        return transfer_check.show(request, run, context)
    if state in ("importing", "paused", "undoing"):
        return render(request, "content/import_running.html", context | _running(request, run))
    return transfer_report.show(request, run, context)


@require_POST
def steer(request, uid, what):
    """Pause, go on, stop the rest, try the failed ones again, undo."""
    run = transfer_check.own(request, uid)
    try:
        _STEERED[what](run, by=request.user)
    except Refused as reason:
        messages.error(request, str(reason))
    return redirect("content:import", uid=uid)


_STEERED = {
    "pause": importing.pause,
    "go": importing.go_on,
    "stop": importing.stop,
    "retry": importing.retry,
    "undo": importing.undo,
}


def _parent(request, space):
    """The page below which it comes: the space, or the one asked for."""
    uid = request.POST.get("below") or request.GET.get("below")
    if not uid or uid == space.uid:
        return space
    return get_object_or_404(ContentPage.objects.may(request.user, "create"), uid=uid, space=space.pk).specific


def _begun(request, space, parent):
    files, paths = request.FILES.getlist("files"), request.POST.getlist("paths")
    if not files:
        raise Refused(_("请先选择文件。"))
    source = uploads.keep(files, paths if len(paths) == len(files) else None)
    name = (
        files[0].name
        if len(files) == 1
        else _("%(name)s 等 %(number)s 个文件")
        % {
            "name": files[0].name[:150],
            "number": len(files),
        }
    )
    return importing.begin(source, space=space, by=request.user, parent=parent, name=name[:255])


def _is_script(request):
    return request.headers.get("Accept") == "application/json"


def _earlier(request, **about):
    """One's own runs, newest first."""
    runs = ImportRun.objects.filter(by=request.user, **about).select_related("space")
    page = paginate(request, runs, EARLIER)
    return {"runs": page, "earlier": [(run, importing.state(run)) for run in page]}


def _reading(run):
    read, total = importing.read_so_far(run)
    latest = run.items.exclude(read_at=None).order_by("-read_at", "-order")[:JUST_READ]
    return {"read": read, "total": total, "latest": [Told(item) for item in latest]}


def _running(request, run):
    """How far it is, and how long it will take at the pace since this screen was opened."""
    wanted = run.items.filter(is_wanted=True).exclude(was=ImportItem.Was.FOLDER)
    total, left = wanted.count(), wanted.filter(outcome=ImportItem.Outcome.WAITING).count()
    done, now = total - left, time.time()
    since, was = _opened(request, now, done)
    seconds = (now - since) / (done - was) * left if done > was else None
    waiting = wanted.filter(outcome=ImportItem.Outcome.WAITING).first()
    return {
        "done": done,
        "total": total,
        "seconds": seconds if seconds is None else max(1, round(seconds)),
        "next": waiting and Told(waiting),
        "opened": f"{since:.0f}-{was}",
    }


def _opened(request, now, done):
    since, _dash, was = request.GET.get("opened", "").partition("-")
    if since.isdecimal() and was.isdecimal() and len(since) < 12 and len(was) < 9 and int(since) < now:
        return int(since), int(was)
    return now, done
