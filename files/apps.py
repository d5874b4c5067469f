"""Where files registers what it offers."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "files"
