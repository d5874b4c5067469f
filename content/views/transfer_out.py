"""Take a space out as an archive."""

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audit.actions import record
from content.convert.out.missing import words_when_missing
from content.models import ContentPage, Export
from content.transfer import exporting
from jobs import due
from jobs.models import Progress


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
