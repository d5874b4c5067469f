"""The style guide, and keeping theme and size."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from ui import appearance
from ui.partials import is_htmx
from ui.samples import samples


@require_POST
def set_appearance(request):
    """Keep theme and size, then back to where the reader was. Open to all: the sign-in page has it too."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponse(status=204) if is_htmx(request) else redirect(back)
    appearance.keep(request, response)
    return response


@login_required
@require_GET
def styleguide(request):
    return render(request, "ui/styleguide.html", samples(request))
