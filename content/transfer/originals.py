"""The file a page was made of, kept beside it: for its readers to download, as long as they read the page."""

import mimetypes

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from content.models import Original
from files.actions import receive
from files.errors import Refused
from files.models import Attachment
from org.models import Version


def attach(page, place, *, name, digest, by) -> str:
    """The uid of the file that is kept. Raises files.errors.Refused. Done twice it is there once.

    What a page was made of before stays for those who read drafts.
    """
    known = Original.objects.filter(page_id=page.pk).first()
    if known is not None and known.digest == digest:
        return known.file_uid
    with open(place, "rb") as content:
        upload = UploadedFile(content, name, mimetypes.guess_type(name)[0], place.stat().st_size)
        held = receive(upload, by=by, about=page)
    if not isinstance(held, Attachment):
        raise Refused(name)
    now = {"file_uid": held.uid, "name": name[:255], "digest": digest, "brought_at": timezone.now()}
    earlier = [_told(known), *known.earlier] if known is not None else []
    Original.objects.update_or_create(page_id=page.pk, defaults=now | {"earlier": earlier})
    Attachment.objects.filter(uid=held.uid).update(is_published=page.live)
    Version.bump(Version.PAGES)  # browsers that kept the page ask anew
    if known is not None:
        Attachment.objects.filter(uid=known.file_uid).exclude(uid=held.uid).update(is_published=False)
    return held.uid


def _told(original):
    return {
        "file_uid": original.file_uid,
        "name": original.name,
        "digest": original.digest,
        "brought_at": original.brought_at.isoformat(),
    }
