"""Bring a folder or archive into a space: plan once, then plant batch by batch, each whole or not at all."""

import hashlib
import mimetypes
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext

from access import rules
from audit.actions import record
from content import kinds
from content.actions import publishing, writing
from content.errors import WritingError
from content.models import BroughtFile, ContentPage, ImportItem, ImportRun, Origin
from content.text.merging import merge
from content.transfer import archives, plans, returning, templates
from content.transfer.errors import Refused
from content.transfer.planting import Seed, plant
from content.transfer.recognise import Recognised, recognise
from content.transfer.rewriting import rewrite
from files.actions import receive
from files.errors import Refused as FileRefused
from org.models import User
from ui.uid import is_uid, new_uid

BATCH = 25  # pages a transaction: well under a second of holding the write lock
Outcome = ImportItem.Outcome


@transaction.atomic
def begin(source, *, space, by, maintainer=None, parent=None, name="") -> ImportRun:
    """Look at everything, refuse what is hostile, and write down what will come. Nothing is imported yet."""
    parent = parent or space
    rules.require(by, "create", parent)
    entries = archives.entries(Path(source), name)
    if returning.is_ours(entries):
        entries = returning.page_entries(entries)
    sheets = plans.plan(entries)
    if not sheets:
        raise Refused(gettext("里面没有 Markdown 或 HTML 文件。"))
    run = ImportRun.objects.create(
        space=space,
        parent_id=parent.pk,
        by=by,
        maintainer=maintainer or by,
        name=name or Path(source).name,
        source=source,
    )
    known = dict(Origin.objects.filter(space=space).values_list("path", "page__uid"))
    ImportItem.objects.bulk_create(
        ImportItem(
            run=run,
            path=sheet.path,
            parent_path=sheet.parent,
            title=sheet.title,
            page_uid=known.get(sheet.path) or new_uid(),
            order=place,
        )
        for place, sheet in enumerate(sheets)
    )
    record("import.begun", run.space, by=by, after={"name": run.name, "pages": len(sheets)})
    return run


def carry_on(run, *, said=lambda done, total: None):
    """Plant what still waits; stops when the run is paused. Killed at any moment it goes on here without doubles."""
    run.refresh_from_db()
    if not rules.can(run.by, "create", run.parent):
        return _refuse(run, gettext("您已不能在这里新建页面，导入停下了。"))
    ImportRun.objects.filter(pk=run.pk, started_at=None).update(started_at=timezone.now())
    work = _Work(run)
    total = run.items.count()
    while not ImportRun.objects.filter(pk=run.pk).exclude(paused_at=None).exists():
        items = work.next_batch()
        if not items:
            return _finish(run)
        work.do(items)
        said(total - run.items.filter(outcome=Outcome.WAITING).count(), total)
    return run


def counts(run):
    """[(words, how many)] of the outcomes there are, in one query."""
    found = dict(run.items.order_by().values_list("outcome").annotate(n=Count("pk")))
    return [(words, found[value]) for value, words in Outcome.choices if value in found]


def _refuse(run, words):
    ImportRun.objects.filter(pk=run.pk).update(refused=words, finished_at=timezone.now())
    record("import.refused", run.space, by=run.by, reason=words)
    return run


@transaction.atomic
def _finish(run):
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.finished_at is None:
        run.finished_at = timezone.now()
        run.save(update_fields=["finished_at"])
        record("import.finished", run.space, by=run.by, after={str(words): number for words, number in counts(run)})
    return run


class _Work:
    """The archive open, and what links may lead to."""

    def __init__(self, run):
        self.run = run
        found = archives.entries(Path(run.source))
        self.history, self.keepers, self.brought = {}, {}, set()
        if returning.is_ours(found):
            returning.bring_files(found, by=run.by, space=run.space)
            templates.bring(found, by=run.by, space=run.space)
            if rules.can(run.by, "steward", run.space):  # it tells of others what they wrote: not everybody's to say
                self.history = {Path(each.path).stem: each for each in found if each.path.startswith("history/")}
            found = returning.page_entries(found)
            self.keepers = {person.number: person for person in User.objects.active()}
        self.entries = {entry.path: entry for entry in found}
        self.uids = dict(run.items.values_list("path", "page_uid"))
        self.sheets = {sheet.path: sheet for sheet in plans.plan(list(self.entries.values()))}

    def next_batch(self):
        """Waiting items below one parent, whose own page is there."""
        first = self.run.items.filter(outcome=Outcome.WAITING).first()
        if first is None:
            return []
        return list(self.run.items.filter(outcome=Outcome.WAITING, parent_path=first.parent_path)[:BATCH])

    def do(self, items):
        sheets = [self.read(item) for item in items]
        paths = [item.path for item in items]
        origins = {each.path: each for each in Origin.objects.filter(space=self.run.space_id, path__in=paths)}
        with transaction.atomic():
            new = []
            for item, sheet in zip(items, sheets, strict=True):
                item.notes, item.title = sheet.notes[:50], sheet.title[:255]
                if sheet.refused:
                    item.outcome, item.notes = Outcome.FAILED, [sheet.refused]
                elif item.path in origins:
                    item.outcome = self.update(item, sheet, origins[item.path])
                else:
                    new.append((item, sheet))
            self.plant(new)
            ImportItem.objects.bulk_update(items, ["outcome", "notes", "title"])

    def read(self, item):
        sheet = self.sheets[item.path]
        if item.path in self.entries:
            plans.fill(sheet, self.entries[item.path].read())
            sheet.body = rewrite(sheet.body, item.path, page_uid=self.page, file_uid=self.file, notes=sheet.notes)
        return sheet

    def page(self, path):
        return self.uids.get(path) or self.uids.get(f"{path}.md")

    def file(self, path):
        """The uid of a file that came along; taken in when a text first names it."""
        entry = self.entries.get(path)
        if entry is None or plans.is_text(path):
            return None
        content = entry.read()
        digest = hashlib.sha256(content).hexdigest()
        about = {"space": self.run.space, "path": path, "digest": digest}
        if (known := BroughtFile.objects.filter(**about).first()) is not None:
            return known.file_uid
        upload = SimpleUploadedFile(Path(path).name, content, mimetypes.guess_type(path)[0])
        try:
            held = receive(upload, by=self.run.by, beside=self.run.space)
        except FileRefused:
            return None
        return BroughtFile.objects.create(**about, file_uid=held.uid).file_uid

    def plant(self, pairs):
        """New pages below one parent, kind by kind, in the order of the folder."""
        if not pairs:
            return
        parent = self.parent_of(pairs[0][0])
        if parent is None:
            for item, _ in pairs:
                item.outcome, item.notes = Outcome.FAILED, [gettext("上级页面没有导入")]
            return
        needs_approval = parent.specific.get_workflow() is not None
        found = [(item, sheet, self.recognise(sheet)) for item, sheet in pairs]
        for kind_name in dict.fromkeys(each.kind for _, _, each in found):
            group = [each for each in found if each[2].kind == kind_name]
            seeds = [self.seed(item, sheet, known, not needs_approval) for item, sheet, known in group]
            pages = plant(parent, seeds, by=self.run.by)
            kinds.kind(kind_name).planted(pages, [known.facts for _, _, known in group])
            Origin.objects.bulk_create(
                Origin(
                    space=self.run.space,
                    path=item.path,
                    page_id=page.pk,
                    digest=sheet.digest,
                    revision=page.latest_revision,
                )
                for page, (item, sheet, _) in zip(pages, group, strict=True)
            )
            for page, (item, sheet, _) in zip(pages, group, strict=True):
                item.outcome = Outcome.NEW
                returning.bring_verification(page, sheet.facts, by=self.run.by)
                if page.uid in self.history:
                    self.bring_history(page, item)
                    Origin.objects.filter(page=page.pk).update(
                        revision=ContentPage.objects.get(pk=page.pk).latest_revision
                    )

    def bring_history(self, page, item):
        try:
            returning.bring_history(page, self.history[page.uid], by=self.run.by)
        except returning.Unreadable:
            item.notes = [*item.notes, gettext("旧版本没有带过来：历史文件读不懂")]

    def recognise(self, sheet):
        """What the file says it is, else what its text looks like."""
        if (said := sheet.facts.get("kind")) in kinds.kinds():
            return Recognised(said, returning.values_in(kinds.kind(said), sheet.facts.get("values")))
        return recognise(sheet.title, sheet.body)

    def seed(self, item, sheet, known, is_live):
        own = sheet.facts.get("uid")
        is_free = own not in self.brought and not ContentPage.objects.filter(uid=own).exists()
        if is_uid(str(own)) and is_free:
            item.page_uid = self.uids[item.path] = own
            self.brought.add(own)
        return Seed(
            kind=kinds.kind(known.kind),
            uid=item.page_uid,
            title=sheet.title,
            body=sheet.body,
            summary=str(sheet.facts.get("summary", "")),
            tags=tuple(map(str, sheet.facts.get("tags", ())))[:12] if isinstance(sheet.facts.get("tags"), list) else (),
            values=known.values,
            maintainer=self.keepers.get(str(sheet.facts.get("maintainer"))) or self.run.maintainer,
            at=returning.moment(sheet.facts),
            is_live=is_live,
            reason=gettext("导入自 %(name)s") % {"name": self.run.name},
        )

    def parent_of(self, item):
        if not item.parent_path:
            return self.run.parent
        return ContentPage.objects.filter(origin__space=self.run.space_id, origin__path=item.parent_path).first()

    def update(self, item, sheet, origin):
        """The same file again: unchanged, or a new text that never goes over what people wrote here meanwhile."""
        if origin.digest == sheet.digest:
            return Outcome.SAME
        page = origin.page.specific
        now = page.get_latest_revision_as_object()
        was = origin.revision.as_object() if origin.revision else now
        parts = merge(was.body, sheet.body, now.body)
        if not parts.is_clean:  # what people wrote here stays; the report says where the file wanted otherwise
            item.notes = [*item.notes, gettext("这里的修改和新文件碰到一起，保留了这里的文字")]
            return Outcome.KEPT
        text = writing.Text(sheet.title, parts.text, now.summary, tuple(now.tags.names()))
        try:
            saved = writing.save(page, by=self.run.by, base=page.latest_revision_id, text=text, empty_is_meant=True)
            if page.get_workflow() is None:
                publishing.publish(page, by=self.run.by, reason=gettext("导入自 %(name)s") % {"name": self.run.name})
        except WritingError as error:
            item.notes = [*item.notes, str(error)]
            return Outcome.FAILED
        origin.digest, origin.revision = sheet.digest, saved.revision
        origin.save(update_fields=["digest", "revision"])
        return Outcome.CHANGED
