"""What files do on their own."""

from datetime import timedelta

from files import cleaning
from files.extraction import asking
from jobs import every, work


@every(minutes=10, name="files.purge_loose")
def purge_loose():
    cleaning.purge_loose()


@work(asking.WORK, lane="slow", patient=True, limit=timedelta(minutes=10))
def extract(progress, attachment_id):
    from files.extraction import keeping

    keeping.extract(attachment_id, each_second=lambda: progress.step(by=0))


@every(minutes=30, name="files.extract_missing")
def extract_missing():
    asking.ask_for_missing()


@work("files.preview", lane="slow", limit=timedelta(minutes=10))
def make_preview(progress, attachment_id):
    from files.previews import making

    making.make(attachment_id, each_second=lambda: progress.step(by=0))
