"""Where courses registers what it offers."""

from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "courses"
