"""Theme and size, the style guide, and what browsers need to show something without the network."""

from hashlib import sha256

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from ui import appearance
from ui.partials import is_htmx
from ui.samples import samples

SHEETS = ("tokens", "base", "shell", "controls", "marks", "cards", "ways", "messages", "blocks", "utilities", "touch")


@require_POST
def set_appearance(request):
    """Keep theme and size, then back to where the browser says it was. Open to all: the sign-in page has it too."""
    back = request.headers.get("Referer", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponse(status=204) if is_htmx(request) else HttpResponseRedirect(back)
    appearance.keep(request, response)
    return response


@login_required
@require_GET
def styleguide(request):
    """Every component in every state, as it really is."""
    return render(request, "ui/styleguide.html", samples(request))


@require_GET
def offline(request):
    """The same for everybody and without the request: the browser keeps it, so it may hold nobody's words."""
    return HttpResponse(get_template("offline.html").render())


@require_GET
@cache_control(no_cache=True)
def service_worker(request):
    """Must stand at the root to serve all pages; its version changes with any of its files."""
    assets = [static(name) for name in (*(f"css/{sheet}.css" for sheet in SHEETS), "img/icons.svg", "js/offline.js")]
    version = sha256("".join(assets).encode()).hexdigest()[:12]
    context = {"assets": assets, "version": version}
    return render(request, "ui/service_worker.js", context, content_type="text/javascript")
