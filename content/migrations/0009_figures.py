from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("content", "0008_unpublished")]

    operations = [
        migrations.AddIndex(
            model_name="contentpage",
            index=models.Index(
                fields=["scope", "live", "space", "valid_until", "last_published_at"], name="page_figures"
            ),
        ),
    ]
