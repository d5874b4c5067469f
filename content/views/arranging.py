"""A page moved in the tree itself, by dragging or by keys."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from content import tree
from content.actions import placing
from content.errors import WritingError
from content.models import ContentPage

SIDES = ("before", "after")


@require_POST
def arrange(request, uid):
    """`to` is the uid of the page or space to stand under; `before` or `after` a sibling there, else at its end.

    Answers what was done in words, the way back, and the button that opens the new parent; or why it was not done.
    """
    user = request.user
    page = get_object_or_404(ContentPage.objects.pages().may(user, "move"), uid=uid)
    parent = get_object_or_404(ContentPage.objects.may(user, "create"), uid=request.POST.get("to", ""))
    visible = ContentPage.objects.visible_to(user)
    sides = {side: get_object_or_404(visible, uid=request.POST[side]) for side in SIDES if request.POST.get(side)}
    back = _place_of(page, visible)
    try:
        placing.move(page, parent, by=user, **sides)
    except WritingError as refused:
        return JsonResponse({"error": str(refused)}, status=422)
    said = _("《%(title)s》已移到《%(parent)s》下，原来的链接仍然有效。")
    words = said % {"title": page.title, "parent": parent.title}
    return JsonResponse({"said": words, "back": back, "twist": tree.twist_of(parent, is_open=True)})


def _place_of(page, visible):
    """Where a page stands, as `arrange` takes it."""
    parent = page.get_parent()
    following = visible.filter(tree.below(parent.path), path__gt=page.path).order_by("path").first()
    return {"to": parent.uid, "before": following.uid if following else ""}
