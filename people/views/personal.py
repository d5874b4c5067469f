"""Personal data: one's own to take along, a leaver's to hand out or erase."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from access import rules
from audit.actions import record
from org.models import User
from people import personal
from people.actions.erasing import erase as erase_person
from people.actions.errors import Refused
from people.forms.accounts import ReasonForm
from people.models import Erasure
from people.views.gate import administered_person


def own_data(request):
    """What we hold about oneself: read what it is, then take it along."""
    if request.method == "POST":
        return _handed_out(request, request.user)
    return render(request, "people/own_data.html")


@require_POST
def data(request, uid):
    """A leaver's data, for somebody who asked the hospital for them. Not of colleagues who can do it themselves."""
    person = administered_person(request, uid)
    if person.is_active:
        raise Http404
    return _handed_out(request, person)


def _handed_out(request, person):
    content = personal.exported(person)
    record("person.exported", person, by=request.user)
    response = HttpResponse(content, content_type="application/zip")
    name = _("个人数据-%(number)s.zip") % {"number": person.number}
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def erase(request, uid):
    person, form = administered_person(request, uid), ReasonForm(request.POST)
    if not form.is_valid() or request.POST.get("number") != person.number:
        messages.error(request, _("请写明原因，并输入工号确认"))
        return redirect("people:account", uid)
    try:
        erase_person(person, by=request.user, reason=form.cleaned_data["reason"])
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("people:account", uid)
    return redirect("people:erasure", uid)


def erasure(request, uid):
    """What was erased, what stayed, and why: to be handed to the person on paper."""
    person = get_object_or_404(rules.allowed(request.user, "administer", User.objects.all()), uid=uid)
    return render(request, "people/erasure.html", {"erasure": get_object_or_404(Erasure, person=person)})
