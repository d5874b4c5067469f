"""Plant what was read and confirmed: batch by batch, each whole or not at all."""

import logging

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext

from access import rules
from audit.actions import record
from content import kinds
from content.models import ContentPage, ImportItem, ImportRun, Origin
from content.transfer import originals, returning
from content.transfer.bringing import Texts
from content.transfer.planting import Seed, plant
from content.transfer.reading import ATTACHMENT
from content.transfer.recognise import Recognised, fill, recognise
from content.transfer.updating import update
from files.errors import Refused as FileRefused
from ui.uid import is_uid, new_uid

log = logging.getLogger(__name__)
BATCH = 25  # pages a transaction: well under a second of holding the write lock
Outcome = ImportItem.Outcome


def carry_out(run, *, said):
    """Until nothing waits any more, or the run is paused or stopped. Answers whether all is done."""
    work = _Work(run)
    work.finish_originals()
    total = run.items.count()
    while ImportRun.objects.filter(pk=run.pk, paused_at=None, stopped_at=None).exists():
        items = work.next_batch()
        if not items:
            return True
        work.do(items)
        said(total - run.items.filter(outcome=Outcome.WAITING).count(), total)
    return False


def goes_live(run) -> bool:
    """Whether this person may give readers pages there with no one's approval; asked again each time."""
    parent = run.parent.specific
    return parent.get_workflow() is None and rules.can(run.by, "publish", parent)


class _Work:
    """The archive open, and what links may lead to."""

    def __init__(self, run):
        self.run = run
        self.is_live = run.is_live and goes_live(run)
        self.texts = Texts(run)

    def next_batch(self):
        """Waiting items below one parent, whose own page is there."""
        waiting = self.run.items.filter(outcome=Outcome.WAITING)
        first = waiting.first()
        return list(waiting.filter(parent_path=first.parent_path)[:BATCH]) if first else []

    def do(self, items):
        """All of them; should that fail, one by one, so that one of them never keeps the others out."""
        try:
            self.plant_all(items)
        except (OperationalError, InterfaceError, FileNotFoundError):
            raise
        except Exception as error:
            if len(items) > 1:
                for item in items:
                    item.refresh_from_db()
                    self.do([item])
                return
            log.exception("Importing %s", items[0].path)
            items[0].refresh_from_db()
            items[0].outcome, items[0].refusal = Outcome.FAILED, "broken"
            items[0].notes = [str(error)[:200]] if str(error) else []
            items[0].save(update_fields=["outcome", "notes", "refusal"])

    def plant_all(self, items):
        sheets = [self.texts.read(item) for item in items]
        paths = [item.path for item in items]
        held = Origin.objects.filter(space=self.run.space_id, path__in=paths).select_related("page", "revision")
        origins = {each.path: each for each in held}
        with transaction.atomic():
            new = []
            for item, sheet in zip(items, sheets, strict=True):
                item.notes, item.title = sheet.notes[:50], sheet.title[:255]
                origin = origins.get(item.path)
                if origin is not None and origin.page.space_id != self.run.space_id:  # in the bin: it begins anew
                    origin.delete()
                    origin = None
                    item.page_uid = self.texts.uids[item.path] = new_uid()
                if sheet.refused:
                    item.outcome, item.notes = Outcome.FAILED, [sheet.refused]
                elif origin is not None:
                    update(item, sheet, origin, run=self.run, is_live=self.is_live)
                else:
                    new.append((item, sheet))
            self.plant(new)
            ImportItem.objects.bulk_update(items, ["outcome", "notes", "title", "page_uid", "revision", "before"])
        for item, sheet in zip(items, sheets, strict=True):
            self.keep_original(item, sheet)

    def plant(self, pairs):
        """New pages below one parent, kind by kind, in the order of the folder."""
        if not pairs:
            return
        parent = self.parent_of(pairs[0][0])
        is_live = self.is_live and parent.specific.get_workflow() is None
        found = [(item, sheet, self.recognise(item, sheet)) for item, sheet in pairs]
        for kind_name in dict.fromkeys(known.kind for _item, _sheet, known in found):
            group = [each for each in found if each[2].kind == kind_name]
            seeds = [self.seed(item, sheet, known, is_live) for item, sheet, known in group]
            pages = plant(parent, seeds, by=self.run.by)
            kinds.kind(kind_name).planted(pages, [known.facts if is_live else {} for _, _, known in group])
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
                item.outcome = Outcome.ATTACHED if item.kind == ATTACHMENT else Outcome.NEW
                item.revision = page.latest_revision
                returning.bring_verification(page, sheet.facts, by=self.run.by)
                originals.bring_back(page, sheet.facts, by=self.run.by)
                if page.uid in self.texts.history:
                    self.bring_history(page, item)

    def bring_history(self, page, item):
        try:
            returning.bring_history(page, self.texts.history[page.uid], by=self.run.by)
        except returning.Unreadable:
            item.notes = [*item.notes, gettext("旧版本没有带过来：历史文件读不懂")]
            return
        item.revision = ContentPage.objects.get(pk=page.pk).latest_revision
        Origin.objects.filter(page=page.pk).update(revision=item.revision)

    def recognise(self, item, sheet):
        """What the file or a person says it is, else what its text looks like."""
        if (own := sheet.facts.get("kind")) in kinds.kinds():
            return Recognised(own, returning.values_in(kinds.kind(own), sheet.facts.get("values")))
        known = recognise(sheet.title, sheet.body, item.facts)
        chosen = item.kind if item.kind in kinds.kinds() else "article" if item.kind == ATTACHMENT else known.kind
        told_by_person = any("said" in fact for fact in item.facts.values())
        if chosen == known.kind and not sheet.is_converted and not told_by_person:
            return known
        return fill(chosen, item.facts, sheet.body, self.run.space)

    def seed(self, item, sheet, known, is_live):
        own = sheet.facts.get("uid")
        is_free = own not in self.texts.brought and not ContentPage.objects.filter(uid=own).exists()
        if is_uid(str(own)) and is_free:
            item.page_uid = self.texts.uids[item.path] = own
            self.texts.brought.add(own)
        return Seed(
            kind=kinds.kind(known.kind),
            uid=item.page_uid,
            title=sheet.title,
            body=sheet.body,
            summary=str(sheet.facts.get("summary", "")),
            tags=tuple(map(str, sheet.facts.get("tags", ())))[:12] if isinstance(sheet.facts.get("tags"), list) else (),
            values=known.values,
            maintainer=self.texts.keepers.get(str(sheet.facts.get("maintainer"))) or self.run.maintainer,
            at=returning.moment(sheet.facts),
            is_live=is_live,
            reason=gettext("导入自 %(name)s") % {"name": self.run.name},
        )

    def parent_of(self, item):
        """The page of its folder, or of the next folder above where that one was not wanted or could not be read."""
        path = item.parent_path
        while path:
            here = ContentPage.objects.filter(space=self.run.space_id, origin__path=path)
            if (found := here.filter(origin__space=self.run.space_id).first()) is not None:
                return found
            path = self.texts.parents.get(path, "")
        return self.run.parent

    def finish_originals(self):
        """Those of the pages that were planted right before somebody killed us."""
        planted = self.run.items.filter(outcome__in=(Outcome.NEW, Outcome.CHANGED), original_uid="", notes=[])
        for item in planted.exclude(kind=ATTACHMENT):
            self.keep_original(item, self.texts.read(item))

    def keep_original(self, item, sheet):
        """The file itself beside its page; should it not be kept, the report says so."""
        if not sheet.is_converted or item.outcome not in (Outcome.NEW, Outcome.CHANGED, Outcome.SAME):
            return
        page = ContentPage.objects.filter(uid=item.page_uid, space=self.run.space_id).first()
        if page is None:
            return
        name = item.path.rpartition("/")[2]
        place = self.texts.source.lying(item)
        try:
            item.original_uid = originals.attach(page, place, name=name, digest=sheet.digest, by=self.run.by)
        except FileRefused as reason:
            item.notes = [*item.notes, gettext("原始文件没有保存：%(why)s") % {"why": reason}]
        item.save(update_fields=["original_uid", "notes"])


def refuse(run, words):
    ImportRun.objects.filter(pk=run.pk).update(refused=words, finished_at=timezone.now())
    record("import.refused", run.space, by=run.by, reason=words)
