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
from files.queries import find
from files.renditions import SPECS, rendition_of


@login_required
@require_safe
def file(request, uid, name=""):
    """The file as it came in. The name in the address is decoration."""
    held = find(request.user, uid)
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
    """Take a file for the editor, which puts `markdown` where the cursor is. `about` is the uid of its page, if any."""
    if "file" not in request.FILES:
        return JsonResponse({"error": _("没有收到文件。")}, status=400)
    about = None
    if uid := request.POST.get("about"):
        about = holders.editable(request.user, uid)
        if about is None:
            raise Http404
    try:
        held = actions.receive(request.FILES["file"], by=request.user, about=about)
    except Refused as reason:
        return JsonResponse({"error": str(reason)}, status=reason.status)
    words = in_markdown(held.title if isinstance(held, Picture) else held.name)
    mark = "!" if isinstance(held, Picture) else ""
    return JsonResponse(
        {
            "uid": held.uid,
            "name": held.name,
            "address": held.get_absolute_url(),
            "markdown": f"{mark}[{words}](file:{held.uid})",
        },
        status=201,
    )
