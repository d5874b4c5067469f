"""Asking for a page that is missing, and answering."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access import rules
from search.models import Wish
from search.wishes import actions, asking
from search.wishes.errors import NotThere, WishError
from search.wishes.forms import AnswerForm, DeclineForm, WishForm
from search.words import things
from ui.pagination import paginate
from ui.partials import is_htmx


@require_http_methods(["GET", "POST"])
def wish(request):
    """Below an empty list: who could write it. Posted: it is taken to them."""
    form = WishForm(request.POST if request.method == "POST" else None, initial={"q": _phrase(request.GET)})
    phrase = _phrase(request.POST if request.method == "POST" else request.GET)
    made = None
    if request.method == "POST" and form.is_valid() and phrase:
        made = _ask(request, form, phrase)
        if made is not None and not is_htmx(request):
            messages.success(request, _("已转给维护人，有答复会通知您。"))
            return redirect("search:wishes")
    offer = asking.offer_for(phrase, request.user) if phrase and made is None else None
    template = "search/wishes/form.html" if is_htmx(request) else "search/wishes/ask.html"
    context = {"form": form, "offer": offer, "made": made, "phrase": phrase}
    return render(request, template, context, status=422 if form.errors else 200)


def _phrase(sent):
    phrase = " ".join(sent.get("q", "")[:200].split())
    return phrase if any(letter.isalnum() for letter in phrase) else ""


def _ask(request, form, phrase):
    said = {name: form.cleaned_data[name] for name in ("question", "wants_notice")}
    try:
        taker = asking.taker_for(phrase, request.user)
        return actions.ask(request.user, phrase=phrase, taker=taker, **said)
    except WishError as error:
        form.add_error(None, str(error))
        return None


@require_safe
def wishes(request):
    """What waits for one's own answer, and what one has asked for."""
    waiting = rules.allowed(request.user, "answer", Wish.objects.waiting()).annotate(voices=Count("wishers"))
    own = Wish.objects.filter(wishers__person=request.user).order_by("-asked_at")
    context = {"waiting": waiting[:50], "page": paginate(request, own)}
    return render(request, "search/wishes/list.html", context)


@require_safe
def one(request, pk):
    return _shown(request, _find(request, "view", pk))


@require_POST
def answer(request, pk):
    """Name the page that answers; who asked is told."""
    found, form = _find(request, "answer", pk), AnswerForm(request.POST)
    thing = things.find(request.user, form.data.get("uid") or form.data.get("title", "")) if form.is_valid() else None
    try:
        if thing is None:
            raise NotThere
        blind = actions.answer(found, thing, by=request.user)
    except WishError as error:
        form.add_error("title", str(error))
        return _shown(request, found, answer_form=form)
    messages.success(request, _("已告诉找过的同事"))
    if blind:
        said = ngettext("%(count)d 位同事看不到这一页，没有通知", "%(count)d 位同事看不到这一页，没有通知", blind)
        messages.warning(request, said % {"count": blind})
    return redirect("search:wishes")


@require_POST
def decline(request, pk):
    found, form = _find(request, "answer", pk), DeclineForm(request.POST)
    if form.is_valid():
        try:
            actions.decline(found, by=request.user, reason=form.cleaned_data["reason"])
        except WishError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("已答复，对方会收到通知。"))
            return redirect("search:wishes")
    return _shown(request, found, decline_form=form)


def _find(request, verb, pk):
    found = rules.allowed(request.user, verb, Wish.objects.select_related("maintainer", "settled_by", "answer_type"))
    return get_object_or_404(found, pk=pk)


def _shown(request, found, **forms):
    """Who asked is said only to who answers; an answer is a link only for who may see it."""
    (found,) = things.with_hits([found], request.user, about="answer")
    may_answer = rules.can(request.user, "answer", found)
    context = {
        "wish": found,
        "voices": found.wishers.count(),
        "wishers": found.wishers.select_related("person")[:50] if may_answer else [],
        "may_answer": may_answer and found.is_waiting,
        "answer_form": AnswerForm(initial={"title": found.hit.title, "uid": found.hit.uid} if found.hit else None),
        "decline_form": DeclineForm(),
        **forms,
    }
    return render(request, "search/wishes/wish.html", context, status=422 if forms else 200)
