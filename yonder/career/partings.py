"""Parting on a day: the one who listened can read until then, and nobody writes there any more.

Everything goes to its owner's home when the day is set, so the end itself needs no key and comes
while all is closed (decision 46).
"""

from datetime import date, timedelta

from django.db import transaction

from yonder.career import twins
from yonder.career.journeys import Journey
from yonder.career.pages import PARTING, OnlyTheOwner, Parting, open_pages
from yonder.career.record import until_it_rests
from yonder.vault import circles
from yonder.vault.circle_rows import Circle
from yonder.vault.here import Vault, date_of
from yonder.vault.keyrings import Keyring

LONGEST = timedelta(days=30)


class TooFar(Exception):
    """The day is not within the next thirty."""


def part(keyring: Keyring, journey: Journey, *, until: date, on: date) -> None:
    """The other one can read until `until`, a day within thirty of `on`; then the talks are over.

    Raises `TooFar`, `OnlyTheOwner`, and `ChangedMeanwhile` when somebody saved again and again.
    """
    if not is_near(until, on):
        raise TooFar
    until_it_rests(lambda: _part(keyring, journey, until))


def is_near(until: date, on: date) -> bool:
    """Is the day after `on`, and within the thirty days that can be agreed?"""
    return on < until <= on + LONGEST


def end_due(vault: Vault, on: date) -> None:
    """Take away the circles whose day has come. Safe to repeat, and needs nobody's key.

    What a guide who has left the workplace left behind waits for its owner instead.
    """
    left = Journey.objects.left_behind().values("id")
    for journey in Journey.objects.filter(ends_on__lte=on).exclude(id__in=left):
        if Circle.objects.filter(id=journey.circle).exists():
            circles.end_without_key(vault, journey.circle, keeps=journey.owner_id)


def _part(keyring: Keyring, journey: Journey, until: date) -> None:
    pages = open_pages(keyring, journey.circle)
    if not pages.owns or not pages.shared or pages.parting:
        raise OnlyTheOwner
    twins.lay_all_home(pages, pages.shared)
    pages.shared.add(PARTING, Parting((until - date_of(0)).days), pages.me)
    with transaction.atomic():
        pages.save()
        Journey.objects.filter(id=journey.id).update(ends_on=until, next_at=None)
