"""The librarian's screens: what nobody found last week, synonyms, pins, exclusions."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from search.models import Exclusion, Pin, Synonym
from search.words import actions, screens, week
from search.words.errors import WordsError
from search.words.folding import normal
from search.words.forms import (
    PhraseForm,
    PinChangeForm,
    PinForm,
    SynonymChangeForm,
    SynonymForm,
    TableForm,
    UnlistedForm,
)
from search.words.screens import is_done, keepers_only, paths_of, render_tab


@keepers_only
@require_safe
def empty(request):
    """What several colleagues searched in vain last week, and what can be done about it."""
    return render_tab(request, "search/words/empty.html", week.overview(request.user, paths_of(request)), "empty")


@keepers_only
@require_http_methods(["GET", "POST"])
def synonyms(request):
    form = SynonymForm(_posted(request), by=request.user, initial=_asked(request, "word", "others"))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if is_done(request, form, lambda: actions.add_synonym(by=request.user, **said), _("加上了，下一次搜索就用")):
            return redirect("search:synonyms")
    rows, typed = screens.rows_of(request, Synonym), normal(request.GET.get("q", "")[:100])
    if typed:
        rows = rows.filter(pk__in=[each.pk for each in rows if any(typed in word for word in each.every_word)])
    page = screens.page_of(request, rows)
    week.count_uses(page.object_list, paths_of(request))
    context = {"form": form, "page": page, "typed": typed, "table": TableForm(by=request.user)}
    return render_tab(request, "search/words/synonyms.html", context, Synonym, form)


@keepers_only
@require_http_methods(["GET", "POST"])
def synonym(request, pk):
    found = screens.kept_or_404(request, Synonym, pk)
    initial = {"word": found.word, "others": "、".join(found.others), "is_two_way": "1" if found.is_two_way else ""}
    form = SynonymChangeForm(_posted(request), by=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if is_done(
            request, form, lambda: actions.change_synonym(found, by=request.user, **said), _("已改，下一次搜索就用")
        ):
            return redirect("search:synonyms")
    return render_tab(request, "search/words/synonym.html", {"kept": found, "form": form}, Synonym, form)


@keepers_only
@require_http_methods(["GET", "POST"])
def pins(request):
    form = PinForm(_posted(request), by=request.user, initial=_asked(request, "phrase", "title", "uid"))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        more = {name: said[name] for name in ("unit", "phrase", "until")}
        if is_done(request, form, lambda: actions.pin(said["thing"], by=request.user, **more), _("已置顶")):
            return redirect("search:pins")
    page = screens.page_of_things(request, Pin)
    week.count_openings(page.object_list, paths_of(request))
    return render_tab(request, "search/words/pins.html", {"form": form, "page": page}, Pin, form)


@keepers_only
@require_http_methods(["GET", "POST"])
def pin(request, pk):
    found = screens.kept_or_404(request, Pin, pk)
    form = PinChangeForm(_posted(request), by=request.user, initial={"phrase": found.phrase, "until": found.until})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if is_done(request, form, lambda: actions.change_pin(found, by=request.user, **said), _("已改")):
            return redirect("search:pins")
    return render_tab(request, "search/words/pin.html", {"kept": found, "form": form}, Pin, form)


@keepers_only
@require_http_methods(["GET", "POST"])
def exclusions(request):
    form = PhraseForm(_posted(request), by=request.user, initial=_asked(request, "phrase", "title", "uid"))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        more = {name: said[name] for name in ("unit", "phrase")}
        done = _("搜“%(phrase)s”时不再出现") % said
        if is_done(request, form, lambda: actions.exclude(said["thing"], by=request.user, **more), done):
            return redirect("search:exclusions")
    return _exclusions(request, form, UnlistedForm(by=request.user))


@keepers_only
@require_POST
def unlisted(request):
    """A word that must not stand in 大家在搜."""
    form = UnlistedForm(request.POST, by=request.user)
    if form.is_valid():
        said, done = form.cleaned_data, _("不再出现在“大家在搜”里")
        if is_done(request, form, lambda: actions.exclude(None, by=request.user, **said), done):
            return redirect("search:exclusions")
    return _exclusions(request, PhraseForm(by=request.user), form)


def _exclusions(request, form, hidden):
    context = {"form": form, "hidden": hidden, "page": screens.page_of_things(request, Exclusion)}
    return render_tab(request, "search/words/exclusions.html", context, Exclusion, form, hidden)


@keepers_only
@require_POST
def withdraw(request, kind, pk):
    found = screens.kept_or_404(request, screens.kind_or_404(kind), pk)
    actions.withdraw(found, by=request.user)
    messages.success(request, _("已撤回“%(word)s”") % {"word": found})
    return redirect(screens.LISTS[type(found)])


@keepers_only
@require_POST
def restore(request, kind, pk):
    found = screens.kept_or_404(request, screens.kind_or_404(kind), pk)
    try:
        actions.restore(found, by=request.user)
    except WordsError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已恢复“%(word)s”") % {"word": found})
    return redirect(screens.LISTS[type(found)])


def _posted(request):
    return request.POST if request.method == "POST" else None


def _asked(request, *names):
    """What another screen has filled in for the librarian."""
    return {name: request.GET.get(name, "")[:200] for name in names}
