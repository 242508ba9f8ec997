"""Who is in the tests: Maya listens to Ravi, and a few people who are none of their business.

Hana is people operations, Olga runs the server, Ines is Maya's manager, Omar is everyone else.
They join, invite and are paired through the product's own flows.
"""

import html
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from yonder.career import invitations, notes, pairings
from yonder.career.journeys import Journey
from yonder.career.people import Person, Workplace, add_person
from yonder.career.record import open_record
from yonder.vault import identities
from yonder.vault import pairings as ceremony
from yonder.vault.here import Vault, open_vault, use
from yonder.vault.keyrings import Keyring
from yonder.vault.stretching import Kdf

CHEAP = Kdf(memory=8, passes=1, lanes=1)  # where the cost of a password is not the point
PASSWORD = "green kettles sing at dawn"
ROLES = {"hana": {"people_operations": True}, "olga": {"runs_server": True}}


class Clock:
    """A clock that moves when a test says so."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        """`clock.passes(minutes=15)`."""
        self.now += timedelta(**time)


@dataclass
class Somebody:
    """A person with an identity, and the keyring it opens to."""

    person: Person
    vault: Vault
    password: str = PASSWORD

    @property
    def keyring(self) -> Keyring:
        return identities.sign_in(self.vault, self.person.id, self.password)


@contextmanager
def own_vault(clock: Clock) -> Iterator[Vault]:
    """A vault with a fresh ring, which is also the process's while the block lasts."""
    with tempfile.TemporaryDirectory(prefix="yonder-ring-") as folder:
        made = open_vault(Path(folder) / "ring", clock, CHEAP)
        made.ring.create()
        made.gone.begin_day()
        with use(made):
            yield made


def join(vault: Vault, name: str, **columns: object) -> Somebody:
    """Somebody called `name`, who signs in with it in small letters and with PASSWORD."""
    login = name.lower()
    person = add_person(name=name, **{"login": login, **ROLES.get(login, {}), **columns})
    identities.join(vault, person.id, person.name, PASSWORD)
    return Somebody(person, vault)


def begin(guide: Somebody, owner: Somebody) -> Journey:
    """The guide invites, the owner accepts; nobody but the guide holds the key yet."""
    now = guide.vault.clock()
    made, _ = invitations.invite(
        guide.keyring, guide.person, owner.person, owner=owner.person, on=now
    )
    return invitations.accept(made)


def pair(journey: Journey, giver: Somebody, taker: Somebody) -> None:
    """The twelve digits, said and typed."""
    shown = pairings.offer(giver.keyring, journey, giver.person)
    row = pairings.taken_by(journey, taker.person)
    ceremony.answer(taker.keyring, row, shown.code)
    row.refresh_from_db()
    pairings.grant(giver.keyring, row, taker.person)
    row.refresh_from_db()
    pairings.take(taker.keyring, journey, row)


def talk(guide: Somebody, owner: Somebody) -> Journey:
    """A journey that both can read."""
    journey = begin(guide, owner)
    pair(journey, guide, owner)
    return journey


def write(who: Somebody, journey: Journey, text: str) -> None:
    """One sentence of `who`, sealed into the journey."""
    record = open_record(who.keyring, journey)
    notes.write(record, text, by=who.person.id)
    record.save()


def browser(who: Somebody | None = None, **words: object) -> Client:
    """A browser without scripts; signed in through the page when `who` is named."""
    client = Client(**words)
    if who:
        answer = client.post("/sign-in/", {"name": who.person.login, "password": who.password})
        assert answer.status_code == 302, answer.content.decode()
    return client


def words(answer: object) -> str:
    """What a person reads on a page, and its markup, with apostrophes as they are."""
    return html.unescape(answer.content.decode())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(clock: Clock, db: None) -> Iterator[Vault]:
    with own_vault(clock) as made:
        yield made


@pytest.fixture
def workplace(vault: Vault) -> Workplace:
    return Workplace.objects.create(name="Fernhill Bakery")


@pytest.fixture
def maya(vault: Vault, workplace: Workplace) -> Somebody:
    return join(vault, "Maya")


@pytest.fixture
def ravi(vault: Vault, workplace: Workplace) -> Somebody:
    return join(vault, "Ravi")


@pytest.fixture
def omar(vault: Vault, workplace: Workplace) -> Somebody:
    return join(vault, "Omar")


@pytest.fixture
def hana(vault: Vault, workplace: Workplace) -> Somebody:
    return join(vault, "Hana")


@pytest.fixture
def olga(vault: Vault, workplace: Workplace) -> Somebody:
    return join(vault, "Olga")


@pytest.fixture
def talks(maya: Somebody, ravi: Somebody) -> Journey:
    """Maya listens to Ravi, and both hold the key."""
    return talk(maya, ravi)
