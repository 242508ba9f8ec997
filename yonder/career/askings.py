"""Whom I asked to listen to me: noted for myself alone, at the moment of asking.

An invitation goes at its fixed time, whatever was said to it (decision 1). Then only this is left,
and it is the same after a no and after silence.
"""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.people import Person
from yonder.career.record import JourneyRecord, insist
from yonder.vault.keyrings import Keyring

KIND = "asking"
SHOWN = timedelta(days=14)  # how long one stands on its writer's list once it has run out


class Asking(msgspec.Struct):
    """`name` is kept here, because the row of somebody who never came goes with the invitation."""

    circle: uuid.UUID
    name: str
    until: datetime


def remember(keyring: Keyring, asked: Invitation) -> None:
    """Note whom this person asked. Raises what saving the private record raises."""
    fresh = Asking(asked.circle, asked.invitee.name, asked.expires)
    insist(opener(keyring), lambda pages: _remember(pages, fresh))


def run_out(private: JourneyRecord, me: Person, now: datetime) -> list[Asking]:
    """Those that led to no talks and whose time is over; each leaves by itself after 14 days."""
    over = [noun for _, noun in private.of_kind(KIND, Asking) if _shows(noun, now)]
    circles = [noun.circle for noun in over]
    begun = set(Journey.objects.ever(me).filter(circle__in=circles).values_list("circle"))
    return [noun for noun in over if (noun.circle,) not in begun]


def leave(pages: Pages, now: datetime) -> None:
    """Take what has run out off the list."""
    _drop(pages, lambda noun: noun.until <= now)


def _remember(pages: Pages, fresh: Asking) -> None:
    asked_on = pages.private.circle.keyring.vault.clock()
    _drop(pages, lambda noun: noun.until + SHOWN <= asked_on)
    pages.touch(pages.private).add(KIND, fresh, pages.me)


def _shows(noun: Asking, now: datetime) -> bool:
    return noun.until <= now < noun.until + SHOWN


def _drop(pages: Pages, goes: Callable[[Asking], bool]) -> None:
    for entry, noun in pages.private.of_kind(KIND, Asking):
        if goes(noun):
            pages.touch(pages.private).circle.record.drop(entry.id)
