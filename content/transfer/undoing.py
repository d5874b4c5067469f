"""Take back what an import made, as far as nobody has worked on it since."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from access import rules
from audit.actions import record
from content.actions import placing, publishing, writing
from content.errors import WritingError
from content.models import ContentPage, ImportItem, Origin
from content.taking import take

MADE = (ImportItem.Outcome.NEW, ImportItem.Outcome.ATTACHED)
Outcome = ImportItem.Outcome


def carry_out(run, *, said=lambda done, total: None):
    """New pages go to the bin, from where they can be brought back; updated ones get their text of before.

    What somebody changed since stays, and the report says why. Killed at any moment it goes on here.
    """
    run.refresh_from_db()
    if run.undone_at is not None:
        return run
    _remove_new(run, said)
    for item in run.items.filter(outcome__in=(Outcome.CHANGED, Outcome.ATTACHED), before__isnull=False):
        _set_back(run, item)
    with transaction.atomic():
        run.undone_at = timezone.now()
        run.save(update_fields=["undone_at"])
        undone = run.items.filter(outcome=Outcome.UNDONE).count()
        record("import.undone", run.space, by=run.by, after={"name": run.name, "pages": undone})
    return run


def _remove_new(run, said):
    """Whole branches at a time: a page goes when it and everything below it is as it was brought."""
    items = {item.page_uid: item for item in run.items.filter(outcome__in=MADE, before=None)}
    pages = ContentPage.objects.filter(uid__in=items, space=run.space_id).order_by("path")
    here = {page.path: page for page in pages}
    stays = _reasons_to_stay(run, here, items)
    top, done = None, 0
    for path, page in here.items():
        if page.uid in stays:
            _keep(items[page.uid], stays[page.uid])
        elif top is None or not path.startswith(top):
            top = path
            branch = [items[each.uid] for below, each in here.items() if below.startswith(path)]
            _remove(run, page, branch)
            done += len(branch)
            said(done, len(here))
    gone = [item for uid, item in items.items() if uid not in {page.uid for page in here.values()}]
    for item in gone:  # somebody removed it already
        _say(item, Outcome.UNDONE)


def _reasons_to_stay(run, here, items):
    """{uid: why}, children before parents."""
    below = ContentPage.objects.filter(space=run.space_id, path__startswith=run.parent.path).values_list("path", "uid")
    others = [path for path, uid in below if uid not in items]
    stays, kept = {}, list(others)
    for path, page in reversed(here.items()):
        if take(page).latest_revision_id != items[page.uid].revision_id:
            stays[page.uid] = gettext("导入以后有人改过，留下了")
        elif any(each.startswith(path) and each != path for each in kept):
            stays[page.uid] = gettext("下面有留下的页面，留下了")
        if page.uid in stays:
            kept.append(path)
    return stays


def _remove(run, page, items):
    with transaction.atomic():
        if not rules.can(run.by, "remove", page):
            why = gettext("您不能删除这一页，留下了")
        else:
            try:
                with transaction.atomic():
                    placing.remove(page, by=run.by)
                why = ""
            except WritingError as error:
                why = str(error)
        for item in items:
            _keep(item, why) if why else _say(item, Outcome.UNDONE)


def _set_back(run, item):
    """The text of before, for readers too where they have the one that was brought."""
    page = ContentPage.objects.filter(uid=item.page_uid, space=run.space_id).first()
    if page is None:
        return
    if take(page).latest_revision_id != item.revision_id:
        _keep(item, gettext("导入以后有人改过，留下了"))
        return
    if not rules.can(run.by, "edit", page):
        _keep(item, gettext("您不能修改这一页，留下了"))
        return
    is_read = page.live_revision_id == item.revision_id
    try:
        with transaction.atomic():
            writing.restore_revision(page, item.before, by=run.by)
            if is_read:
                publishing.publish(page, by=run.by, reason=gettext("撤销导入 %(name)s") % {"name": run.name})
            Origin.objects.filter(page=page.pk).update(digest="", revision=item.before)
            _say(item, Outcome.UNDONE)
    except WritingError as error:
        _keep(item, str(error))


def _keep(item, why):
    if why not in item.notes:
        _say(item, item.outcome, [*item.notes, why])


def _say(item, outcome, notes=None):
    item.outcome, item.notes = outcome, item.notes if notes is None else notes
    item.save(update_fields=["outcome", "notes"])
