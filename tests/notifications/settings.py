"""Settings of the houses in which everybody is told."""

import os

from tests.content.together.settings import *  # noqa: F403
from tests.content.together.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.notifications.crowd"]
CROWD_THINKS = float(os.environ.get("CROWD_THINKS", 0))
