"""The same file once more: unchanged, or a new text that never goes over what people wrote here meanwhile."""

from django.utils.translation import gettext

from access import rules
from content.actions import publishing, writing
from content.errors import WritingError
from content.models import ImportItem
from content.taking import take
from content.text.merging import merge
from content.transfer.reading import ATTACHMENT

Outcome = ImportItem.Outcome


def update(item, sheet, origin, *, run, is_live):
    """Says on the item what became of it. Readers get the new text at once only where the import is to go live."""
    page = origin.page.specific
    item.page_uid = page.uid
    if origin.digest == sheet.digest:
        item.outcome = Outcome.SAME
        return
    if not rules.can(run.by, "edit", page):
        item.notes, item.outcome = [*item.notes, gettext("您不能修改这一页")], Outcome.FAILED
        return
    now = take(page).get_latest_revision_as_object()
    was = origin.revision.as_object() if origin.revision else now
    parts = merge(was.body, sheet.body, now.body)
    if not parts.is_clean:  # what people wrote here stays; the report says where the file wanted otherwise
        item.notes = [*item.notes, gettext("这里的修改和新文件碰到一起，保留了这里的文字")]
        item.outcome = Outcome.KEPT
        return
    text = writing.Text(sheet.title, parts.text, now.summary, tuple(now.tags.names()))
    before = page.latest_revision
    try:
        saved = writing.save(page, by=run.by, base=page.latest_revision_id, text=text, empty_is_meant=True)
        if is_live and page.get_workflow() is None and rules.can(run.by, "publish", page):
            publishing.publish(page, by=run.by, reason=gettext("导入自 %(name)s") % {"name": run.name})
    except WritingError as error:
        item.notes = [*item.notes, str(error)]
        item.outcome = Outcome.FAILED
        return
    saved.page.refresh_from_db(fields=["latest_revision"])
    item.before, item.revision = before, saved.page.latest_revision
    origin.digest, origin.revision = sheet.digest, saved.revision
    origin.save(update_fields=["digest", "revision"])
    item.outcome = Outcome.ATTACHED if item.kind == ATTACHMENT else Outcome.CHANGED
