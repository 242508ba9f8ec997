""" "Not with this person": the owner ends the talks. No reason is asked, and none is stored."""

import uuid
from contextlib import suppress
from datetime import date, timedelta

from django.db import transaction
from msgspec.structs import replace

from yonder.career import drafts
from yonder.career.journeys import Journey
from yonder.career.pages import OnlyTheOwner, Pages, open_pages
from yonder.career.record import ATTEMPTS, COURSE, JourneyRecord
from yonder.vault import circles
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import ChangedMeanwhile

TOLD = timedelta(days=30)  # how long the guide's list says that the talks have ended


def end(keyring: Keyring, journey: Journey, *, on: date) -> None:
    """The guide can open nothing from here on, and the owner keeps everything.

    All that was shared goes home to the owner's private circle; the shared one is no more, and
    the guide's membership is on the gone list, so that no restored copy opens for the guide.
    Raises `OnlyTheOwner`, and `ChangedMeanwhile` when the guide saved again and again meanwhile.
    """
    for _ in range(ATTEMPTS):
        with suppress(ChangedMeanwhile):
            _end(keyring, journey, on)
            return
    raise ChangedMeanwhile


def _end(keyring: Keyring, journey: Journey, on: date) -> None:
    pages = open_pages(keyring, journey.circle)
    if not pages.owns or not pages.shared:
        raise OnlyTheOwner
    _move_home(pages, pages.shared)
    with transaction.atomic():
        pages.save()
        circles.end(keyring, journey.circle)
        Journey.objects.filter(id=journey.id).update(ends_on=on, next_at=None)


def _move_home(pages: Pages, shared: JourneyRecord) -> None:
    pages.touch(shared)  # or a sentence that is saved in this very moment would be lost
    # What an older copy brought back is there too, when the private circle was too full for it.
    for entry in [*shared.circle.record.entries, *shared.circle.bring_home()]:
        if entry.kind != COURSE:
            moved = replace(entry, id=uuid.uuid4())
            pages.touch(pages.private).circle.record.entries.append(moved)
            drafts.follow(pages, entry.id, moved.id)
    drafts.take_home(pages)


def forget_ended(on: date) -> None:
    """Rows of talks that ended a while ago, about which nobody needs to be told any more."""
    Journey.objects.filter(ends_on__lt=on - TOLD).delete()
