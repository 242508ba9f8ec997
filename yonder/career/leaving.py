"""Leaving the workplace: a day, then time to take everything along, then nothing is left here.

Whose career it was loses nothing to a guide who leaves: the record stays with its owner.
"""

from datetime import date, timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Q, QuerySet

from yonder.career import invitations
from yonder.career.cascade import Listening, Question
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.letterboxes import Letterbox
from yonder.career.people import NobodyLeft, Person
from yonder.vault import circles
from yonder.vault import leaving as keys
from yonder.vault.gone_numbers import put_on_gone_list
from yonder.vault.here import Vault

CHUNK = 500
# What a row keeps that somebody else still needs: an id and a name.
NOBODY = {
    "login": None,
    "number": None,
    "unit": "",
    "shift": "",
    "manager": None,
    "is_active": False,
    "leaves_on": None,
    "remind_on": None,
    "people_operations": False,
    "runs_server": False,
}


class TooEarly(Exception):
    """A day that is past would take away the time to take everything along."""


def set_day(person: Person, day: date | None, *, on: date) -> None:
    """Write down on which day somebody leaves; None: they stay.

    Raises `NobodyLeft` for the only one who runs the server, `TooEarly` for a day before `on`.
    """
    if day and day < on:
        raise TooEarly
    if day and runs_alone(person):
        raise NobodyLeft
    person.leaves_on = day
    person.save(update_fields=["leaves_on"])


def set_days(people: QuerySet[Person], day: date, *, on: date) -> None:
    """`set_day` for many at once, all of them or none. Raises as it does."""
    if day < on:
        raise TooEarly
    with transaction.atomic():
        people.update(leaves_on=day)
        keep_somebody_serving()


def keep_somebody_serving() -> None:
    """Raises `NobodyLeft` when everybody who runs the server has a last day."""
    serving = Person.objects.filter(runs_server=True, is_active=True)
    if serving.exists() and not serving.filter(leaves_on=None).exists():
        raise NobodyLeft


def runs_alone(person: Person) -> bool:
    """Would nobody run the server without this person?"""
    staying = Person.objects.filter(runs_server=True, is_active=True, leaves_on=None)
    return person.runs_server and not staying.exclude(id=person.id).exists()


def let_guides_go(vault: Vault, on: date) -> None:
    """Those who leave open nothing of others from their day on; the owners bring it home."""
    for journey in _going_on(on).filter(guide__leaves_on__lte=on):
        _let_go(vault, journey, on)


def erase_due(vault: Vault, on: date, days: int) -> int:
    """Erase everybody who left `days` days ago or more. How many."""
    due = Person.objects.filter(leaves_on__lte=on - timedelta(days=days))
    return sum(erase(vault, person, on) for person in due if not runs_alone(person))


def erase_again(vault: Vault, on: date) -> None:
    """After an older copy came back: who had been erased since does not come with it."""
    gone = list(vault.gone.ids())
    for start in range(0, len(gone), CHUNK):
        named = gone[start : start + CHUNK]
        for person in Person.objects.filter(id__in=named, is_active=True):
            erase(vault, person, on)
        Journey.objects.filter(circle__in=named).delete()


def erase(vault: Vault, person: Person, on: date) -> bool:
    """Erase all that is here of this person, now; needs no key. True, for counting.

    The row stays, without all but a name, while an owner still has a record to bring home.
    """
    with transaction.atomic():
        erase_pages(vault, person, on)
        put_on_gone_list(vault, [person.id])
        EmailAddress.objects.filter(user=person).delete()
        Authenticator.objects.filter(user=person).delete()
        Letterbox.objects.filter(person=person).delete()
        Person.objects.filter(manager=person).update(manager=None)
        Person.objects.filter(id=person.id).update(**NOBODY)
        forget_row(person)
    return True


def erase_pages(vault: Vault, person: Person, on: date) -> None:
    """Erase identity, pages, talks and invitations of this person; needs no key."""
    with transaction.atomic():
        for journey in Journey.objects.filter(owner=person):
            circles.erase(vault, journey.circle)
            journey.delete()
        for journey in Journey.objects.filter(guide=person):
            _let_go(vault, journey, on)
        for invitation in Invitation.objects.concerning(person):
            invitations.forget(vault, invitation)
        Question.objects.concerning(person).delete()
        Listening.objects.concerning(person).delete()
        keys.erase(vault, person.id)


def forget_row(person: Person) -> None:
    """The row of somebody who has left goes when nobody needs its name any more."""
    if not Journey.objects.filter(guide=person).exists():
        Person.objects.filter(id=person.id, is_active=False, login=None).delete()


def _going_on(on: date) -> QuerySet[Journey]:
    return Journey.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on))


def _let_go(vault: Vault, journey: Journey, on: date) -> None:
    with transaction.atomic():
        Invitation.objects.filter(circle=journey.circle).delete()
        if keys.part(vault, journey.circle, journey.guide_id):
            _going_on(on).filter(id=journey.id).update(ends_on=on, next_at=None)
        else:
            journey.delete()
