"""Diagrams: the frame in which a browser draws them, and the pictures it hands in."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from content.actions.diagrams import keep_picture
from content.models import ContentPage
from content.text.drawing import UnfitDrawing
from content.text.dressing.diagrams import digest_of

FRAME = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [UNSAFE_INLINE],  # the drawing measures its words in styles of its own; nothing of them comes out
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [SELF],
    "sandbox": ["allow-scripts"],
}


@require_safe
@csp(FRAME)
def frame(request):
    """A page without an origin: what runs in it reaches neither our pages nor the network."""
    response = render(request, "content/diagram_frame.html")
    response["Cache-Control"] = "private, max-age=3600"
    return response


@require_POST
def picture(request, uid):
    """Take the picture of a diagram of this page, by its digest or its text; answers it as readers get it."""
    page = get_object_or_404(ContentPage.objects.may(request.user, "edit"), uid=uid)
    try:
        text = request.POST.get("text", "").replace("\r\n", "\n")  # forms say every end of a line so
        digest = request.POST.get("digest") or digest_of(text)
        svg = keep_picture(page, digest, request.POST.get("svg", ""), by=request.user)
    except UnfitDrawing as error:
        return JsonResponse({"why": str(error)}, status=422)
    return HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
