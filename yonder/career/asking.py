"""One step of a calendar: some people are offered a time, and a guide who is away takes them back.

Each step is all or nothing. Whoever has begun is offered it in the record of the two; for anybody
else it goes along with the invitation.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from msgspec.structs import replace

from yonder.career import calendars, offers
from yonder.career.invitations import LASTS, Invitation, already, invite
from yonder.career.journeys import Journey
from yonder.career.pages import opener
from yonder.career.people import Person, in_turn
from yonder.career.record import insist
from yonder.career.recovery import ask_for_code
from yonder.career.standings import Standing
from yonder.career.times import Offer
from yonder.planning.weeks import monday
from yonder.vault.keyrings import Keyring


@dataclass(frozen=True)
class Asked:
    """An invitation that was made, with the token of its link."""

    invitation: Invitation
    token: str


def ask(
    keyring: Keyring,
    me: Person,
    every: list[Standing],
    wanted: Mapping[uuid.UUID, Offer],
    *,
    now: datetime,
) -> list[Asked]:
    """Offer each person of `wanted` (ids) this time. Gives the invitations that were made.

    Somebody who is none of `every` is passed over. Raises `CodeFirst`, `ThreeAreEnough`, and what
    saving raises; then nothing was offered to anybody.
    """
    chosen = [one for one in every if one.person.id in wanted]
    ask_for_code(keyring, sum(one.circle is None for one in chosen))
    made = []
    with transaction.atomic():
        in_turn(me.id)
        for one in chosen:
            fresh = _as_long_as_the_link(wanted[one.person.id], one, now)
            if one.circle:
                offers.offer(keyring, one.circle, fresh, now=now)
            elif not already(me, one.person, owner=one.person, on=now.date()):
                made.append(_invite(keyring, me, one.person, fresh, now))
        ids, today = [one.person.id for one in chosen], keyring.vault.today()
        known = [one.person.id for one in every if one.circle]
        insist(opener(keyring), lambda pages: calendars.note_asked(pages, ids, today, known))
    return made


def away(
    keyring: Keyring, every: list[Standing], week: date, *, now: datetime, zone: ZoneInfo
) -> list[Standing]:
    """The guide is away in this week: its days and offered times are taken back, and nothing else
    moves. Gives whose they were. Days that change at this moment stay as they are then."""

    def here(at: datetime) -> bool:
        return monday(at.astimezone(zone).date()) == week

    moved = []
    with transaction.atomic():
        for one in every:
            day = one.day(now)
            times = {offer.at for offer in one.offered(now) if here(offer.at)}
            if one.journey and day and here(day):
                _take_back(one.journey, day, now)
                times.add(day)
            if times and one.circle:
                offers.withdraw(keyring, one.circle, times)
                moved.append(one)
        ids = [one.person.id for one in moved]
        insist(opener(keyring), lambda pages: calendars.take_off(pages, week, ids))
    return moved


def _take_back(journey: Journey, day: datetime, now: datetime) -> None:
    here = Journey.objects.select_for_update().filter(id=journey.id, next_at=day).first()
    if here:
        here.set_next(None, now=now)


def _as_long_as_the_link(fresh: Offer, one: Standing, now: datetime) -> Offer:
    """A time that is kept for longer than its invitation could not be taken at its end."""
    if one.journey:
        return fresh
    ends = one.invitation.expires if one.invitation else now + LASTS
    return replace(fresh, expires=min(fresh.expires, ends))


def _invite(keyring: Keyring, me: Person, person: Person, fresh: Offer, now: datetime) -> Asked:
    entries = [offers.with_invitation(fresh, me, keyring.vault.today())]
    return Asked(*invite(keyring, me, person, owner=person, on=now, entries=entries))
