"""Today, where the hospitals are."""

import datetime

from django.utils import timezone


def today() -> datetime.date:
    """The date in Asia/Shanghai, whatever zone the machine keeps."""
    return timezone.localdate()
