"""The languages that pages and letters can be in."""

from django.conf import settings

from yonder.career.people import Person


def language_of(person: Person) -> str:
    """The one this person chose, while we have every sentence of it."""
    return person.language if person.language in dict(settings.LANGUAGES) else "en"
