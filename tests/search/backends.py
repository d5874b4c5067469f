"""What the tests of Wagtail's own search share."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from jobs.testing import run_due
from search.backends import keeping
from wiki.models import Article

# The database's own in both stacks, and Elasticsearch where there is one.
ENGINES = ["database", *(["elasticsearch"] if settings.ELASTICSEARCH_URL else [])]
SERVER = settings.ELASTICSEARCH_URL


def up_to_date(*, later=False):
    """Do what was asked of the index, and have it say what it knows now."""
    run_due(name="wagtail")
    run_due(name=keeping.UPDATE, at=timezone.now() + timedelta(minutes=1) if later else None)
    get_search_backend().refresh_indexes()


def write(space, title, body="", **more):
    return space.add_child(instance=Article(title=title, body=body, **more))


def titles(found):
    return [thing.title for thing in found]


def search(text, things=None, **how):
    return titles((things if things is not None else Article.objects).search(text, **how))


def complete(text, things=None, **how):
    return titles((things if things is not None else Article.objects).autocomplete(text, **how))
