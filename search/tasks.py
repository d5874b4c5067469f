"""The index follows from rows that say what is due; killed in the middle, it goes on from them."""

import jobs
from search.indexing.changes import ask_for_indexing, ask_for_sending
from search.indexing.writing import write_due
from search.models import SearchEntry


@jobs.work("search.index", patient=True)
def index():
    if write_due():
        ask_for_indexing()


@jobs.every(minutes=1)
def look_for_what_is_left():
    """What failed comes again, and what nobody asked for is found."""
    if SearchEntry.objects.due().exists():
        ask_for_indexing()
    if SearchEntry.objects.unsent().exists():
        ask_for_sending()
