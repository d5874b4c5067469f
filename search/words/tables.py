"""Words taken away as a table and brought back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from access import rules
from files.tables.errors import Unreadable
from search.models import Exclusion, Pin, Synonym
from search.words import actions, sheets, things
from search.words.errors import WordsError
from search.words.forms import TableForm
from search.words.screens import keepers_only

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


@keepers_only
@require_safe
def export(request):
    """Everything that stands, as a workbook; the synonyms alone as CSV."""
    standing = {
        model: rules.allowed(request.user, "view", model.objects.standing()).select_related("by", "unit")
        for model in (Synonym, Pin, Exclusion)
    }
    synonyms = standing[Synonym].order_by("word", "pk")
    if request.GET.get("format") == "csv":
        return _file(sheets.comma_separated(synonyms), CSV, sheets.name("csv"))
    named = [things.with_hits(standing[model], request.user) for model in (Pin, Exclusion)]
    return _file(sheets.workbook(synonyms, *named), XLSX, sheets.name("xlsx"))


@keepers_only
@require_POST
def bring(request):
    """Add the synonyms of a table. One wrong row and none is added: then it can be put right and brought again."""
    form = TableForm(request.POST, request.FILES, by=request.user)
    faults, refusal = [], ""
    if form.is_valid():
        try:
            brought = sheets.bring(form.cleaned_data["file"].read())
            faults = brought.faults
            if not faults and brought.entries:
                added = actions.add_synonyms(brought.entries, by=request.user, unit=form.cleaned_data["unit"])
                said = ngettext("新加 %(count)d 条", "新加 %(count)d 条", added) % {"count": added}
                messages.success(request, said)
                return redirect("search:synonyms")
            refusal = "" if faults else _("表格里没有检索词。")
        except (Unreadable, WordsError) as error:
            refusal = str(error)
    context = {"table": form, "faults": faults, "refusal": refusal}
    return render(request, "search/words/brought.html", context, status=422)


def _file(content, kind, name):
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
