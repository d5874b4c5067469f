"""Where people registers what it offers."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
