"""How it stands between somebody who listens to many and each of their people.

Only what the guide may see: a day that is set, a time that is offered until it lapses, whom the
guide has asked and when. Whether somebody said no is nowhere in it.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from yonder.career import keenness
from yonder.career.calendars import KNOWN, Chosen
from yonder.career.faces import Face
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.career.record import JourneyRecord, faces_of
from yonder.career.talks import CHECK_IN
from yonder.career.times import Offer
from yonder.planning.schedule import Walker
from yonder.planning.ways import TALKS
from yonder.planning.weeks import WEEK, monday
from yonder.vault.here import date_of
from yonder.vault.keyrings import Keyring


@dataclass(frozen=True)
class Standing:
    """One of my people. With neither `journey` nor `invitation` there is nothing between us.
    `asked` is the day on which I offered a time last, or `KNOWN`."""

    person: Person
    journey: Journey | None = None
    invitation: Invitation | None = None
    face: Face | None = None
    asked: int = 0

    @property
    def last_offered(self) -> int:
        """The day of my last offer; 0 for none."""
        return self.asked if self.asked > KNOWN else 0

    @property
    def circle(self) -> uuid.UUID | None:
        found = self.journey or self.invitation
        return found.circle if found else None

    def day(self, now: datetime) -> datetime | None:
        """The day the two have set, if it is still to come."""
        at = self.journey.next_at if self.journey else None
        return at if at and at > now else None

    def offered(self, now: datetime) -> list[Offer]:
        """The times that can still be taken, and that nobody has taken."""
        if self.day(now):
            return []
        return [one for one in self._offers() if one.is_open(now)]

    def lapsed(self, now: datetime) -> list[Offer]:
        """Times still to come that were offered and are free again."""
        set_day = self.day(now)
        every = [one for one in self._offers() if not one.is_open(now) and one.at > now]
        return [one for one in every if one.at != set_day]

    def talks_left(self, way: str) -> tuple[str, ...]:
        """Which talks are to come. Who was asked once and has not come is not asked again."""
        if not self.circle and self.asked:
            return ()
        if self.circle and self.face is None:  # damaged, or closed for me: nothing to offer it in
            return ()
        heard = set(self.face.heard) if self.face else set()
        if heard and self.face and self.face.talk in ("", CHECK_IN):
            return ()
        return tuple(talk for talk in TALKS[way] if talk not in heard)

    def may_be_asked(self, way: str, now: datetime) -> bool:
        """Is it this person's turn as soon as there is room? Not while an invitation is open that
        went with a time: one question at once."""
        asked = self.invitation and self._offers()
        waits = asked or self.day(now) or self.offered(now)
        return not waits and bool(self.talks_left(way))

    def _offers(self) -> list[Offer]:
        return list(self.face.offers.values()) if self.face else []


def standings(
    keyring: Keyring, me: Person, private: JourneyRecord, kept: Chosen, now: datetime
) -> list[Standing]:
    """My people, the keenest first: who reports to me, and everybody I listen to. Not those whose
    talks with me have ended: nobody asks them again."""
    mine = {one.owner_id: one for one in Journey.objects.listened(me)}
    begun = {id: one for id, one in mine.items() if one.ends_on is None}
    asked = Invitation.objects.by(me).exclude(owner=me).filter(expires__gt=now)
    waiting = {one.owner_id: one for one in asked if one.owner_id not in begun}
    faces = faces_of(keyring, [*begun.values(), *waiting.values()])
    people = {one.id: one for one in me.reports.filter(is_active=True, leaves_on=None)}
    people = {id: one for id, one in people.items() if id in begun or id not in mine}
    people |= {one.owner_id: one.owner for one in begun.values()}
    seen = {id: faces.get(one.circle) for id, one in waiting.items()}
    seen |= {id: faces.get(one.circle) for id, one in begun.items()}
    order = keenness.order(people.values(), keenness.by_hand(private), seen)
    return [
        Standing(
            one,
            begun.get(one.id),
            waiting.get(one.id),
            seen.get(one.id),
            kept.asked.get(one.id, 0),
        )
        for one in order
    ][: kept.most or None]


def walkers(every: list[Standing], kept: Chosen, now: datetime, zone: ZoneInfo) -> list[Walker]:
    """The same people for the planning. Whoever was offered a time stands behind those who were
    not, or a few who do not answer would keep all others waiting."""
    turns = sorted(range(len(every)), key=lambda at: (every[at].last_offered, at))
    rank = {at: place for place, at in enumerate(turns)}
    return [
        Walker(
            str(one.person.id),
            one.talks_left(kept.way),
            rank[at],
            begun=bool(one.face and one.face.heard),
            not_before=_not_before(one, now, zone),
        )
        for at, one in enumerate(every)
    ]


def _not_before(one: Standing, now: datetime, zone: ZoneInfo) -> date | None:
    """A week after the last talk. For what is set or offered the week is its own."""
    if at := one.day(now):
        return monday(at.astimezone(zone).date())
    if offered := one.offered(now):
        return monday(offered[0].at.astimezone(zone).date())
    held = one.face.held_on if one.face else 0
    return monday(date_of(held)) + WEEK if held else None
