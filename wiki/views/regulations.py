"""制度库: what binds, since when, and what comes."""

from django.db.models import Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.pagination import paginate
from ui.partials import render_partial
from wiki.facets import Facet, apply
from wiki.models import Regulation, RegulationClass
from wiki.models.regulations import State


def facets():
    return [
        Facet("state", _("状态"), "state", dict(State.choices)),
        Facet("class", _("分类"), "regulation_class", dict(RegulationClass.choices)),
        Facet("issuer", _("发布单位"), "issued_by"),
        Facet("space", _("空间"), "space__title"),
    ]


@require_safe
def library(request):
    words = request.GET.get("q", "").strip()[:60]
    found = Regulation.objects.visible_to(request.user).with_state()
    found = found.annotate(issued_by=Coalesce("issuing_unit__name", NullIf("issuer_name", Value(""))))
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(number__icontains=word))
    shown = facets()
    found = apply(found, shown, request.GET).select_related("maintainer", "space", "issuing_unit").defer("body")
    page = paginate(request, found.order_by("-last_published_at", "pk"))
    context = {
        "regulations": page,
        "facets": shown,
        "words": words,
        "has_choice": any(facet.chosen(request.GET) for facet in shown),
    }
    return render_partial(request, "wiki/regulation_library.html#found", context)
