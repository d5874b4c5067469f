"""Work of pages that must happen: indexes, schedules, reviews, the bin."""

from django.core.management import call_command
from wagtail.models import ReferenceIndex
from wagtail.search.index import insert_or_update_object

from content.actions import placing
from content.models import ContentPage
from jobs import daily, every, work


@work("content.index", patient=True)
def index(pks):
    """Wagtail's own search and reference index for pages planted in bulk."""
    for page in ContentPage.objects.filter(pk__in=pks).specific():
        insert_or_update_object(page)
        ReferenceIndex.create_or_update_for_object(page)


@every(minutes=1, name="content.scheduled")
def scheduled():
    """Publish and expire what has come to its moment; a text that comes into force at midnight does it here."""
    call_command("publish_scheduled", verbosity=0)


@daily("03:10", name="content.purge")
def purge():
    placing.purge_old()
