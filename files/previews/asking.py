"""Asking for the view of an Office file."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

import jobs
from files.choices import PreviewState
from files.models import Preview

WORK = "files.preview"


def preview_of(attachment):
    """What there is of it, or None. No query after `select_related("preview")`."""
    try:
        return attachment.preview
    except ObjectDoesNotExist:
        return None


def ask_for(attachment) -> Preview:
    """Have it made in the slow lane, unless somebody asked before."""
    if there := preview_of(attachment):
        return there
    with transaction.atomic():
        preview, _is_new = Preview.objects.get_or_create(attachment=attachment)
        _ask(attachment)
    return preview


@transaction.atomic
def ask_again(attachment):
    """After it failed, with the tries counted anew. One that is there stays."""
    failed = Preview.objects.filter(attachment=attachment, state=PreviewState.FAILED)
    if failed.update(state=PreviewState.WAITING, why="", tries=0):
        _ask(attachment, again=True)


def _ask(attachment, *, again=False):
    jobs.due(WORK, key=f"attachment:{attachment.pk}", payload={"attachment_id": attachment.pk}, again=again)
