"""What people are told from outside: letters about planned days, and a calendar by address."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("career", "0003_numbers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letterbox",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("wanted", models.BooleanField(default=True)),
                ("claimed_on", models.DateField(null=True)),
                ("told_on", models.DateField(null=True)),
                ("promise_on", models.DateField(db_index=True, null=True)),
                ("feed_hash", models.CharField(max_length=64, null=True, unique=True)),
            ],
        ),
        migrations.AddField(
            model_name="journey",
            name="moves",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="journey",
            name="news_on",
            field=models.DateField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name="journey",
            name="occasion",
            field=models.UUIDField(null=True),
        ),
        migrations.AlterField(
            model_name="journey",
            name="next_at",
            field=models.DateTimeField(db_index=True, null=True),
        ),
        migrations.AlterField(
            model_name="person",
            name="remind_on",
            field=models.DateField(db_index=True, null=True),
        ),
    ]
