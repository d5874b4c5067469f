"""An import from its beginning to its end: begin, read, look, confirm, plant; pause, stop, try again, undo.

What takes time (reading, planting, undoing) is asked for here and done in the slow lane (content.tasks).
"""

import logging
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext

from access import rules
from audit.actions import record
from content.models import ImportItem, ImportRun, Origin
from content.transfer import archives, carrying, plans, reading, returning, uploads
from content.transfer.choosing import Choice, choose_one, kinds_for, skip_unwanted
from content.transfer.errors import Refused
from jobs import due
from ui.uid import new_uid

__all__ = ["Choice", "kinds_for"]  # besides what is here
log = logging.getLogger(__name__)
MOST_ITEMS = 5_000
Outcome, Was = ImportItem.Outcome, ImportItem.Was


def begin(source, *, space, by, maintainer=None, parent=None, name="", is_live=False, in_background=True):
    """Look at the names, refuse what is hostile as a whole, and ask for reading. Nothing is imported yet.

    Whoever does not want it `in_background` calls `read` and `carry_on` himself. Answers the run.
    """
    rules.require(by, "create", parent or space)
    try:
        entries = archives.entries(Path(source), name)
        is_ours = returning.is_ours(entries)
        sheets = plans.plan(returning.page_entries(entries) if is_ours else entries)
        if not any(sheet.was != Was.FOLDER for sheet in sheets):
            raise Refused(gettext("里面没有可以导入的文件。"))
        if len(sheets) > MOST_ITEMS:
            raise Refused(gettext("一次最多导入 %(most)s 个文件。") % {"most": MOST_ITEMS})
    except Refused:
        uploads.forget(source)
        raise
    about = {"space": space, "parent_id": (parent or space).pk, "by": by, "maintainer": maintainer or by}
    about |= {"name": name or Path(source).name, "is_live": is_live or is_ours}
    return _begun(source, sheets, in_background, **about)


@transaction.atomic
def _begun(source, sheets, in_background, **about):
    run = ImportRun.objects.create(uid=uploads.uid_of(source) or new_uid(), source=source, **about)
    known = dict(Origin.objects.filter(space=run.space, page__space=run.space).values_list("path", "page__uid"))
    ImportItem.objects.bulk_create(
        ImportItem(
            run=run,
            path=sheet.path,
            parent_path=sheet.parent,
            title=sheet.title[:255],
            was=sheet.was,
            page_uid=known.get(sheet.path) or new_uid(),
            order=place,
        )
        for place, sheet in enumerate(sheets)
    )
    record("import.begun", run.space, by=run.by, after={"name": run.name, "pages": len(sheets)})
    if in_background:
        ask("content.import_read", run)
    return run


def read(run, *, said=lambda done, total: None, each_second=lambda: None):
    """Background: read what is not read yet. Answers the run."""
    if _may_go_on(run):
        with _as_long_as_it_is_there(run):
            reading.read(run, said=said, each_second=each_second)
    run.refresh_from_db()
    return run


@transaction.atomic
def confirm(run, *, by, choices=None, is_live=None):
    """A person has looked: keep what they say, and ask for planting. Files whose headings change are read anew."""
    run = _locked(run, by)
    if run.looked_at is None or run.finished_at is not None:
        raise Refused(gettext("还没有读完，或者已经导入。"))
    if run.confirmed_at is None:
        _choose_all(run, choices or {})
        skip_unwanted(run)
        run.is_live = run.is_live if is_live is None else bool(is_live and carrying.goes_live(run))
        run.confirmed_at = timezone.now()
        run.save(update_fields=["confirmed_at", "is_live"])
        record("import.confirmed", run.space, by=by, after={"name": run.name, "live": run.is_live})
    ask("content.import", run)
    return run


@transaction.atomic
def choose(run, *, by, choices):
    """Keep what a person says of some files while they look at the others; nothing starts."""
    run = _locked(run, by)
    if run.looked_at is not None and run.confirmed_at is None and run.finished_at is None:
        _choose_all(run, choices)


def _choose_all(run, choices):
    for item in run.items.filter(pk__in=choices):
        choose_one(item, choices[item.pk])


def carry_on(run, *, said=lambda done, total: None, each_second=lambda: None):
    """Background: plant what still waits; ends when the run is paused. Killed at any moment it goes on here."""
    if not _may_go_on(run):
        return run
    with _as_long_as_it_is_there(run):
        _carry_on(run, said, each_second)
    run.refresh_from_db()
    return run


def _carry_on(run, said, each_second):
    now = timezone.now()
    ImportRun.objects.filter(pk=run.pk, started_at=None).update(started_at=now)
    if run.items.filter(read_at=None, outcome=Outcome.WAITING).exists():
        reading.read(run, each_second=each_second)
    if ImportRun.objects.filter(pk=run.pk, confirmed_at=None).update(confirmed_at=now):
        skip_unwanted(run)
    run.items.filter(outcome=Outcome.WAITING, is_wanted=False).exclude(refusal="").update(outcome=Outcome.FAILED)
    if carrying.carry_out(run, said=said):
        _finish(run)


@contextmanager
def _as_long_as_it_is_there(run):
    """What was brought may have been cleaned away, or changed where the command found it."""
    try:
        yield
    except (Refused, FileNotFoundError) as reason:
        log.warning("Import %s: %r", run.uid, reason)
        words = str(reason) if isinstance(reason, Refused) else gettext("带来的文件已经不在了，请重新导入。")
        carrying.refuse(run, words)


def _may_go_on(run):
    run.refresh_from_db()
    if run.finished_at is None and not rules.can(run.by, "create", run.parent):
        carrying.refuse(run, gettext("您已不能在这里新建页面，导入停下了。"))
        run.refresh_from_db()
    return run.finished_at is None


@transaction.atomic
def _finish(run):
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.finished_at is None:
        run.finished_at = timezone.now()
        run.save(update_fields=["finished_at"])
        record("import.finished", run.space, by=run.by, after={str(words): number for words, number in counts(run)})
    return run


@transaction.atomic
def pause(run, *, by):
    run = _locked(run, by)
    if run.finished_at is None and run.paused_at is None:
        run.paused_at = timezone.now()
        run.save(update_fields=["paused_at"])


@transaction.atomic
def go_on(run, *, by):
    run = _locked(run, by)
    if run.finished_at is None:
        run.paused_at = None
        run.save(update_fields=["paused_at"])
        ask("content.import" if run.confirmed_at else "content.import_read", run)


@transaction.atomic
def stop(run, *, by):
    """What is planted stays, the rest is not wanted."""
    run = _locked(run, by)
    if run.finished_at is None:
        now = timezone.now()
        ImportRun.objects.filter(pk=run.pk).update(stopped_at=now, paused_at=None, looked_at=run.looked_at or now)
        run.items.filter(outcome=Outcome.WAITING).update(outcome=Outcome.SKIPPED)
        record("import.stopped", run.space, by=by, after={"name": run.name})
        _finish(run)


@transaction.atomic
def retry(run, *, by, items=None):
    """Read and plant once more what failed, all of it or these items."""
    run = _locked(run, by)
    failed = run.items.filter(outcome=Outcome.FAILED)
    failed = failed if items is None else failed.filter(pk__in=[item.pk for item in items])
    if run.undo_asked_at is None and failed.exists():
        failed.update(outcome=Outcome.WAITING, read_at=None, refusal="", is_wanted=True, notes=[])
        ImportRun.objects.filter(pk=run.pk).update(finished_at=None, stopped_at=None, paused_at=None, refused="")
        record("import.retried", run.space, by=by, after={"name": run.name})
        ask("content.import", run)


@transaction.atomic
def undo(run, *, by):
    """Ask that what this import made goes again; content.transfer.undoing does it."""
    run = _locked(run, by)
    if may_undo(run):
        run.undo_asked_at = timezone.now()
        run.save(update_fields=["undo_asked_at"])
        record("import.undo_asked", run.space, by=by, after={"name": run.name})
        ask("content.import_undo", run)


def may_undo(run) -> bool:
    return bool(run.finished_at and run.started_at and not run.undo_asked_at)


def may_go_live(run) -> bool:
    """Whether to offer that readers get the pages at once."""
    return carrying.goes_live(run)


def state(run) -> str:
    """reading, checking, importing, paused, finished, undoing or undone."""
    if run.undo_asked_at:
        return "undone" if run.undone_at else "undoing"
    if run.finished_at:
        return "finished"
    if run.paused_at:
        return "paused"
    if run.confirmed_at:
        return "importing"
    return "checking" if run.looked_at else "reading"


def step(run) -> int:
    """Of the four: choose, look, import, report."""
    return 4 if run.finished_at else 3 if run.confirmed_at else 2


def read_so_far(run):
    """(files read, files); one query."""
    found = run.items.order_by().aggregate(read=Count("read_at"), all=Count("pk"))
    return found["read"], found["all"]


def done_so_far(run):
    """(files that wait no more, files); one query."""
    found = run.items.order_by().aggregate(waits=Count("pk", Q(outcome=Outcome.WAITING)), all=Count("pk"))
    return found["all"] - found["waits"], found["all"]


def counts(run):
    """[(words, how many)] of the outcomes there are, in one query."""
    found = dict(run.items.order_by().values_list("outcome").annotate(n=Count("pk")))
    return [(words, found[value]) for value, words in Outcome.choices if value in found]


def ask(work, run):
    due(work, key=run.uid, payload={"run": run.pk}, lane="slow", again=True)


def _locked(run, by):
    """The run as it is now, for who brought it alone; another person gets nothing to see."""
    return get_object_or_404(ImportRun.objects.select_for_update(), pk=run.pk, by=by)
