"""Files and pictures leave here, and nowhere else; uploads come in."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.images.exceptions import InvalidFilterSpecError

from files import actions, holders, serving
from files.errors import Refused
from files.models import Picture
from files.names import in_markdown
from files.queries import find, may_take
from files.renditions import SPECS, rendition_of
from files.viewing import only_viewed


@login_required
@require_safe
def file(request, uid, name=""):
    """The file as it came in. The name in the address is decoration."""
    held = find(request.user, uid)
    if not may_take(request.user, held):
        return only_viewed(request, held)
    wanted_as_download = "download" in request.GET
    return serving.send(
        request, held.file, held.type, name=held.name, etag=held.file_hash, as_download=wanted_as_download
    )


@login_required
@require_safe
def rendition(request, uid, spec):
    """A picture in one of the sizes we make."""
    if spec not in SPECS:
        raise Http404
    picture = find(request.user, uid, models=(Picture,))
    try:
        made = rendition_of(picture, spec)
    except (OSError, InvalidFilterSpecError):
        raise Http404 from None
    etag = f"{picture.file_hash}.{spec}.{made.focal_point_key}"
    return serving.send(request, made.file, made.type, name=picture.name, etag=etag)


@login_required
@require_POST
def upload(request):
    """Take a file for the editor, which puts `markdown` where the cursor is.

    `about` is the uid of the page it is for; a page that is not begun yet says below which it will be: `beside`.
    """
    if "file" not in request.FILES:
        return JsonResponse({"error": _("没有收到文件。")}, status=400)
    places = {
        "about": _place(request, "about", holders.editable),
        "beside": _place(request, "beside", holders.open_below),
    }
    try:
        held = actions.receive(request.FILES["file"], by=request.user, **places)
    except Refused as reason:
        return JsonResponse({"error": str(reason)}, status=reason.status)
    return JsonResponse(_for_editor(held), status=201)


def _place(request, name, among):
    uid = request.POST.get(name)
    thing = among(request.user, uid) if uid else None
    if uid and thing is None:
        raise Http404
    return thing


def _for_editor(held):
    is_picture = isinstance(held, Picture)
    words = in_markdown(held.title if is_picture else held.name)
    return {
        "uid": held.uid,
        "name": held.name,
        "address": held.get_absolute_url(),
        "markdown": f"{'!' if is_picture else ''}[{words}](file:{held.uid})",
    }
