"""Weeks in which somebody is away, out of a calendar file (RFC 5545). The file is read and let go.

A repeating event is looked at day by day, from its first day to the last one that counts: so no
rule, however it is written, can run away. Time zones come from the machine, never from the file.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from yonder.interchange.repeating import Rule, TooIntricate, rule_of
from yonder.planning.weeks import monday

LARGEST = 2_000_000  # bytes
MOST_EVENTS, MOST_REPEATING, MOST_SPANS = 5_000, 200, 50_000
AHEAD = timedelta(days=3 * 366)
FULL = timedelta(hours=6)  # busy in a day that counts as full
FULL_DAYS = 4  # of the five from Monday, in a week that counts as away
ZONE, ZONE_ENDS = b"BEGIN:VTIMEZONE", b"END:VTIMEZONE"
FREE = ("TRANSPARENT", "CANCELLED")

Span = tuple[datetime, datetime]


class NoCalendar(Exception):
    """Not a calendar file, or one that breaks off."""


class TooMuchInIt(Exception):
    """Too large, too many events, or a rule that nobody can follow."""


def weeks_away(file: bytes, first: date, zone: ZoneInfo) -> frozenset[date]:
    """The Mondays, from `first` on for three years, of weeks with four full days.

    Raises `NoCalendar`, `TooMuchInIt`.
    """
    if len(file) > LARGEST:
        raise TooMuchInIt
    begin = datetime.combine(monday(first), time())
    full = [day for day, busy in _days(_spans(file, begin, zone)).items() if busy >= FULL]
    weeks: dict[date, int] = defaultdict(int)
    for day in full:
        weeks[monday(day)] += day.weekday() < 5
    return frozenset(week for week, days in weeks.items() if days >= FULL_DAYS)


def _spans(file: bytes, begin: datetime, zone: ZoneInfo) -> list[Span]:
    """Every busy time that reaches into the three years, as local time."""
    spans: list[Span] = []
    repeating = 0
    for number, event in enumerate(_events(file)):
        if number >= MOST_EVENTS:
            raise TooMuchInIt
        found = _span(event, zone)
        if found is None:
            continue
        rule = event.get("RRULE")
        repeating += rule is not None
        if repeating > MOST_REPEATING:
            raise TooMuchInIt
        spans += [one for one in _every(event, found, rule, begin) if one[1] > begin]
        if len(spans) > MOST_SPANS:
            raise TooMuchInIt
    return spans


def _events(file: bytes) -> Iterator[Any]:
    if b"BEGIN:VCALENDAR" not in file.upper():
        raise NoCalendar
    try:
        every = Calendar.from_ical(_without_zones(file), multiple=True)
        yield from [event for one in every for event in one.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise NoCalendar from error


def _without_zones(file: bytes) -> bytes:
    """Line by line: looking for the end of each zone anew would take hours where none has one."""
    kept, inside = [], False
    for line in file.splitlines(keepends=True):
        mark = line.strip().upper()
        inside = inside or mark == ZONE
        if not inside:
            kept.append(line)
        inside = inside and mark != ZONE_ENDS
    if inside:
        raise NoCalendar
    return b"".join(kept)


def _span(event: Any, zone: ZoneInfo) -> Span | None:
    """From when to when; None for what takes no time: free, cancelled, without a beginning."""
    if {str(event.get("TRANSP", "")), str(event.get("STATUS", ""))} & set(FREE):
        return None
    try:
        start = _local(event["DTSTART"].dt, zone)
        given = event.get("DTEND") or event.get("DURATION")
        end = _end(start, event["DTSTART"].dt, given.dt if given else None, zone)
        return (start, min(end, start + AHEAD)) if end > start else None
    except (KeyError, AttributeError, ValueError, OverflowError, TypeError):
        return None


def _end(start: datetime, first: Any, given: Any, zone: ZoneInfo) -> datetime:
    if isinstance(given, timedelta):
        return start + given
    if given is not None:
        return _local(given, zone)
    return start if isinstance(first, datetime) else start + timedelta(days=1)


def _local(moment: date | datetime, zone: ZoneInfo) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment


def _every(event: Any, span: Span, rule: Any, begin: datetime) -> Iterator[Span]:
    start, end = span
    if rule is None:
        if start < begin + AHEAD:
            yield span
        return
    left_out, first = _left_out(event), begin.date() - (end - start) - timedelta(days=1)
    try:
        read: Rule = rule_of(rule, start.date())
        days = [day for day in read.days(first, (begin + AHEAD).date()) if day not in left_out]
    except TooIntricate as error:
        raise TooMuchInIt from error
    for day in days:
        moved = datetime.combine(day, start.time())
        yield moved, moved + (end - start)


def _left_out(event: Any) -> set[date]:
    given = event.get("EXDATE", [])
    every = given if isinstance(given, list) else [given]
    try:
        found = [one.dt for many in every for one in many.dts]
    except (AttributeError, ValueError) as error:  # a day that cannot be read
        raise NoCalendar from error
    return {one.date() if isinstance(one, datetime) else one for one in found}


def _days(spans: list[Span]) -> dict[date, timedelta]:
    """How much of each day is taken; what overlaps counts once."""
    taken: dict[date, timedelta] = defaultdict(timedelta)
    reached = datetime.min  # noqa: DTZ901 (local time throughout)
    for start, end in sorted(spans):
        at = max(start, reached)
        while at < end:
            midnight = datetime.combine(at.date() + timedelta(days=1), time())
            taken[at.date()] += min(end, midnight) - at
            at = midnight
        reached = max(reached, end)
    return taken
