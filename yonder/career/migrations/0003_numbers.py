"""The number that a workplace gives its people, so that a list of them can be loaded again."""

from django.db import migrations, models

import yonder.career.people


class Migration(migrations.Migration):
    dependencies = [("career", "0002_routes_and_practice")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="number",
            field=models.CharField(max_length=40, null=True),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                yonder.career.people.Folded("name"), models.F("id"), name="people_by_any_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(fields=("number",), name="one_person_a_number"),
        ),
    ]
