from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0017_together"),
    ]

    operations = [
        migrations.AlterField(
            model_name="reference",
            name="kind",
            field=models.CharField(
                choices=[("page", "页面"), ("file", "文件"), ("mention", "提到"), ("include", "引入")], max_length=8
            ),
        ),
    ]
