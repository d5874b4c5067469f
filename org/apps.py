"""Where org registers what it offers."""

from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "org"
