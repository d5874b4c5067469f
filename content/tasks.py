"""Work of pages that must happen: indexes, schedules, reviews, the bin."""

from django.core.management import call_command

from content.actions import placing, reminding
from content.convert.out import copies, spaces
from content.models import ContentPage, Export, ImportRun
from content.transfer import exporting, importing, indexing, leftovers, undoing
from content.wanted import weekly
from jobs import daily, due, every, work
from notifications.actions import notify
from search.models import Wish
from search.wishes import actions as wishes


@work("content.index", patient=True)
def index(pks):
    """Wagtail's own search and reference index for pages planted in bulk."""
    indexing.index(list(ContentPage.objects.filter(pk__in=pks).specific()))


@work("content.wanted", patient=True)
def offer_what_was_wanted(page):
    """Whoever waits for a page with such a title hears that it is there."""
    found = ContentPage.objects.filter(pk=page, live=True).first()
    if found is not None:
        wishes.offer(found, found.title)


def look_whether_wanted(page):
    """Asked whenever a page goes live; costs one query where nobody waits for any."""
    if Wish.objects.waiting().exists():
        due("content.wanted", key=str(page.pk), payload={"page": page.pk}, again=True)


@daily("07:10", name="content.missing", lane="slow")
def tell_what_is_missing(progress):
    """On Mondays, or when the worker is back."""
    weekly.tell()


@work("content.import_read", lane="slow")
def read_in(progress, run):
    """What an import brought is read, file by file; then its person is told to look at it."""
    found = ImportRun.objects.select_related("space", "by").get(pk=run)
    progress.begin(total=found.items.count(), note=found.name)
    importing.read(found, said=_steps(progress), each_second=lambda: progress.step(by=0))
    if found.looked_at and not found.confirmed_at and not found.finished_at:
        about = {"about": found.space, "key": f"import_read:{found.uid}"}
        notify("import.read", to=[found.by], name=found.name, uid=found.uid, **about)
    _tell_end(found)


@work("content.import", lane="slow")
def bring_in(progress, run):
    """An import goes on where it stopped, in batches; it ends at the next batch when somebody pauses it."""
    found = ImportRun.objects.select_related("space", "by").get(pk=run)
    progress.begin(total=found.items.count(), note=found.name)
    importing.carry_on(found, said=_steps(progress), each_second=lambda: progress.step(by=0))
    _tell_end(found)


@work("content.import_undo", lane="slow")
def take_back(progress, run):
    found = ImportRun.objects.select_related("space", "by", "parent").get(pk=run)
    progress.begin(total=found.items.count(), note=found.name)
    undoing.carry_out(found, said=_steps(progress))


def _steps(progress):
    """Renews the lease whether or not something was finished."""

    def said(done, _total):
        progress.step(by=max(0, done - progress.done))

    return said


def _tell_end(run):
    if run.finished_at and not run.stopped_at:
        key = f"import:{run.uid}:{run.finished_at:%H%M%S%f}"
        notify("import.finished", to=[run.by], about=run.space, key=key, name=run.name, uid=run.uid)


@work("content.export", lane="slow")
def take_out(progress, export):
    asked = Export.objects.select_related("space", "by").get(pk=export)
    carry_out = exporting.carry_out if asked.form == Export.Form.MARKDOWN else spaces.carry_out
    carry_out(asked, progress)
    notify("export.finished", to=[asked.by], about=asked.space, key=f"export:{asked.uid}", pages=asked.pages)


@work("content.copy", lane="slow")
def draw_copy(progress, copy, language):
    """A page as PDF or Word, for whoever asked."""
    progress.begin(total=1)
    copies.make(copy, language=language, each_second=lambda: progress.step(by=0))


@every(minutes=1, name="content.scheduled")
def scheduled():
    """Publish and expire what has come to its moment and was missed, or was scheduled in the admin."""
    call_command("publish_scheduled", verbosity=0)


@work("content.go_live")
def go_live():
    """Due at the very moment of a scheduled text; what is not due any more finds nothing to do."""
    call_command("publish_scheduled", verbosity=0)


@every(minutes=5, name="content.rooms")
def look_into_rooms():
    """What was written together becomes a version also where the process died with the last one in the room."""
    from content.together import revisions

    for page in revisions.left_behind():
        due("content.room", key=str(page), payload={"page": page}, again=True)


@work("content.room", patient=True)
def look_after_room(page):
    from content.together import revisions

    revisions.look_after(page)


@daily("03:50", name="content.compare", lane="slow")
def compare_texts(progress):
    """Whatever a page or its room says that nobody saved is found out by the morning."""
    from content.together import comparing

    comparing.compare(said=lambda: progress.step(by=0))


@daily("03:10", name="content.purge")
def purge():
    placing.purge_old()


@daily("03:20", name="content.leftovers")
def clear_leftovers():
    leftovers.clear()
    copies.clear()


@daily("07:30", name="content.reviews")
def reviews():
    """Whose review is due is told in the morning; a day missed is made up for."""
    reminding.plan()


@work(reminding.REMIND)
def remind(pages):
    reminding.remind(pages)
