"""What is pasted into an editor with its form: HTML in, Markdown or a tree out."""

import logging

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from content.actions import pasted_rtf
from content.actions.pasting import TooMuch, pasted
from content.errors import WritingError
from content.models import ContentPage
from content.text import Unrenderable
from content.text.tree import Unfit, check, tree_of

logger = logging.getLogger(__name__)

MOST_FILES = 30
MOST_BYTES = 40 * 1024 * 1024  # pictures included


@require_POST
def paste(request):
    """`page` is the uid of the page it is for; one that is not begun yet says below which it will be: `parent`.

    With `as=tree` the answer is what the editor of several people holds.
    """
    user = request.user
    if uid := request.POST.get("page"):
        places = {"about": get_object_or_404(ContentPage.objects.may(user, "edit"), uid=uid)}
    else:
        parent = get_object_or_404(ContentPage.objects.may(user, "create"), uid=request.POST.get("parent", ""))
        places = {"beside": parent}
    sent = request.FILES.get("html")
    if sent is None:
        return JsonResponse({"error": _("没有收到内容。")}, status=400)
    if sent.size > MOST_BYTES:
        return JsonResponse({"error": str(TooMuch())}, status=413)
    try:
        made = pasted(sent.read().decode(errors="replace"), by=user, **_beside_html(request), **places)
    except WritingError as error:
        return JsonResponse({"error": str(error)}, status=422)
    if request.POST.get("as") != "tree":
        return JsonResponse({"markdown": made.markdown, "lost": made.lost})
    try:
        return JsonResponse({"tree": checked(tree_of(made.markdown)), "lost": made.lost})
    except (Unfit, Unrenderable) as error:
        logger.warning("A paste made no fitting tree: %s", error)
        return JsonResponse({"error": str(TooMuch())}, status=422)


def checked(tree):
    check(tree)
    return tree


def _beside_html(request):
    """Pictures of Word lie in the RTF, those of some other programs as files. What is too much of it is not read."""
    rtf = request.FILES.get("rtf")
    is_read = rtf is not None and rtf.size <= pasted_rtf.MOST_CHARACTERS
    files = request.FILES.getlist("files")[:MOST_FILES]
    return {
        "rtf": rtf.read().decode("latin-1") if is_read else "",
        "files": files if sum(file.size for file in files) <= MOST_BYTES else (),
    }
