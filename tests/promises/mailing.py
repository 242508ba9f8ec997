"""A workplace in which much is planned, and a post office that can stop in the middle of it."""

import asyncio
import threading
import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP, Envelope, Session
from allauth.account.models import EmailAddress
from django.db.models import F

from tests.post_office import PostOffice
from tests.workplaces import on
from yonder.career.journeys import Journey
from yonder.career.letterboxes import Letterbox
from yonder.career.people import Workplace, add_person
from yonder.career.second_factors import HANGING
from yonder.cli.schema import prepare_database
from yonder.vault.turning import turn

MIDDLE, LAST = 5, 10  # letters of one connection
PATIENCE = 60


def noon() -> str:
    """A time zone in which it is about noon now: no day begins while a test runs."""
    west = datetime.now(UTC).hour - 12
    return f"Etc/GMT{west:+d}" if west else "UTC"


def begin(pairs: int) -> list[str]:
    """So many pairs with something planned in two days. Gives everybody's address."""
    prepare_database()
    vault = on(0)
    vault.ring.create()
    turn(vault, [HANGING])
    Workplace.objects.create(name="Fernhill Bakery")
    for number in range(pairs):
        _pair(number, vault.clock())
    return list(EmailAddress.objects.values_list("email", flat=True))


def _pair(number: int, now: datetime) -> None:
    both = [_person(f"{name}{number}") for name in ("Owner", "Guide")]
    journey = Journey.objects.create(owner=both[0], guide=both[1], circle=uuid.uuid4())
    # It was set a while ago, and is no news.
    journey.set_next(now + timedelta(days=2), now=now - timedelta(days=9))


def _person(name: str) -> object:
    person = add_person(name=name, login=name.lower())
    email = f"{name.lower()}@example.org"
    EmailAddress.objects.create(user=person, email=email, verified=True)
    return person


def a_day_passes() -> None:
    """Every date in clear is a day longer ago."""
    day = timedelta(days=1)
    Letterbox.objects.update(claimed_on=F("claimed_on") - day, told_on=F("told_on") - day)
    Journey.objects.update(next_at=F("next_at") - day)


class SlowOffice(PostOffice):
    """Two connections wait for each other in the middle. The first that comes to its last letter
    waits there until `over`, and that letter is not taken."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[int] = Counter()
        self.middle = threading.Barrier(2)
        self.stuck, self.over = threading.Event(), threading.Event()
        self.port_of_stuck = 0
        self.arrived = threading.Condition()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        port = session.peer[1]
        self.seen[port] += 1
        loop = asyncio.get_running_loop()
        if self.seen[port] == MIDDLE and not self.middle.broken:
            await loop.run_in_executor(None, self.middle.wait, PATIENCE)
        if self.seen[port] == LAST and not self.port_of_stuck:
            self.port_of_stuck = port
            self.stuck.set()
            await loop.run_in_executor(None, self.over.wait, PATIENCE)
            return "451 not today"
        return self._take(envelope)

    def _take(self, envelope: Envelope) -> str:
        with self.arrived:
            self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
            self.arrived.notify_all()
        return "250 taken"

    def wait_for(self, count: int) -> None:
        """Until so many letters have been taken."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.messages) >= count, PATIENCE)

    def counted(self) -> Counter[str]:
        """How many letters each address got."""
        return Counter(str(letter["To"]) for letter in self.messages)
