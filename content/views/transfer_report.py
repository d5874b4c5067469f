"""报告: what became of each file, to read and to keep."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.transfer import importing, reporting
from content.transfer.telling import Told
from content.views.transfer_check import own
from ui.pagination import paginate

SHOWN = 50


def show(request, run, context):
    """A constant number of queries, however many files."""
    only = request.GET.get("only", "")
    numbers = reporting.figures(run)
    words = {"": _("全部"), "look": _("请看一眼"), "failed": _("没有导入"), "skipped": _("没有选")}
    counts = {"": numbers["total"], **{name: numbers[name] for name in reporting.VIEWS}}
    items = reporting.files_of(run)
    page = paginate(request, items.filter(reporting.VIEWS[only]) if only in reporting.VIEWS else items, SHOWN)
    context |= {
        "figures": numbers,
        "views": [
            (words[name], f"?only={name}" if name else "?", only == name, counts[name])
            for name in words
            if not name or counts[name] or only == name
        ],
        "page": page,
        "rows": [Told(item) for item in page],
        "took": run.finished_at and run.started_at and (run.finished_at - run.started_at).total_seconds(),
        "may_undo": importing.may_undo(run),
    }
    return render(request, "content/import_report.html", context)


@require_safe
def download(request, uid):
    run = own(request, uid)
    answer = HttpResponse(reporting.as_csv(run), content_type="text/csv; charset=utf-8")
    name = _("导入报告 %(name)s.csv") % {"name": run.name}
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer
