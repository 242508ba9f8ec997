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
    """Put the line on the list of the person who asks: once for a pair, and never again."""
    if pages.shared and not was_settled(pages):
        pages.touch(pages.private).add(
            KIND, Settle(pages.shared.circle.id, today + STAYS), pages.me
        )


def was_settled(pages: Pages) -> bool:
    """Has the line for this journey stood on this person's list, or does it still?"""
    lines = [noun for _, noun in pages.private.of_kind(KIND, Settle)]
    return any(line.circle == pages.common.circle.id for line in lines)


def to_settle(private: JourneyRecord, today: int) -> set[uuid.UUID]:
    """The circles whose next day this person wanted to settle."""
    lines = [noun for _, noun in private.of_kind(KIND, Settle)]
    return {line.circle for line in lines if line.until >= today}
