"""The recurring work of this room."""

from datetime import timedelta

from django.utils import timezone

import jobs
from activity.models import Visit

REMEMBERED = timedelta(days=180)


@jobs.daily("03:50", name="activity.tidy")
def tidy():
    """Where somebody read half a year ago is nobody's business any more."""
    Visit.objects.filter(at__lt=timezone.now() - REMEMBERED).delete()
