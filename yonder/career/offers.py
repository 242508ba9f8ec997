"""Offered times: a guide names one, its owner's yes sets the day, and else it lapses (2, 4, 20).

An offer is a sealed entry and no row. A no, and nothing at all, leave everything outside the
owner's own private circle as it is: until the offer lapses, both look like an answer to come.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.db import transaction

from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.pages import NotHere, OnlyTheOwner, Pages, open_pages, opener
from yonder.career.people import Person, in_turn
from yonder.career.record import GUIDE, JourneyRecord, faces_of, insist
from yonder.career.times import KIND, SHOWN, Offer, meets
from yonder.vault.keyrings import Keyring
from yonder.vault.payloads import encode
from yonder.vault.records import Entry
from yonder.vault.refusals import NotForYou

PASSED = "no-times"


class ThreeAreEnough(Exception):
    """As many times as a pair can have open at once are open already."""


class TakenMeanwhile(Exception):
    """The guide has another talk at that time by now."""


class DayIsSet(Exception):
    """The two have another day that is still to come."""


class Passed(msgspec.Struct):
    """An offered time that does not suit, until it lapses."""

    offer: uuid.UUID
    until: datetime


class NoTimes(msgspec.Struct):
    """All of them in one entry of the owner's private record: it is reworded and never dropped, so
    that no line of the gone list tells that there was a no."""

    passed: list[Passed]


def offer(keyring: Keyring, circle: uuid.UUID, fresh: Offer, *, now: datetime) -> None:
    """The guide offers a time, also before the owner holds the key. The same one twice is one.

    Raises `NotForYou` for anybody but the guide, `ThreeAreEnough`, and what saving raises.
    """
    insist(opener(keyring, circle), lambda pages: _offer(pages, fresh, now))


def with_invitation(fresh: Offer, guide: Person, today: int) -> Entry:
    """The same as an entry that goes along with an invitation, in a circle that is yet to be."""
    made = uuid.uuid4()
    return Entry(made, made, 1, guide.id, today, KIND, encode(fresh))


def along_with(
    keyring: Keyring, sent: Sequence[Invitation], now: datetime
) -> dict[uuid.UUID, list[Offer]]:
    """Invitation → the times that went along with it and can still be taken, for who sent it."""
    faces = faces_of(keyring, sent)
    seen = {one.id: faces.get(one.circle) for one in sent}
    return {
        id: [offer for offer in face.offers.values() if offer.is_open(now)] if face else []
        for id, face in seen.items()
    }


def withdraw(keyring: Keyring, circle: uuid.UUID, times: set[datetime]) -> None:
    """The guide cannot come at these times after all. Raises `NotForYou` for anybody else."""
    insist(opener(keyring, circle), lambda pages: _withdraw(pages, times))


def offered(pages: Pages, now: datetime) -> list[tuple[uuid.UUID, Offer]]:
    """The times that can be taken now, the first one first, each with its id."""
    shared = pages.shared.of_kind(KIND, Offer) if pages.shared else []
    there = [(entry.id, noun) for entry, noun in shared if noun.is_open(now)]
    return sorted(there, key=lambda one: one[1].at)


def accept(keyring: Keyring, journey: Journey, wanted: uuid.UUID, *, now: datetime) -> None:
    """The owner's yes: this is the day of the two. Twice is once.

    Raises `NotHere` when it has lapsed, was withdrawn, or the talks have ended, `TakenMeanwhile`,
    `DayIsSet`, and `OnlyTheOwner`; then nothing has changed.
    """
    with transaction.atomic():
        # One yes after the other for each guide, or two could take the same time at once.
        in_turn(journey.guide_id)
        pages = open_pages(keyring, journey.circle)
        if not pages.owns:
            raise OnlyTheOwner
        found = dict(offered(pages, now)).get(wanted)
        if found is None or pages.parting:
            raise NotHere
        _refuse_a_meeting(journey, found)
        _set(journey, found, now)


def none_of_these(keyring: Keyring, journey: Journey, *, now: datetime) -> None:
    """None of the times suits. It is kept in the owner's private circle, and nowhere else."""
    insist(opener(keyring, journey.circle), lambda pages: _pass_over(pages, now))


def passed_over(private: JourneyRecord) -> set[uuid.UUID]:
    """The offers that this person does not want to see again."""
    return {one.offer for _, noun in private.of_kind(PASSED, NoTimes) for one in noun.passed}


def _offer(pages: Pages, fresh: Offer, now: datetime) -> None:
    _refuse_all_but_the_guide(pages)
    open_now = [one for _, one in offered(pages, now)]
    if any(one.at == fresh.at for one in open_now):
        return
    if len(open_now) >= SHOWN:
        raise ThreeAreEnough
    for entry, noun in pages.common.of_kind(KIND, Offer):
        if noun.at <= now:
            pages.touch(pages.common).circle.record.drop(entry.id)
    pages.touch(pages.common).add(KIND, fresh, pages.me)


def _withdraw(pages: Pages, times: set[datetime]) -> None:
    _refuse_all_but_the_guide(pages)
    for entry, noun in pages.common.of_kind(KIND, Offer):
        if noun.at in times:
            pages.touch(pages.common).circle.record.drop(entry.id)


def _refuse_all_but_the_guide(pages: Pages) -> None:
    if not pages.shared or pages.shared.circle.record.roles.get(GUIDE) != pages.me:
        raise NotForYou


def _refuse_a_meeting(journey: Journey, found: Offer) -> None:
    near = found.at - found.length, found.at + found.length
    others = Journey.objects.filter(guide=journey.guide_id, ends_on=None).exclude(id=journey.id)
    set_days = others.filter(next_at__range=near).values_list("next_at", flat=True)
    if any(meets(at, found) for at in set_days if at):
        raise TakenMeanwhile


def _set(journey: Journey, found: Offer, now: datetime) -> None:
    # Locked, so that a day the guide sets at this very moment is seen, or waits.
    here = Journey.objects.select_for_update().filter(id=journey.id, ends_on=None).first()
    if here is None:
        raise NotHere
    if here.next_at not in (None, found.at) and here.next_at > now:
        raise DayIsSet
    here.set_next(found.at, now=now)


def _pass_over(pages: Pages, now: datetime) -> None:
    if not pages.owns:
        raise OnlyTheOwner
    known = pages.private.of_kind(PASSED, NoTimes)
    before = [one for _, noun in known for one in noun.passed if one.until > now]
    seen = {one.offer for one in before}
    fresh = [Passed(id, one.expires) for id, one in offered(pages, now) if id not in seen]
    if not fresh:
        return
    record = pages.touch(pages.private)
    if known:
        record.reword(known[0][0], NoTimes([*before, *fresh]))
    else:
        record.add(PASSED, NoTimes(fresh), pages.me)
