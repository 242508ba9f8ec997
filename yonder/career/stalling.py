"""Held back after a life story: one line on the guide's own list, for 14 days, once (decision 3).

It follows from two days alone, that of the life story and the next one of the pair. So nothing
that an owner turns off can be read from it.
"""

import uuid
from datetime import datetime

import msgspec

from yonder.career.journeys import Journey
from yonder.career.pages import Pages
from yonder.career.record import JourneyRecord
from yonder.career.team import Member
from yonder.vault.here import day_number

KIND = "stall"
AFTER, STAYS = 30, 14  # days


class Stall(msgspec.Struct):
    """ "Not now" was said to this circle's line. It lies in the guide's private record alone."""

    circle: uuid.UUID


def stalls(member: Member, private: JourneyRecord, now: datetime) -> bool:
    """Does the line of these two stand today?"""
    if member.face is None or not member.face.stalled or member.has_day(now):
        return False
    in_time = AFTER <= day_number(now) - member.face.stalled < AFTER + STAYS
    return in_time and member.circle not in _ended(private)


def not_now(pages: Pages, journey: Journey) -> None:
    """End the line of these two, for good."""
    if journey.circle not in _ended(pages.private):
        pages.touch(pages.private).add(KIND, Stall(journey.circle), pages.me)


def _ended(private: JourneyRecord) -> set[uuid.UUID]:
    return {noun.circle for _, noun in private.of_kind(KIND, Stall)}
