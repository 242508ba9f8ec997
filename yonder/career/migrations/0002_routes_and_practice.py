"""Who helps when a guide cannot, and whether everybody who listens practises first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("career", "0001_first_tables")]

    operations = [
        migrations.AddField(
            model_name="workplace",
            name="route",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="workplace",
            name="other_route",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="workplace",
            name="health_route",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="workplace",
            name="emergency",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="workplace",
            name="practice_required",
            field=models.BooleanField(default=False),
        ),
    ]
