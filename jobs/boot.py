"""Which start of the system this is, so that a heartbeat of an earlier one proves nothing."""

import os
from functools import cache
from pathlib import Path

from django.conf import settings


@cache
def boot():
    """The supervisor's start if there is one, else the machine's."""
    return settings.BOOT or _machine_boot()


def _machine_boot():
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return os.uname().nodename
