"""A sign-in can be laid on the table for one thing alone, or stay open for the length of a talk."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vault", "0003_browser_sessions_leave_no_log")]

    operations = [
        migrations.AddField(
            model_name="unlock",
            name="only",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="unlock",
            name="idle_minutes",
            field=models.PositiveSmallIntegerField(null=True),
        ),
    ]
