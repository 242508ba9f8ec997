"""Planned days as a file for calendars: two first names, a time, a link, and nothing else."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from yonder.career.journeys import Journey

LASTS = timedelta(hours=1)  # every talk alike, or the length would tell its kind
LOOKS = timedelta(hours=6)  # how often a calendar may look for something new


@dataclass(frozen=True)
class Planned:
    """One planned day; `at` is None for one that was taken away."""

    occasion: uuid.UUID
    moves: int
    title: str
    at: datetime | None


def planned(journey: Journey) -> Planned:
    """The coming day of a journey, as calendars are told of it."""
    names = f"{_one_line(journey.owner.name)} / {_one_line(journey.guide.name)}"
    return Planned(journey.occasion or journey.id, journey.moves, names, journey.next_at)


def feed(days: Iterable[Planned], link: str, made: datetime) -> bytes:
    """All planned days, for a calendar that comes back for them."""
    calendar = _calendar()
    calendar.add("x-wr-calname", "Yonder")
    calendar.add("refresh-interval", LOOKS, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", LOOKS)
    return _filled(calendar, days, link, made)


def one(day: Planned, link: str, made: datetime) -> bytes:
    """One planned day to keep; or the word to strike it, when it was taken away."""
    calendar = _calendar()
    calendar.add("method", "PUBLISH" if day.at else "CANCEL")
    return _filled(calendar, [day], link, made)


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Yonder//EN")
    calendar.add("version", "2.0")
    return calendar


def _filled(calendar: Calendar, days: Iterable[Planned], link: str, made: datetime) -> bytes:
    for day in days:
        calendar.add_component(_event(day, link, made))
    content: bytes = calendar.to_ical()
    return content


def _event(day: Planned, link: str, made: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uuid.uuid5(day.occasion, 'calendar')}@yonder")
    event.add("sequence", day.moves)
    event.add("dtstamp", made.replace(microsecond=0))
    event.add("summary", day.title)
    event.add("class", "PRIVATE")
    event.add("status", "CONFIRMED" if day.at else "CANCELLED")
    event.add("url", link)
    event.add("description", link)
    if day.at:
        event.add("dtstart", day.at)
        event.add("duration", LASTS)
    return event


def _one_line(name: str) -> str:
    return " ".join(name.split())
