"""Stories of files: taken in, attached, published with a text, copied, removed."""

import hashlib

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from audit.actions import record
from files import holders, pictures, quotas, scanning
from files.errors import TooLarge
from files.extraction import ask_for
from files.models import HELD, Attachment, Picture, place_of
from files.names import safe_name, stem_of
from files.sniffing import recognise
from files.types import TYPES, extension_of
from ui.uid import new_uid

PIECE = 1024 * 1024  # bytes
COPIED = ("title", "description", "width", "height", "file_size", "file_hash")


def receive(upload, *, by, about=None, beside=None, uid=None) -> Picture | Attachment:
    """Take a file in for a person; raises errors.Refused saying why not.

    `about` is what it belongs to; without it the file is its uploader's for a day, and `beside` is the thing whose
    room it will share. The same content twice at one place is one file. Nothing is written before the file was
    recognised, scanned and found to fit.
    """
    name = safe_name(upload.name)
    if upload.size > settings.MAX_UPLOAD_MB * quotas.MEGABYTE:
        raise TooLarge(_("文件太大，最多 %(limit)s MB。") % {"limit": settings.MAX_UPLOAD_MB})
    found = recognise(upload, name)
    scanning.scan(upload)
    content, kept = pictures.clean(upload, found) if found.is_picture else (upload, found)
    model = Picture if kept.is_picture else Attachment
    digest = _digest(content)
    if known := _same(model, digest, about, by):
        return known
    quotas.check(content.size, about=about, by=by)
    if beside is not None:
        quotas.check(content.size, about=beside, by=by)
    facts = {"title": _title(name), "file_size": content.size, "file_hash": digest, "uploaded_by_user": by}
    return _keep(model, content, kept, about, uid=uid or new_uid(), **facts)


def attach(held, about, *, is_published=None):
    """Let a file belong to a thing. The caller has asked whether that may be."""
    quotas.check(held.file_size, about=about, by=held.uploaded_by_user)
    held.belong_to(about)
    held.is_published = held.is_published if is_published is None else is_published
    held.save(update_fields=["about_type", "about_id", "is_published"])


def adopt(holder, uids, *, by=None):
    """Let what was uploaded while a text was written belong to it: loose files that the text names.

    Costs a query for each kind of file, and none where the text names no file.
    """
    if not uids:
        return
    kind = holders.holder_of(type(holder)).kind
    for model in HELD:
        loose = model.objects.loose().filter(uid__in=uids)
        if by is not None:
            loose = loose.filter(uploaded_by_user=by)
        loose.update(about_type=kind, about_id=holder.pk)


@transaction.atomic
def publish_files(holder, uids):
    """Readers of the live text get the files it names, and no other file of the same holder.

    Two queries where nothing changes.
    """
    uids = set(uids)
    kind = holders.holder_of(type(holder)).kind
    for model in HELD:
        mine = Q(about_type=kind, about_id=holder.pk)
        facts = model.objects.filter(mine | Q(about_id=None, uid__in=uids))
        public, hidden = [], []
        for pk, uid, is_published in facts.values_list("pk", "uid", "is_published"):
            if (uid in uids) != is_published:
                (hidden if is_published else public).append(pk)
        if public:
            change = {"about_type": kind, "about_id": holder.pk, "is_published": True}
            model.objects.filter(pk__in=public).update(**change)
        if hidden:
            model.objects.filter(pk__in=hidden).update(is_published=False)


def copy(held, *, about, by):
    """The same content for another holder, since its readers are others. Costs no time, however large it is."""
    quotas.check(held.file_size, about=about, by=by)
    facts = {name: getattr(held, name) for name in COPIED if hasattr(held, name)}
    twin = type(held)(uid=new_uid(), uploaded_by_user=by, **facts)
    twin.belong_to(about)
    twin.file.name = held.file.storage.twin(held.file.name, place_of(twin, held.file.name))
    twin.save()
    _ask_for_text(twin)
    return twin


@transaction.atomic
def remove(held, *, by):
    """Delete a file for good. Texts that name it say that it is gone."""
    before = {"name": held.name, "size": held.file_size, "about": str(held.about or "")}
    record("file.removed", held, by=by, before=before)
    held.delete()


def _digest(content):
    """Cut to the length of Wagtail's column; longer than the SHA-1 it was made for."""
    digest = hashlib.sha256()
    content.seek(0)
    while piece := content.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()[:40]


def _same(model, digest, about, by):
    place = model.objects.of(about) if about is not None else model.objects.loose().filter(uploaded_by_user=by)
    return place.filter(file_hash=digest).first()


def _title(name):
    """Without the extension, which says what the file is and not how it is called; unknown ones stay."""
    is_known = extension_of(name) in TYPES or extension_of(name) in pictures.DECODERS
    return stem_of(name) if is_known else name


def _keep(model, content, kept, about, **facts):
    """The bytes are copied before the row is written, so the database never waits for a film."""
    content.seek(0)
    held = model(file=File(content, f"{facts['uid']}.{kept.extension}"), **facts)
    if about is not None:
        held.belong_to(about)
    try:
        held.save()
    except Exception:
        held.file.storage.delete(held.file.name)
        raise
    _ask_for_text(held)
    return held


def _ask_for_text(held):
    """After its row, whose saving copies the bytes; should we end in between, the sweep asks."""
    if isinstance(held, Attachment):
        ask_for(held)
