"""What it registers."""

import time

from django.conf import settings

from notifications import registry
from org.models import User


@registry.register
class Published(registry.NoticeKind):
    name = "crowd.published"
    needs = None

    def sentence(self, notice):
        return "新的一期"


@registry.recipients("crowd.everybody")
def everybody(pk):
    """Takes its time, so that a kill hits the middle."""
    time.sleep(getattr(settings, "CROWD_THINKS", 0))
    return User.objects.filter(number__startswith="CROWD")


@registry.register
class Urgent(Published):
    name = "crowd.urgent"
    is_urgent = True
