from django.db import migrations


def sow(apps, schema_editor):
    from search.words import seed

    seed.sow(apps.get_model("search", "Synonym"))


class Migration(migrations.Migration):
    """Our own list of hospital words."""

    dependencies = [("search", "0003_words_history_wishes")]

    operations = [migrations.RunPython(sow, migrations.RunPython.noop)]
