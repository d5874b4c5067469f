"""Wagtail's three steps for a base page of one's own: the locale and the translation key."""

from django.db import migrations

from wagtail.models import BootstrapLocaleField, BootstrapTranslatableModel, BootstrapTranslationKeyField


class Migration(migrations.Migration):

    dependencies = [
        ("content", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        BootstrapLocaleField("content.ContentPage"),
        BootstrapTranslationKeyField("content.ContentPage"),
        BootstrapTranslatableModel("content.ContentPage"),
    ]
