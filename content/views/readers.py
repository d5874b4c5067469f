"""Choose who reads a page, among the readers of its place."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from content.actions import readers
from content.errors import WritingError
from content.forms.readers import ReadersForm
from content.models import ContentPage


@require_http_methods(["GET", "POST"])
def choose(request, uid):
    """For the maintainer and the stewards of the space."""
    pages = ContentPage.objects.pages().may(request.user, "keep").select_related("space", "audience", "maintainer")
    page = get_object_or_404(pages, uid=uid)
    form = ReadersForm(request.POST or None, initial={"readers": page.audience}, within=page.get_parent().scope)
    if request.method == "POST" and form.is_valid():
        try:
            readers.narrow(page, by=request.user, rows=form.cleaned_data["readers"])
        except WritingError as refused:
            form.add_error("readers", str(refused))
        else:
            messages.success(request, _("已保存，马上生效。"))
            return redirect(page.get_absolute_url() if page.live else f"/wiki/{page.uid}/draft/")
    context = {"page": page, "form": form}
    return render(request, "content/readers.html", context, status=422 if form.errors else 200)
