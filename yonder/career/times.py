"""A time that a guide offers: when, how long, and the one moment at which it lapses for all."""

from datetime import datetime, timedelta

import msgspec

KIND = "offer"
BEFORE = timedelta(days=2)  # so long before the talk an offer lapses; half the way if that is less
SHOWN = 3  # times in a face, and as many as one pair has open at once


class Offer(msgspec.Struct):
    """`off_shift`: it is outside the owner's shift, so it has to be the owner's own wish."""

    at: datetime
    minutes: int
    expires: datetime
    off_shift: bool = False

    def is_open(self, now: datetime) -> bool:
        """Can it still be taken?"""
        return now < self.expires

    @property
    def length(self) -> timedelta:
        return timedelta(minutes=self.minutes)

    @property
    def ends(self) -> datetime:
        return self.at + self.length


def offer_of(at: datetime, minutes: int, *, now: datetime, off_shift: bool = False) -> Offer:
    """The offer of a time that is still to come. It lapses before the time itself."""
    return Offer(at, minutes, at - min(BEFORE, (at - now) / 2), off_shift)


def meets(at: datetime, offer: Offer) -> bool:
    """Does a talk at `at`, as long as this one, meet the offered time?"""
    return at - offer.length < offer.at < at + offer.length
