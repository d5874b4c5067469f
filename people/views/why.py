"""“为什么他能看到”: the answer level by level, and the look inside that breaks the glass."""

import re

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from access import explain, rules
from access.administration import is_administrator
from audit.actions import record
from people.actions.breaking import look_inside
from people.actions.errors import Refused
from people.forms.roles import BreakGlassForm, WhyForm
from people.places import with_posts
from ui.uid import is_uid


def why(request):
    """Administrators ask about their part of the tree, stewards about what they keep. Every question is recorded."""
    kind, thing = _asked_about(request)
    if not is_administrator(request.user) and thing is None:
        raise Http404
    data = request.POST or None
    form = WhyForm(data, initial={"thing": request.GET.get("thing", ""), "person": request.GET.get("person", "")})
    explanation = None
    if data and form.is_valid():
        if thing is None:
            form.add_error("thing", _("没有找到，或不在您管的范围。请粘贴页面的地址"))
        else:
            explanation = explain.explain(form.cleaned_data["person"], kind, thing, form.cleaned_data["day"])
            asked = {"person": explanation.person.uid, "day": explanation.day}
            record("access.explained", thing, by=request.user, after=asked)
    return render(request, "people/why.html", {"form": form, **_answer(request, thing, explanation)})


def _answer(request, thing, explanation):
    if explanation is None:
        return {"explanation": None}
    may_see = rules.can(request.user, "view", thing)
    person = with_posts(type(explanation.person).objects.filter(pk=explanation.person.pk)).get()
    return {
        "explanation": explanation,
        "person": person,
        "thing": thing,
        "may_see": may_see,  # an administrator who may not read it is not told the titles
        "glass": None if may_see or not is_administrator(request.user) else BreakGlassForm(),
        "verbs": _verbs(explanation.may),
    }


def _verbs(may):
    """What the person may do, and may not: (words, whether)."""
    words = [
        ("view", _("看正式版")),
        ("draft", _("看草稿和历史")),
        ("edit", _("编辑")),
        ("approve", _("审批")),
        ("steward", _("管理空间")),
    ]
    return [(label, verb in may) for verb, label in words] if may is not None else []


def _asked_about(request):
    """(kind, thing) that was named, if this person may ask about it."""
    named = request.POST.get("thing") or request.GET.get("thing") or ""
    parts = [part for part in re.split(r"[/?#&=\s]+", named[:300]) if part]
    for key in [*filter(is_uid, parts), *reversed(parts)][:8]:
        kind, thing = explain.find(key)
        if thing is not None and _may_ask(request.user, kind, thing):
            return kind, thing
    return None, None


def _may_ask(user, kind, thing):
    unit = kind.unit(thing)
    is_administered = unit is not None and rules.can(user, "administer", unit)
    return is_administered or rules.can(user, "steward", thing)


@require_POST
def break_glass(request, uid):
    kind, thing = explain.find(uid)
    unit = kind.unit(thing) if thing is not None else None
    if unit is None or not rules.can(request.user, "administer", unit):
        raise Http404
    try:
        look_inside(kind, thing, reason=request.POST.get("reason", "")[:500], by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("people:why")
    messages.warning(request, _("今天可以查看，负责人已收到通知"))
    return redirect(thing.get_absolute_url())
