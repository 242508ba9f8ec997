"""What the workplace holds about one person: every row in clear, and how much of the sealed part
that person reads. For that person alone, by their own click."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from django.db.models import Model, Q

from yonder.career.cascade import Listening, Question
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.letterboxes import Letterbox
from yonder.career.people import Person
from yonder.vault.circle_rows import Body, Circle, Member
from yonder.vault.circles import open_circle
from yonder.vault.keyrings import Identity, Keyring
from yonder.vault.pairings import Pairing
from yonder.vault.refusals import Refusal
from yonder.vault.security import SecurityEvent
from yonder.vault.slots import Slot
from yonder.vault.unlocks import Unlock

SEALED = "sealed"  # in the place of a value that the workplace cannot read either

# Who reads it here could confirm an address without reading its mail.
PROOFS = {EmailConfirmation._meta.get_field("key")}


@dataclass(frozen=True)
class Held:
    """The rows of one table that are about a person: column → value, as the database has it."""

    table: str
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Readable:
    """A sealed record this person reads: with whom (None: alone), and how many things are in it.
    `entries` is None while it does not open for them."""

    other: str | None
    entries: int | None


def held(person: Person) -> list[Held]:
    """Every table with rows about `person`, in the order of the code; empty ones too."""
    return [Held(model._meta.db_table, _rows(rows)) for model, rows in _about(person)]


def readable(keyring: Keyring, person: Person) -> list[Readable]:
    """The private record first, then one for each of their talks."""
    own = [Readable(None, _count(keyring, keyring.private))]
    over = Journey.objects.parting(person, keyring.vault.clock().date())
    left = Journey.objects.left_behind().filter(owner=person)
    talks = [*Journey.objects.of(person), *over, *left]
    return own + [Readable(one.other(person).name, _count(keyring, one.circle)) for one in talks]


def _about(person: Person) -> list[tuple[type[Model], Iterable[Model]]]:
    me = person.id
    # When a record was saved is not for its guide: it would tell of what the owner alone changed.
    listens = Journey.objects.filter(guide=person).values("circle")
    circles = Member.objects.filter(person=me).exclude(circle__in=listens).values("circle")
    found: list[tuple[type[Model], Iterable[Model]]] = [
        (Person, Person.objects.filter(id=me)),
        (EmailAddress, EmailAddress.objects.filter(user=person)),
        (EmailConfirmation, EmailConfirmation.objects.filter(email_address__user=person)),
        (Authenticator, Authenticator.objects.filter(user=person)),
        (Journey, Journey.objects.ever(person)),
        (Letterbox, Letterbox.objects.filter(person=person)),
        (Invitation, Invitation.objects.concerning(person)),
        (Question, Question.objects.concerning(person)),
        (Listening, Listening.objects.concerning(person)),
        (Identity, Identity.objects.filter(person=me)),
        (Slot, Slot.objects.filter(identity__person=me)),
        (Circle, Circle.objects.filter(id__in=circles)),
        (Body, Body.objects.filter(circle__in=circles)),
        (Member, Member.objects.filter(person=me)),
        (Pairing, Pairing.objects.filter(Q(giver=me) | Q(taker=me))),
        (Unlock, Unlock.objects.filter(person=me)),
        (SecurityEvent, SecurityEvent.objects.filter(person=me).order_by("-at")),
    ]
    return found


def _rows(rows: Iterable[Model]) -> list[dict[str, Any]]:
    return [_row(row) for row in rows]


def _row(row: Model) -> dict[str, Any]:
    return {str(field.column): _value(row, field) for field in row._meta.concrete_fields}


def _value(row: Model, field: Any) -> Any:
    value = getattr(row, field.attname)
    if isinstance(value, bytes | memoryview):
        return SEALED
    if isinstance(value, dict):  # a second factor: its seed is sealed, as text
        return SEALED
    if field in PROOFS:
        return SEALED
    if field.related_model is Person:
        return str(getattr(row, field.name) or "")
    return value


def _count(keyring: Keyring, circle: uuid.UUID) -> int | None:
    try:
        return len(open_circle(keyring, circle).record.entries)
    except Refusal:
        return None
