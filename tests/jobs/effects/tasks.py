import time

from django.db import transaction

import jobs
from tests.jobs.effects.models import Effect


@jobs.work("effects.add", tries=50)
def add(number):
    Effect.objects.create(number=number)
    time.sleep(0.02)  # room for a kill between effect and commit


@jobs.work("effects.count", lane="slow", tries=50)
def count(progress, first, total):
    """Slow work that goes on where it stopped: the place and the effect share a transaction."""
    progress.begin(total)
    for number in range(progress.state.get("done", 0), total):
        with transaction.atomic():
            Effect.objects.create(number=first + number)
            progress.keep(done=number + 1)
        progress.step()
        time.sleep(0.1)
