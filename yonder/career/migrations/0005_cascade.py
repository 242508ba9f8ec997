"""Who was asked to listen to others, and who said yes."""

import uuid
from typing import Any

from django.conf import settings
from django.db import migrations, models
from django.db.models.deletion import CASCADE


def person() -> Any:
    return models.ForeignKey(on_delete=CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)


class Migration(migrations.Migration):
    dependencies = [("career", "0004_letterboxes")]

    operations = [
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("expires", models.DateTimeField(db_index=True)),
                ("boss", person()),
                ("listener", person()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("boss", "listener"), name="question_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Listening",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("room", models.PositiveSmallIntegerField()),
                ("boss", person()),
                ("listener", person()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("boss", "listener"), name="listening_once")
                ],
            },
        ),
    ]
