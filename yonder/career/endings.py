""" "Not with this person": the owner ends the talks. No reason is asked, and none is stored."""

from datetime import date, timedelta

from django.db import transaction

from yonder.career import leaving, twins
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.pages import OnlyTheOwner, open_pages
from yonder.career.record import until_it_rests
from yonder.vault import circles
from yonder.vault.keyrings import Keyring

TOLD = timedelta(days=30)  # how long the guide's list says that the talks have ended


def end(keyring: Keyring, journey: Journey, *, on: date) -> None:
    """The guide can open nothing from here on, and the owner keeps everything.

    All that was shared goes home to the owner's private circle; the shared one is no more, and
    the guide's membership is on the gone list, so that no restored copy opens for the guide.
    Raises `OnlyTheOwner`, and `ChangedMeanwhile` when the guide saved again and again meanwhile.
    """
    until_it_rests(lambda: _end(keyring, journey, on))


def bring_home(keyring: Keyring, journey: Journey) -> None:
    """The guide has left the workplace: what the two have written is its owner's alone.

    Raises what `end` raises, and `NotForYou` as long as the owner does not hold the key.
    """
    end(keyring, journey, on=journey.ends_on or keyring.vault.clock().date())
    guide = journey.guide
    journey.delete()
    leaving.forget_row(guide)


def _end(keyring: Keyring, journey: Journey, on: date) -> None:
    pages = open_pages(keyring, journey.circle)
    if not pages.owns or not pages.shared:
        raise OnlyTheOwner
    circles.drop_former_readers(pages.shared.circle)
    if not pages.parting:  # else it has been at home since the day was set
        twins.lay_all_home(pages, pages.shared)
    with transaction.atomic():
        pages.save()
        circles.end(keyring, journey.circle)
        Journey.objects.filter(id=journey.id).update(ends_on=on, next_at=None)
        # Its link would begin talks without a record, and home would ask again.
        Invitation.objects.filter(circle=journey.circle).delete()


def forget_ended(on: date) -> None:
    """Rows of talks that ended a while ago, about which nobody needs to be told any more.

    What an owner still has to bring home stays, however long that takes.
    """
    waiting = Journey.objects.left_behind().values("id")
    Journey.objects.filter(ends_on__lt=on - TOLD).exclude(id__in=waiting).delete()
