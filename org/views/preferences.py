"""Theme, text size and language: on the person's row, and in cookies for the sign-in page."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ui import appearance
from ui.partials import is_htmx


@require_POST
def preferences(request):
    """Keep what was posted and is one of the choices; the rest stays as it is."""
    back = request.POST.get("next") or request.headers.get("Referer", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponse(status=204) if is_htmx(request) else HttpResponseRedirect(back)
    appearance.keep(request, response)
    _keep_language(request, response)
    return response


def _keep_language(request, response):
    language = request.POST.get("language")
    if language not in dict(settings.LANGUAGES):
        return
    name, year = settings.LANGUAGE_COOKIE_NAME, appearance.KEPT_FOR
    response.set_cookie(name, language, max_age=year, samesite="Lax", secure=request.is_secure())
    if request.user.is_authenticated:
        request.user.language = language
        request.user.save(update_fields=["language"])
