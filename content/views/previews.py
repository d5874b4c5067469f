"""The text as readers would get it, while it is being written."""

from django.http import HttpResponse
from django.utils.html import escape
from django.views.decorators.http import require_POST

from content.models.pages import MAX_BODY
from content.text import Unrenderable, fill, render


@require_POST
def preview(request):
    """A fragment of HTML, cleaned like every rendering; what cannot be drawn says why."""
    try:
        return HttpResponse(fill(render(request.POST.get("body", "")[:MAX_BODY]).html, request.user))
    except Unrenderable as error:
        return HttpResponse(f'<p class="err">{escape(error)}</p>')
