from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("content", "0014_bringing_in_files")]

    operations = [
        migrations.AddField(
            model_name="space",
            name="is_view_only",
            field=models.BooleanField(
                default=False,
                help_text="附件只能在页面里看；空间负责人和页面的维护人仍可下载。能看到的内容总能被截屏，这个开关只让它不容易流出去。",
                verbose_name="不许下载附件",
            ),
        ),
    ]
