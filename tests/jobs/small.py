"""Settings of processes that tests start and kill: jobs alone, so that they start in a second."""

import os

from config.settings import *  # noqa: F403
from config.settings import DATABASES

INSTALLED_APPS = [
    "jobs",
    "tests.jobs.effects",
    "django.contrib.contenttypes",
    "django_tasks",
    "django.contrib.staticfiles",
]
MIDDLEWARE = ["config.health.HealthMiddleware"]
ROOT_URLCONF = "tests.jobs.effects.urls"
AUTH_USER_MODEL = "auth.User"
MIGRATION_MODULES = {"effects": None}
DEMO = False
ELASTICSEARCH_URL = ""  # its health is asked through the search room, which is not furnished here
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATICFILES_DIRS = []
if name := os.environ.get("HZH_KILLED_DATABASE"):
    DATABASES["default"]["NAME"] = name
