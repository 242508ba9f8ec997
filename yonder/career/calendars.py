"""The calendar of somebody who listens to many: the way and the pace they have chosen.

It lies in their own private record. Nothing in it tells what anybody answered: it knows whom the
guide has asked, and when, and no more (decisions 1 and 2).
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

import msgspec

from yonder.career.pages import Pages
from yonder.career.record import JourneyRecord
from yonder.planning.weeks import Pace, monday
from yonder.vault.here import EPOCH, date_of

KIND = "calendar"
KNOWN = 1  # a day long ago: we had something with each other when a time was offered to somebody


class Chosen(msgspec.Struct):
    """`first` and `off` are day numbers of Mondays. The usual time of a week is `minute` of the day
    `weekday`, 0 for Monday. `most` people, the keenest; 0 for all. `asked`: person → the day on
    which the guide asked them last."""

    way: str
    per_week: int
    minutes: int
    first: int
    off: list[int]
    weekday: int = 1
    minute: int = 600
    most: int = 0
    asked: dict[uuid.UUID, int] = {}

    def pace_from(self, today: date) -> Pace:
        """The pace of the weeks that are left."""
        first = max(monday(today), date_of(self.first))
        off = frozenset(date_of(day) for day in self.off)
        return Pace(self.per_week, self.minutes, first, off)

    def usual(self, week: date, slot: int, zone: tzinfo) -> datetime:
        """When the talk in `slot` of a week usually is; one after the other, from the first."""
        begins = time(self.minute // 60, self.minute % 60)
        first = datetime.combine(week + timedelta(days=self.weekday), begins, zone)
        return first + timedelta(minutes=slot * self.minutes)


def chosen(private: JourneyRecord) -> Chosen | None:
    """The calendar of this person, if there is one."""
    found = private.of_kind(KIND, Chosen)
    return found[0][1] if found else None


def choose(pages: Pages, fresh: Chosen) -> None:
    """Begin, or go on another way; whom the guide has asked stays known."""
    found = pages.private.of_kind(KIND, Chosen)
    record = pages.touch(pages.private)
    if found:
        fresh.asked = found[0][1].asked
        record.reword(found[0][0], fresh)
    else:
        record.add(KIND, fresh, pages.me)


def note_asked(
    pages: Pages, people: list[uuid.UUID], today: int, known: Iterable[uuid.UUID] = ()
) -> None:
    """These people were offered a time today. With the `known` something has begun by now: if it
    should end, they are not asked as if they were new."""
    for entry, now in pages.private.of_kind(KIND, Chosen):
        now.asked = dict.fromkeys(known, KNOWN) | now.asked | dict.fromkeys(people, today)
        pages.touch(pages.private).reword(entry, now)


def take_off(pages: Pages, week: date, moved: Iterable[uuid.UUID]) -> None:
    """The guide is away in this week. Whose times that took back are as if they were not asked."""
    day, people = (monday(week) - EPOCH).days, set(moved)
    for entry, now in pages.private.of_kind(KIND, Chosen):
        if day not in now.off or people:
            now.off = sorted({*now.off, day})
            now.asked |= dict.fromkeys(people, KNOWN)
            pages.touch(pages.private).reword(entry, now)


def slow_down(pages: Pages, per_week: int) -> None:
    """Fewer talks a week from now on."""
    for entry, now in pages.private.of_kind(KIND, Chosen):
        now.per_week = per_week
        pages.touch(pages.private).reword(entry, now)


def stop(pages: Pages) -> None:
    """No calendar any more. Days that are set stay as they are."""
    for entry, _ in pages.private.of_kind(KIND, Chosen):
        pages.touch(pages.private).circle.record.drop(entry.id)
