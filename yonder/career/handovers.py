"""Handing over to a new guide: a new circle with what was picked, and an end for the former one.

Both in one transaction: after a crash there is either all of it or none (decision 46).
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from random import SystemRandom

from django.db import transaction

from yonder.career import carrying, endings, leading, partings, starts
from yonder.career.invitations import Invitation, invite
from yonder.career.journeys import Journey
from yonder.career.pages import OnlyTheOwner, open_pages, opener
from yonder.career.people import Person
from yonder.career.record import COURSE, insist
from yonder.vault.keyrings import Keyring
from yonder.vault.sealing import derive


def id_of(keyring: Keyring, journey: Journey, guide: Person) -> uuid.UUID:
    """The id of the invitation and journey a hand-over of `journey` to `guide` makes: the same
    each time it is asked, so that what is looked at is what is handed over."""
    return uuid.UUID(bytes=derive(keyring.uk, journey.id, f"hand-over/{guide.id}")[:16])


def hand_over(
    keyring: Keyring,
    journey: Journey,
    guide: Person,
    chosen: Iterable[uuid.UUID],
    *,
    until: date | None,
    on: datetime,
) -> Invitation:
    """Ask `guide` to listen from now on, and let them read `chosen` (ids) once they hold the key.

    The former guide reads until `until`, a day within the next thirty, or, with None, no more.
    Raises `OnlyTheOwner`, `partings.TooFar`, and what saving raises; then nothing has changed.
    """
    owner, made = journey.owner, id_of(keyring, journey, guide)
    with transaction.atomic():
        pages = open_pages(keyring, journey.circle)
        if not pages.owns or pages.parting:
            raise OnlyTheOwner
        record = carrying.drawn(keyring, pages, owner, guide, made, chosen, SystemRandom())
        # What comes first is drawn once both can read: until then something may be turned off.
        entries = [one for one in record.circle.record.entries if one.kind != COURSE]
        invitation, _ = invite(
            keyring, owner, guide, owner=owner, on=on, made=made, entries=entries
        )
        starts.remember(keyring, invitation.circle, carrying.start(record))
        end_or_part(keyring, journey, until, on.date())
        if owner.manager_id == guide.id:
            settle(keyring, guide)
    return invitation


def end_or_part(keyring: Keyring, journey: Journey, until: date | None, on: date) -> None:
    """End the talks today, or let the guide read until a day both agreed on."""
    if until is None:
        endings.end(keyring, journey, on=on)
    else:
        partings.part(keyring, journey, until=until, on=on)


def settle(keyring: Keyring, manager: Person) -> None:
    """The owner has answered: no question comes about this manager any more."""
    insist(opener(keyring), lambda pages: leading.remember(pages, manager.id))
