"""Rows for the limit page, and some beside it so that an index has something to do."""

from datetime import date, timedelta

from django.core.management import call_command

from bench.limit.models import Person, Sentence, Workplace
from bench.limit.pages import ROWS

PEOPLE = 50
TEXT = "The year we moved the bakery across the river, and how the first winter there went."


def fill() -> None:
    """Make the tables and fill them, once for each database."""
    call_command("migrate", run_syncdb=True, interactive=False, verbosity=0)
    Workplace.objects.create(id=1, name="Fernhill Bakery")
    logins = ["maya", *(f"person-{number}" for number in range(1, PEOPLE))]
    people = Person.objects.bulk_create(Person(login=one, name=one.title()) for one in logins)
    Sentence.objects.bulk_create(
        _sentence(person, number) for number in range(ROWS) for person in people
    )


def _sentence(person: Person, number: int) -> Sentence:
    day = date(2020, 1, 1) + timedelta(days=number)
    return Sentence(person=person, day=day, title=f"Turn {number}", text=TEXT)
