"""How much room somebody has for talks, and the weeks in which they have it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(weeks=1)
HORIZON = 52 * 50  # weeks; nobody keeps a calendar for longer, and a date has an end
MOST_A_WEEK = 100
LEAST_MINUTES, MOST_MINUTES = 5, 480
MOST_PARTS = 16
ANY_SHIFT = ""


class NoTime(Exception):
    """Less than one slot a week: nobody would ever get a talk."""


class TooMuch(Exception):
    """More slots a week than a week has room for, or so long that a day is too short."""


class NoMonday(Exception):
    """A week is named by its Monday, and this day is none."""


class NoWeekLeft(Exception):
    """Every week within the horizon is a week off, or the calendar itself has an end before it."""


@dataclass(frozen=True)
class Pace:
    """What somebody can keep up. A slot is one sitting of `minutes`; a talk takes `parts` of them.

    `first` and `off` are Mondays. `shifts` names the shift of each slot of a week, `ANY_SHIFT`
    for a slot that suits everybody; empty when shifts do not matter. Between two talks of one
    person lie at least `spacing` weeks. Raises `NoTime`, `TooMuch`, `NoMonday`, `NoWeekLeft`.
    """

    per_week: int
    minutes: int
    first: date
    off: frozenset[date] = frozenset()
    shifts: tuple[str, ...] = ()
    parts: int = 1
    spacing: int = 1

    def __post_init__(self) -> None:
        if min(self.per_week, self.parts, self.spacing) < 1 or self.minutes < LEAST_MINUTES:
            raise NoTime
        if self.per_week > MOST_A_WEEK or self.minutes > MOST_MINUTES or self.parts > MOST_PARTS:
            raise TooMuch
        if self.shifts and len(self.shifts) != self.per_week:
            raise TooMuch if len(self.shifts) > self.per_week else NoTime
        if self.spacing > HORIZON or self.first > date.max - 2 * HORIZON * WEEK:
            raise NoWeekLeft
        if any(day.weekday() for day in (self.first, *self.off)):
            raise NoMonday

    @property
    def hours(self) -> float:
        """Hours of a full week."""
        return self.per_week * self.minutes / 60


def monday(day: date) -> date:
    """The Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())


def next_monday(day: date) -> date:
    """`day` itself if it is one, else the next. Raises `NoWeekLeft` in the last week of all."""
    try:
        return monday(day + timedelta(days=6))
    except OverflowError as end:
        raise NoWeekLeft from end


def working(pace: Pace) -> Iterator[date]:
    """The Mondays of the weeks in which there is time, in order, as far as the horizon.

    Lazy, so that a calendar of a few weeks costs no more than these.
    """
    for ahead in range(HORIZON):
        week = pace.first + ahead * WEEK
        if week not in pace.off:
            yield week


def after(pace: Pace, weeks: int) -> date:
    """The Monday of the last of so many working weeks. Raises `NoWeekLeft`."""
    for number, week in enumerate(working(pace), 1):
        if number >= weeks:
            return week
    raise NoWeekLeft
