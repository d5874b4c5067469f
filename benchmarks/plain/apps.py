from django.apps import AppConfig


class Plain(AppConfig):
    name, label = "benchmarks.plain", "plain"
