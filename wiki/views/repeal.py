"""废止: end a regulation on a day, and say what takes its place."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from content.errors import WritingError
from wiki import actions
from wiki.forms import RepealForm
from wiki.models import Regulation


@require_http_methods(["GET", "POST"])
def repeal(request, uid):
    mine = Regulation.objects.may(request.user, "publish")
    regulation = get_object_or_404(mine, uid=uid)
    form = RepealForm(request.POST or None, regulations=mine.exclude(pk=regulation.pk))
    if request.method == "POST" and form.is_valid():
        try:
            actions.repeal(regulation, by=request.user, **form.cleaned_data)
        except WritingError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("已定下废止日期，原文仍可查阅。"))
            return redirect(regulation)
    context = {"page": regulation, "form": form}
    return render(request, "wiki/repeal.html", context, status=422 if request.method == "POST" else 200)
