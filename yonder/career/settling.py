"""Settle it by Friday: one line on the guide's own list, for 14 days, and nowhere else."""

import uuid

import msgspec

from yonder.career.pages import Pages
from yonder.career.record import JourneyRecord

KIND = "settle"
STAYS = 14  # days, whatever happened (decision 3)


class Settle(msgspec.Struct):
    """`until` is the last day number on which the line stands."""

    circle: uuid.UUID
    until: int


def settle(pages: Pages, today: int) -> None:
    """Put the line on the list of the person who asks. A second time changes nothing."""
    if pages.shared and not settles(pages, today):
        pages.touch(pages.private).add(
            KIND, Settle(pages.shared.circle.id, today + STAYS), pages.me
        )


def settles(pages: Pages, today: int) -> bool:
    """Does the line for this journey stand on this person's list?"""
    return pages.shared is not None and pages.shared.circle.id in to_settle(pages.private, today)


def to_settle(private: JourneyRecord, today: int) -> set[uuid.UUID]:
    """The circles whose next day this person wanted to settle."""
    lines = [noun for _, noun in private.of_kind(KIND, Settle)]
    return {line.circle for line in lines if line.until >= today}
