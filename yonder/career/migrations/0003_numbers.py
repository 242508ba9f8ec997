"""The number that a workplace gives its people, so that a list of them can be loaded again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("career", "0002_routes_and_practice")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="number",
            field=models.CharField(max_length=40, null=True),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(fields=("number",), name="one_person_a_number"),
        ),
    ]
