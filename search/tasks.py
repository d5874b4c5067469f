"""The index follows from rows that say what is due; killed in the middle, it goes on from them."""

from contextlib import contextmanager

from django.conf import settings

import jobs
from jobs.models import Due
from search.engines import Unavailable, beside, own_engine
from search.history import tasks as history  # noqa: F401  registers its work
from search.indexing.changes import ask_for_indexing, ask_for_sending
from search.indexing.writing import write_due
from search.models import SearchEntry

REFILL, REBUILD, SETTLE = "search.refill", "search.rebuild", "search.settle"


@jobs.work("search.index", patient=True)
def index():
    if write_due():
        ask_for_indexing()
    settle()


@jobs.work(SETTLE, patient=True)
def settle():
    """A step of what lets an index written in pieces be asked as quickly as one written whole."""
    if own_engine().settle():
        jobs.due(SETTLE, key="entries", again=True)


@jobs.every(minutes=1)
def look_for_what_is_left():
    """What failed comes again, and what nobody asked for is found."""
    settle()
    if SearchEntry.objects.due().exists():
        ask_for_indexing()
    ask_for_sending()


@jobs.work(REBUILD, lane="slow")
def make_anew(progress):
    from search.indexing.rebuilding import rebuild

    rebuild(telling(progress))


def telling(progress):
    """For work that counts for itself."""

    def tell(done, total):
        progress.done = done
        progress.begin(total)

    return tell


@contextmanager
def heard(again_in):
    """The engine beside the database hears this, or it comes again; nobody is to blame."""
    try:
        yield
    except Unavailable:
        raise jobs.Later(again_in) from None


@jobs.work("search.send", outside=True, patient=True)
def send():
    """Let the engine know what changed, and what it knows at all when it has no index (new, lost, made otherwise)."""
    from search.indexing.sending import send_unsent

    if beside() is None:
        return
    with heard(again_in=10):
        if not beside().is_there() and not Due.objects.open().filter(name=REFILL).exists():
            jobs.due(REFILL, key="entries", again=True)
        if send_unsent():
            ask_for_sending()


@jobs.work(REFILL, lane="slow")
def fill_anew(progress):
    from search.indexing.refilling import refill

    with heard(again_in=30):
        refill(telling(progress))


@jobs.every(hours=1)
def ask_what_it_knows():
    if settings.ELASTICSEARCH_URL:
        jobs.due("search.compare", key="entries", again=True)


@jobs.work("search.compare", lane="slow")
def compare(progress):
    from search.indexing.comparing import send_what_differs

    with heard(again_in=60):
        if send_what_differs():
            ask_for_sending()


@jobs.daily("03:20")
def ask_for_counting():
    jobs.due("search.count", key="words", again=True)


@jobs.work("search.count", lane="slow")
def count_words(progress):
    own_engine().count_words()
