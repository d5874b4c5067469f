"""The recurring work of this room."""

import jobs
from jobs import actions


@jobs.daily("03:40", name="jobs.tidy")
def tidy():
    actions.tidy()
