"""Three small tables, each found by an index."""

from django.db import models


class Workplace(models.Model):
    name = models.CharField(max_length=80)


class Person(models.Model):
    login = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=80)


class Sentence(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, db_index=False)
    day = models.DateField()
    title = models.CharField(max_length=80)
    text = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["person", "day"], name="sentence_by_day")]
