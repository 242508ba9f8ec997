"""When an event of a calendar file repeats: by day, week, month or year, as calendars write it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"}
OLDEST = timedelta(days=20 * 366)  # before the days that count; nobody's meeting is older


class TooIntricate(Exception):
    """By the hour, or with a rule that no calendar program writes for a meeting."""


@dataclass(frozen=True)
class Rule:
    """Which days it is. Empty sets say nothing."""

    start: date
    unit: str
    interval: int
    count: int | None
    until: date
    weekdays: frozenset[int]
    monthdays: frozenset[int]
    months: frozenset[int]

    def days(self, first: date, last: date) -> Iterator[date]:
        """The days from `first` to `last`; each day is looked at once, from the beginning on."""
        day, number = self.start, 0
        if self.count is None:  # what is not counted need not be looked at from the beginning
            day = max(day, first)
        elif day < first - OLDEST:
            raise TooIntricate
        while day <= min(last, self.until):
            if self._is_on(day):
                number += 1
                if self.count is not None and number > self.count:
                    return
                if day >= first:
                    yield day
            day += timedelta(days=1)

    def _is_on(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        if self.monthdays and day.day not in self.monthdays:
            return False
        if self.weekdays and day.weekday() not in self.weekdays:
            return False
        return self._steps(day) % self.interval == 0 and self._falls(day)

    def _steps(self, day: date) -> int:
        """How many units have passed since the beginning."""
        if self.unit == "DAILY":
            return (day - self.start).days
        if self.unit == "WEEKLY":
            return (day - self.start + timedelta(days=self.start.weekday())).days // 7
        years = day.year - self.start.year
        return years if self.unit == "YEARLY" else years * 12 + day.month - self.start.month

    def _falls(self, day: date) -> bool:
        """What the rule leaves open is as it was on the first day."""
        by_day = self.weekdays or self.monthdays
        if self.unit == "WEEKLY":
            return bool(self.weekdays) or day.weekday() == self.start.weekday()
        if self.unit == "MONTHLY":
            return bool(by_day) or day.day == self.start.day
        if self.unit == "YEARLY":
            same_month = bool(self.months) or day.month == self.start.month
            return same_month and (bool(by_day) or day.day == self.start.day)
        return True


def rule_of(given: Any, start: date) -> Rule:
    """The rule of an event that begins on `start`. Raises `TooIntricate`."""
    try:
        parts = {str(name).upper(): value for name, value in given.items()}
        unit = str(parts["FREQ"][0]).upper()
        if parts.keys() - KNOWN or unit not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
            raise TooIntricate
        until = parts.get("UNTIL", [date.max])[0]
        return Rule(
            start,
            unit,
            max(1, int(parts.get("INTERVAL", [1])[0])),
            int(parts["COUNT"][0]) if "COUNT" in parts else None,
            until.date() if isinstance(until, datetime) else until,
            frozenset(DAYS.index(str(one).upper()) for one in parts.get("BYDAY", [])),
            frozenset(int(one) for one in parts.get("BYMONTHDAY", [])),
            frozenset(int(one) for one in parts.get("BYMONTH", [])),
        )
    except (KeyError, IndexError, ValueError, TypeError, AttributeError) as error:
        raise TooIntricate from error
