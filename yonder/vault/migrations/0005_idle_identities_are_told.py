"""On which day somebody was told that their pages will go, so that they are told once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vault", "0004_unlocks_on_the_table")]

    operations = [
        migrations.AddField(
            model_name="identity",
            name="sent_on",
            field=models.PositiveIntegerField(null=True),
        ),
    ]
