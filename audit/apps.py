"""Where audit registers what it offers."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "audit"
