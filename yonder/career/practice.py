"""Ten minutes of practice: that somebody has done them is kept for that person alone, and nothing
of what they chose is kept anywhere."""

import msgspec

from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.record import JourneyRecord, insist
from yonder.career.talks import course
from yonder.vault.keyrings import Keyring

KIND = "practised"


class Practised(msgspec.Struct):
    """Done. There is no more to say, and nothing more is said."""


def remember(keyring: Keyring) -> None:
    """Keep, in the person's own record, that the practice was done; once is enough."""
    insist(opener(keyring), _remember)


def has_practised(private: JourneyRecord) -> bool:
    """Has this person done it? Only the person's own record knows."""
    return bool(private.of_kind(KIND, Practised))


def is_asked_for(journey: Journey, *, required: bool) -> bool:
    """Does who listens here practise before the first talk? `required`: everybody here does.

    Who listens to somebody else's report always does. Where nobody is on record as the owner's
    manager, nobody can tell a peer, and the workplace alone says.
    """
    manager = journey.owner.manager_id
    return required or manager not in (None, journey.guide_id)


def comes_first(pages: Pages) -> bool:
    """In a journey where it is asked for: is the room still closed for who looks at `pages`?

    It is open to every owner, so that no owner can tell from it what the guide has done.
    """
    return not pages.owns and not course(pages).held and not has_practised(pages.private)


def _remember(pages: Pages) -> None:
    if not has_practised(pages.private):
        pages.touch(pages.private).add(KIND, Practised(), pages.me)
