"""病例库: cases by diagnosis, department, age, outcome, difficulty."""

from django.db.models import Q
from django.db.models.functions import Substr
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.pagination import paginate
from ui.partials import render_partial
from wiki.chapters import ICD10_CHAPTERS
from wiki.facets import Facet, apply
from wiki.models import ClinicalCase
from wiki.models.cases import AgeBand, Difficulty, Outcome


def facets():
    return [
        Facet("department", _("专科"), "department__name"),
        Facet("chapter", _("ICD-10 章节"), "chapter", ICD10_CHAPTERS),
        Facet("age", _("年龄段"), "age_band", dict(AgeBand.choices)),
        Facet("outcome", _("转归"), "outcome", dict(Outcome.choices)),
        Facet("difficulty", _("难度"), "difficulty", dict(Difficulty.choices)),
    ]


@require_safe
def library(request):
    words = request.GET.get("q", "").strip()[:60]
    found = ClinicalCase.objects.visible_to(request.user).annotate(chapter=Substr("icd10", 1, 1))
    for word in words.split():
        named = Q(title__icontains=word) | Q(diagnosis__icontains=word) | Q(icd10__istartswith=word)
        found = found.filter(named | Q(summary__icontains=word))
    shown = facets()
    found = apply(found, shown, request.GET).select_related("maintainer", "department", "space").defer("body")
    page = paginate(request, found.order_by("-first_published_at", "pk"))
    context = {"cases": page, "facets": shown, "words": words, "has_choice": any(f.chosen(request.GET) for f in shown)}
    return render_partial(request, "wiki/case_library.html#found", context)
