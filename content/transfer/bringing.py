"""The texts of a run as they go into pages: links lead to pages, pictures are files of the space."""

import hashlib
import mimetypes
from pathlib import PurePosixPath

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Q

from access import rules
from content.models import BroughtFile, ContentPage, ImportItem
from content.text.escaping import escape
from content.transfer import plans, returning, templates
from content.transfer.reading import ATTACHMENT
from content.transfer.rewriting import rewrite
from content.transfer.sources import Source
from files.actions import receive
from files.errors import Refused as FileRefused
from files.models import HELD
from org.models import User


class Texts:
    """What a run brings, opened once for many batches."""

    def __init__(self, run):
        self.run = run
        self.source = Source(run)
        self.history, self.keepers, self.brought = {}, {}, set()
        if self.source.is_ours:
            self._bring_ours()
        rows = run.items.values_list("path", "page_uid", "parent_path", "is_wanted", "outcome")
        gone = (ImportItem.Outcome.FAILED, ImportItem.Outcome.SKIPPED)
        self.uids = {path: uid for path, uid, _, wanted, outcome in rows if wanted and outcome not in gone}
        self._files = {}
        self.parents = {path: parent for path, _, parent, _, _ in rows}

    def _bring_ours(self):
        found = self.source.all
        returning.bring_files(found, by=self.run.by, space=self.run.space)
        templates.bring(found, by=self.run.by, space=self.run.space)
        if rules.can(self.run.by, "steward", self.run.space):  # it tells of others what they wrote
            self.history = {PurePosixPath(each.path).stem: each for each in found if each.path.startswith("history/")}
        self.keepers = {person.number: person for person in User.objects.active()}

    def read(self, item):
        """Its sheet, with references of ours in the text."""
        sheet = plans.Sheet(item.path, item.parent_path, item.title)
        if item.was == ImportItem.Was.FOLDER:
            return sheet
        if item.path not in self.source.entries:
            raise FileNotFoundError(item.path)
        if item.kind == ATTACHMENT:
            return self._offered(item, sheet)
        if (kept := self.source.kept(item)) is not None:
            sheet.body, sheet.digest = kept["body"], kept["digest"]
            sheet.notes, sheet.is_converted = list(item.notes), True
        else:
            plans.fill(sheet, self.source.entries[item.path].read())
        sheet.title = item.title or sheet.title
        sheet.body = rewrite(
            sheet.body,
            item.path,
            page_uid=self.page,
            file_uid=lambda path: self.picture(item, path) or self.file(path),
            notes=sheet.notes,
        )
        return sheet

    def _offered(self, item, sheet):
        """A page that offers the file itself."""
        name = PurePosixPath(item.path).name
        content = self.source.entries[item.path].read()
        sheet.digest = f"file:{hashlib.sha256(content).hexdigest()}"[:64]
        try:
            sheet.body = f"[{escape(name)}](file:{self._received(content, name, path=item.path)})\n"
        except FileRefused as reason:
            sheet.refused = str(reason)
        return sheet

    def page(self, path):
        return self.uids.get(path) or self.uids.get(f"{path}.md")

    def file(self, path):
        """The uid of a file that came along; taken in when a text first names it."""
        entry = self.source.entries.get(path)
        if entry is None or plans.is_text(path):
            return None
        try:
            return self._received(entry.read(), PurePosixPath(path).name, path=path)
        except FileRefused:
            return None

    def picture(self, item, path):
        """The uid of a picture out of a Word file: once in a space, in however many files it stands."""
        place = self.source.picture(item, path)
        if place is None:
            return None
        try:
            return self._received(place.read_bytes(), f"{PurePosixPath(item.path).stem}{place.suffix}")
        except FileRefused:
            return None

    def _received(self, content, name, path=None):
        """With a path: the file of that path; without: whatever file has this content. Raises files' Refused."""
        digest = hashlib.sha256(content).hexdigest()
        if (path, digest) not in self._files:
            self._files[path, digest] = self._known(path, digest) or self._new(content, name, path, digest)
        return self._files[path, digest]

    def _known(self, path, digest):
        held = BroughtFile.objects.filter(space=self.run.space_id, digest=digest)
        for one in held.filter(path=path) if path else held:
            if self._is_there(one.file_uid):
                return one.file_uid
            one.delete()
        return None

    def _is_there(self, uid):
        """Of a page of this space, or still waiting for the text that brought it."""
        pages = ContentPage.objects.filter(space=self.run.space_id).values("pk")
        mine = Q(about_id__in=pages) | Q(about_id=None, uploaded_by_user=self.run.by)
        return any(model.objects.filter(mine, uid=uid).exists() for model in HELD)

    def _new(self, content, name, path, digest):
        upload = SimpleUploadedFile(name, content, mimetypes.guess_type(name)[0])
        held = receive(upload, by=self.run.by, beside=self.run.space)
        about = {"space": self.run.space, "path": path or f"/{digest}", "digest": digest}
        return BroughtFile.objects.create(**about, file_uid=held.uid).file_uid
