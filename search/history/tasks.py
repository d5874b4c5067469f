"""The recurring work of history."""

from django.utils import timezone

import jobs
from search.models import PastSearch


@jobs.daily("03:55", name="search.tidy")
def tidy():
    """What somebody searched three months ago is nobody's business any more."""
    PastSearch.objects.filter(at__lt=timezone.now() - PastSearch.KEPT_FOR).delete()
