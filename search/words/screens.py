"""What the librarian's screens have in common: who comes in, the tabs above, the lists below."""

from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from access import rules
from search.models import Exclusion, Pin, Synonym
from search.words import things
from search.words.errors import WordsError
from search.words.rules import kept_units
from ui.pagination import paginate

PER_PAGE = 30
LISTS = {Synonym: "search:synonyms", Pin: "search:pins", Exclusion: "search:exclusions"}
KINDS = {model._meta.model_name: model for model in LISTS}


def keepers_only(view):
    """Nothing to others: the same 404 as for what does not exist."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        request.kept_units = list(kept_units(request.user))
        if not request.kept_units:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def paths_of(request):
    return [unit.path for unit in request.kept_units]


def kept_or_404(request, model, pk):
    return get_object_or_404(rules.allowed(request.user, "keep", model.objects.select_related("unit", "by")), pk=pk)


def kind_or_404(name):
    if name not in KINDS:
        raise Http404
    return KINDS[name]


def rows_of(request, model):
    """What stands and holds for the people this librarian works for; with ?show=withdrawn what was taken back."""
    rows = rules.allowed(request.user, "view", model.objects.select_related("by", "unit", "withdrawn_by"))
    return rows.exclude(withdrawn_at=None) if shows_withdrawn(request) else rows.standing()


def shows_withdrawn(request):
    return request.GET.get("show") == "withdrawn"


def page_of(request, rows):
    """With what this librarian may change marked, for words of the group stand among those of a hospital."""
    page = paginate(request, rows, PER_PAGE)
    page.object_list = list(page.object_list)
    own = set(rules.allowed(request.user, "keep", rows.model.objects.all()).values_list("pk", flat=True))
    for row in page.object_list:
        row.is_own = row.pk in own
    return page


def page_of_things(request, model):
    page = page_of(request, rows_of(request, model))
    page.object_list = things.with_hits(page.object_list, request.user)
    return page


def is_done(request, form, act, words):
    """Whether it was kept; if not, the form says why."""
    try:
        act()
    except WordsError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, words)
    return True


def render_tab(request, template, context, tab, *forms):
    numbers = {model: rules.allowed(request.user, "view", model.objects.standing()).count() for model in LISTS}
    listed = [(_("同义词"), Synonym), (_("置顶"), Pin), (_("排除"), Exclusion)]
    context |= {
        "tabs": [
            (_("上周搜不到"), reverse("search:words"), tab == "empty", context.get("count")),
            *((words, reverse(LISTS[model]), tab == model, numbers[model]) for words, model in listed),
        ],
        "shows_withdrawn": shows_withdrawn(request),
        "has_units": len(request.kept_units) > 1,
    }
    return render(request, template, context, status=422 if any(form.errors for form in forms) else 200)
