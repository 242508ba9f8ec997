"""A guide's team: who they listen to and whom they lead, out of faces alone. Nobody else's."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, DateTimeField, QuerySet, UUIDField, Value
from django.db.models.expressions import RawSQL

from yonder.career import keenness
from yonder.career.faces import Face
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.career.record import JourneyRecord, faces_in
from yonder.career.talks import CHECK_IN, VISIONS
from yonder.vault.keyrings import Keyring

# Written out, because putting them together anew would cost every page as much as two statements.
HAS_TEAM = """EXISTS (SELECT 1 FROM career_person led
 WHERE led.manager_id = career_person.id AND led.is_active)
 OR EXISTS (SELECT 1 FROM career_journey
 WHERE career_journey.guide_id = career_person.id AND career_journey.ends_on IS NULL)"""
# Of somebody who is led: by whoever leads them, whatever the answer was.
ASKED = """EXISTS (SELECT 1 FROM career_invitation one
 WHERE one.owner_id = career_person.id AND one.inviter_id = career_person.manager_id)
 OR EXISTS (SELECT 1 FROM career_journey
 WHERE career_journey.owner_id = career_person.id
 AND career_journey.guide_id = career_person.manager_id)"""


@dataclass
class Member:
    """One person of a team. `journey` and `circle` (ids) are there while talks go on, `face` where
    the guide can read.

    `asked`: an invitation is open, whatever its answer may be, or there were talks once.
    """

    id: uuid.UUID
    name: str
    shift: str = ""
    journey: uuid.UUID | None = None
    circle: uuid.UUID | None = None
    next_at: datetime | None = None
    asked: bool = False
    face: Face | None = None

    @property
    def visions_heard(self) -> bool:
        return self.face is not None and VISIONS in self.face.heard

    @property
    def plan_agreed(self) -> bool:
        """Both have said so, and the first check-in has a day or was held."""
        if self.face is None or not self.face.agreed:
            return False
        return self.next_at is not None or self.face.held == CHECK_IN

    @property
    def may_be_asked(self) -> bool:
        return self.journey is None and not self.asked

    def has_day(self, now: datetime) -> bool:
        """Is there a day for the two that has not passed?"""
        return self.next_at is not None and self.next_at.date() >= now.date()

    def is_keen(self, now: datetime) -> bool:
        """Has the owner said "soon", and is there no day yet?"""
        return bool(self.face and self.face.keen) and not self.has_day(now)


def team(keyring: Keyring, me: Person) -> list[Member]:
    """Everybody by name: two statements, however many there are."""
    members: dict[uuid.UUID, Member] = {}
    for row in _rows(me):
        one = Member(*row)
        if one.journey or one.id not in members:
            members[one.id] = one
    faces = faces_in(keyring, [one.circle for one in members.values() if one.circle])
    for one in members.values():
        one.face = faces.get(one.circle) if one.circle else None
    return sorted(members.values(), key=lambda one: (one.name.casefold(), one.id))


def next_ones(members: Iterable[Member], private: JourneyRecord, now: datetime) -> list[Member]:
    """Who said "soon" and has no day yet, then whom the guide has put on the own list."""
    listed, every = keenness.by_hand(private), list(members)
    wanted = [one for one in every if one.is_keen(now) or (one.may_be_asked and one.id in listed)]
    return keenness.order(wanted, listed, {one.id: one.face for one in every})


def with_team(people: QuerySet[Person]) -> QuerySet[Any]:
    """The same people, each saying whether they have a team: within the one statement that finds
    them, because the masthead of every page asks."""
    return people.annotate(has_team=RawSQL(HAS_TEAM, []))  # noqa: S611 (a fixed text)


def _rows(me: Person) -> QuerySet[Any, Any]:
    """Whom I listen to and whom I lead, in the order of the fields of a `Member`."""
    listened_to = Journey.objects.filter(guide=me, ends_on=None).annotate(asked=Value(True))
    none, never = Value(None, UUIDField()), Value(None, DateTimeField())
    asked = RawSQL(ASKED, [], BooleanField())  # noqa: S611 (a fixed text)
    led = Person.objects.filter(manager=me, is_active=True).order_by()
    led = led.annotate(journey=none, circle=none, next_at=never, asked=asked)
    both = ("circle", "next_at", "asked")
    return listened_to.values_list("owner_id", "owner__name", "owner__shift", "id", *both).union(
        led.values_list("id", "name", "shift", "journey", *both), all=True
    )
