"""A page as PDF or Word: ask for it, wait a moment, fetch it."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audit.actions import record
from content.convert.out import copies
from content.convert.out.missing import words_when_missing
from content.convert.out.sheet import Sheet, page_for
from content.models import PageCopy
from files.names import safe_name


@require_http_methods(["GET", "POST"])
def copy(request, uid, form):
    """What has become of the copy; asking for it makes one, unless it is there."""
    sheet = _sheet(request, uid, form)
    missing = words_when_missing() if form == PageCopy.Form.PDF else ""
    if request.method == "POST" and not missing:
        asked = copies.ask(sheet, form)
        return redirect("content:out_file" if asked.is_ready else "content:out", uid=uid, form=form)
    context = {
        "page": sheet.page,
        "is_draft": sheet.is_draft,
        "form": PageCopy.Form(form),
        "copy": copies.of(sheet, form),
        "missing": missing,
    }
    return render(request, "content/out/copy.html", context)


@require_safe
def fetch(request, uid, form):
    """Only who asked, only while the page may be read, and only what it says now."""
    sheet = _sheet(request, uid, form)
    found = copies.of(sheet, form)
    if found is None or not found.is_ready:
        messages.info(request, _("这一页有了变化，请重新导出。"))
        return redirect("content:out", uid=uid, form=form)
    record("page.export_fetched", sheet.page, by=request.user, after={"form": form})
    name = f"{safe_name(sheet.page.title)}.{form}"
    return FileResponse(found.place.open("rb"), as_attachment=True, filename=name)


def _sheet(request, uid, form):
    if form not in PageCopy.Form.values:
        raise Http404
    return Sheet(*page_for(request.user, uid), user=request.user)
