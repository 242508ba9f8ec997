"""A calendar as a picture: a column for each week, a mark for each talk. A pure function.

A low block is a life story, a peak are visions, a block is a plan; hollow are the talks of others.
All marks of one kind are one path, so that three years take a few kilobytes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, islice

from yonder.planning.calendars import Calendar
from yonder.planning.schedule import Sitting
from yonder.planning.tiers import spread, weeks_of
from yonder.planning.ways import CASCADE, LIFE_STORY, PLAN, VISIONS
from yonder.planning.weeks import WEEK, Pace, working

BROAD, NARROW = 52, 26  # weeks in a row
LEFT, COLUMN, ROW, GROUND = 68, 17, 54, 40
MOST_ROWS = 12  # years; what comes after that is told by the date alone
SINGLE = 4  # talks of a week that are drawn one by one
OTHERS = "others"
HEIGHTS = {LIFE_STORY: 6, VISIONS: 22, PLAN: 10, OTHERS: 12}


Weeks = Mapping[date, Sequence[str]]  # the kinds of talks of each week, by its Monday


@dataclass(frozen=True)
class Row:
    """`number` counts years or tiers from 1; 0 goes on with the one above. `people` are those of a
    tier, `y` is its ground, `talks` counts each kind."""

    number: int
    people: int
    y: int
    talks: Mapping[str, int]
    off: int


@dataclass
class Picture:
    """`marks` are paths by kind. `months` name a column: its place, and up to two days in it."""

    width: int
    height: int = 0
    rows: list[Row] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    off: str = ""
    ends: str = ""
    months: list[tuple[int, date, date | None]] = field(default_factory=list)
    cut: bool = False


def drawn(made: Calendar, pace: Pace, columns: int = BROAD) -> Picture:
    """A calendar with one row for each year, with `NARROW` for half of one; for each tier where
    five listen to five. Linear in talks."""
    if made.way == CASCADE:
        return _tiers(made, pace, columns)
    weeks = by_week(made.schedule.sittings)
    rows = ((made.finish - pace.first) // WEEK) // columns + 1
    most = MOST_ROWS * BROAD // columns
    picture = Picture(LEFT + columns * COLUMN, cut=rows > most)
    for at in range(min(rows, most)):
        half = columns < BROAD and at % 2
        number = 0 if half else at * columns // BROAD + 1
        days = [pace.first + (at * columns + week) * WEEK for week in range(columns)]
        _row(picture, weeks, days, pace.off, number)
    return _finished(picture, pace.first, columns, halves=columns < BROAD and rows > 1)


def by_week(sittings: Iterable[Sitting]) -> dict[date, list[str]]:
    """The kinds of talks of each week, in the order of its slots."""
    weeks = groupby(sittings, key=lambda one: one.week)
    return {week: [one.talk for one in found] for week, found in weeks}


def _tiers(made: Calendar, pace: Pace, columns: int) -> Picture:
    needed = (made.finish - pace.first) // WEEK + 1
    columns = max(columns, min(needed, MOST_ROWS * BROAD))
    picture = Picture(LEFT + columns * COLUMN, cut=needed > columns)
    days, begins = [pace.first + week * WEEK for week in range(columns)], 0
    for tier in spread(made.people):
        ends = begins + weeks_of(tier, pace)
        weeks: Weeks = dict.fromkeys(islice(working(pace), begins, ends), (OTHERS,))
        if tier.number == 1:
            weeks = by_week(made.schedule.sittings)
        _row(picture, weeks, days, pace.off, tier.number, tier.people)
        begins = ends
    return _finished(picture, pace.first, columns, halves=False)


def _row(
    picture: Picture,
    weeks: Weeks,
    days: Sequence[date],
    off: frozenset[date],
    number: int,
    people: int = 0,
) -> None:
    y, last = GROUND + ROW * len(picture.rows), max(weeks)
    for at, day in enumerate(days):
        x = LEFT + at * COLUMN + 2
        for kind, path in _marks(weeks.get(day, ()), x, y):
            picture.marks[kind] = picture.marks.get(kind, "") + path
        if day in off:
            picture.off += f"M{x + 5} {y - 4}h3v3h-3z"
        if day == last:
            picture.ends += f"M{LEFT + (at + 1) * COLUMN} {y + 5}v-33"
    talks = Counter(kind for day in days for kind in weeks.get(day, ()))
    picture.rows.append(Row(number, people, y, talks, sum(day in off for day in days)))


def _marks(kinds: Sequence[str], x: int, y: int) -> Iterable[tuple[str, str]]:
    """Side by side in their column; many of one kind are one mark as wide as all of them."""
    if len(kinds) > SINGLE:
        kinds = sorted(kinds)
    runs = [(kind, 1) for kind in kinds]
    if len(kinds) > SINGLE:
        runs = [(kind, len(list(found))) for kind, found in groupby(kinds)]
    at, room = float(x), (COLUMN - 3) / max(1, len(kinds))
    for kind, many in runs:
        wide = room * many - (0.8 if len(kinds) > 1 else 0)
        yield kind, _mark(kind, at, y, wide)
        at += room * many


def _mark(kind: str, x: float, y: int, wide: float) -> str:
    high, left = HEIGHTS[kind], f"M{x:.4g} {y}"
    if kind in (VISIONS, OTHERS):
        return f"{left}l{wide / 2:.3g}-{high} {wide / 2:.3g} {high}z"
    return f"{left}v-{high}h{wide:.3g}v{high}z"


def _finished(picture: Picture, first: date, columns: int, *, halves: bool) -> Picture:
    picture.height = GROUND + ROW * (len(picture.rows) - 1) + 46
    for at in range(0, columns, 13):
        x, day = LEFT + at * COLUMN + 2, first + at * WEEK
        picture.months.append((x, day, day + columns * WEEK if halves else None))
    return picture
