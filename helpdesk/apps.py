"""Where helpdesk registers what it offers."""

from django.apps import AppConfig


class HelpdeskConfig(AppConfig):
    name = "helpdesk"
