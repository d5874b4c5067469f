from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("content", "0022_shelves")]

    operations = [
        migrations.AddField(model_name="collabdoc", name="talks", field=models.PositiveBigIntegerField(default=0)),
    ]
