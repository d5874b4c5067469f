"""Asking for the text of attachments: when they come in, when readers got better, and for whatever was missed."""

from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Q

import jobs
from files.readers import READERS

WORK = "files.extract"
AT_A_TIME = 500


@transaction.atomic
def ask_for(attachment):
    """Have its text read in the slow lane, if we have a reader for it. Twice is once."""
    from files.models import Extraction

    if attachment.type.extension in READERS:
        Extraction.objects.get_or_create(attachment=attachment)
        _ask(attachment.pk)


def ask_for_missing():
    """Attachments that nobody asked for, and those that older readers read; says how many."""
    from files.models import Attachment, Extraction

    readable = reduce(or_, (Q(file__endswith=f".{extension}") for extension in READERS))
    missing = Attachment.objects.filter(readable, extraction=None).order_by("pk")[:AT_A_TIME]
    outdated = Extraction.objects.outdated().select_related("attachment").order_by("pk")[:AT_A_TIME]
    for attachment in missing:
        ask_for(attachment)
    for extraction in outdated:
        ask_again(extraction)
    return len(missing) + len(outdated)


@transaction.atomic
def ask_again(extraction):
    """Read it anew; until then what is known stays."""
    type(extraction).objects.filter(pk=extraction.pk).update(tries=0, made_by=0)
    _ask(extraction.attachment_id, again=True)


def _ask(attachment_id, *, again=False):
    jobs.due(WORK, key=f"attachment:{attachment_id}", payload={"attachment_id": attachment_id}, again=again)
