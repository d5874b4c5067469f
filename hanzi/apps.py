"""What is known of Chinese characters. Nothing registers anywhere."""

from django.apps import AppConfig


class HanziConfig(AppConfig):
    name = "hanzi"
