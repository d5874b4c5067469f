"""The file a page was made of, kept beside it: for its readers to download, as long as they read the page."""

import mimetypes

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from content.models import Original
from content.transfer import returning
from files.actions import attach as attach_file
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
    earlier = [told(known), *known.earlier] if known is not None else []
    Original.objects.update_or_create(page_id=page.pk, defaults=now | {"earlier": earlier})
    Attachment.objects.filter(uid=held.uid).update(is_published=page.live)
    Version.bump(Version.PAGES)  # browsers that kept the page ask anew
    if known is not None:
        Attachment.objects.filter(uid=known.file_uid).exclude(uid=held.uid).update(is_published=False)
    return held.uid


def told(original) -> dict:
    """As it is written down where it is not a row."""
    return {
        "file_uid": original.file_uid,
        "name": original.name,
        "digest": original.digest,
        "brought_at": original.brought_at.isoformat(),
    }


def of(pages) -> dict:
    """{key of the page: its Original}."""
    return Original.objects.in_bulk([page.pk for page in pages], field_name="page_id")


def bring_back(page, facts, *, by):
    """What an export told of it; the file came with the archive, and nobody else's file is taken for it."""
    said = facts.get("original")
    if not isinstance(said, dict) or Original.objects.filter(page_id=page.pk).exists():
        return
    held = Attachment.objects.loose().filter(uid=str(said.get("file_uid")), uploaded_by_user=by).first()
    if held is None:
        return
    attach_file(held, page, is_published=page.live)
    Original.objects.create(
        page_id=page.pk,
        file_uid=held.uid,
        name=str(said.get("name") or held.name)[:255],
        digest=str(said.get("digest") or "")[:64],
        brought_at=returning.moment({"published": said.get("brought_at")}) or timezone.now(),
    )
