"""Is somebody there to do what is due?"""

from django.utils import timezone

from jobs.boot import boot
from jobs.models import Heartbeat


def is_worker_alive(lane="quick"):
    """A heartbeat of this boot, a moment ago: proves beat, broker, worker and database together."""
    since = timezone.now() - Heartbeat.FRESH
    return Heartbeat.objects.filter(lane=lane, boot=boot(), at__gte=since).exists()
