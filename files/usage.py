"""What takes the room of a space, the largest first, and how to make some."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from files import actions, quotas
from files.queries import find
from ui.uid import is_uid

SHOWN = 50  # the largest; smaller ones make no room


@login_required
@require_safe
def usage(request, uid):
    quota, keeper = quotas.find(request.user, uid) if is_uid(uid) else (None, None)
    if keeper is None:
        raise Http404
    taken = quotas.usage_of(quota, keeper)
    visible = [files.visible_to(request.user) for files in quotas.files_of(quota, keeper)]
    largest = _largest(visible)
    context = {
        "keeper": keeper,
        "crumbs": [(str(keeper), keeper.get_absolute_url())],
        "usage": taken,
        "files": largest,
        "removable": _removable(request.user, largest),
        "hidden": taken.used - sum(quotas.size_of(files) for files in visible),
    }
    return render(request, "files/usage.html", context)


@login_required
@require_POST
def create_removal(request, uid):
    """Delete a file for good, and back to where the list is."""
    held = find(request.user, uid, "remove")
    quota = quotas.quota_for(type(held.about)) if held.about else None
    back = quota.keeper(held.about).uid if quota else ""
    actions.remove(held, by=request.user)
    messages.success(request, _("已删除“%(name)s”。") % {"name": held.name})
    return redirect("files:usage", back) if back else redirect("/")


def _largest(querysets):
    """Of both kinds together. One query a kind, and one for the holders of each."""
    found = []
    for files in querysets:
        files = files.with_extraction().select_related("uploaded_by_user").prefetch_related("about")
        found += files.order_by("-file_size", "pk")[:SHOWN]
    return sorted(found, key=lambda held: -(held.file_size or 0))[:SHOWN]


def _removable(user, files):
    uids = set()
    for model in {type(held) for held in files}:
        mine = [held.uid for held in files if type(held) is model]
        uids.update(model.objects.may(user, "remove").filter(uid__in=mine).values_list("uid", flat=True))
    return uids
