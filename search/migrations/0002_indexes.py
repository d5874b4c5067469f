"""The tables of the database's own index, which Django's models cannot describe."""

from django.db import migrations


def make(apps, schema_editor):
    from search.engines import own_engine

    own_engine(schema_editor.connection.alias).make_tables()


def drop(apps, schema_editor):
    from search.engines import own_engine

    own_engine(schema_editor.connection.alias).drop_tables()


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, drop)]
