"""What a way would take, before anything begins: the talks, the weeks, and who has a plan by when.

52 × 3 talks at one a week are 156 weeks; 52 × 2 at two a week are 52; five who listen to five
reach 52 in 10 + 10 + 2 weeks (method.md 10, words.md 9.1).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yonder.planning.replanning import Replanned, replan
from yonder.planning.schedule import Schedule, Sitting, Walker, schedule
from yonder.planning.tiers import Tier, spread, weeks_of
from yonder.planning.ways import CASCADE, PLAN, TALKS
from yonder.planning.weeks import WEEK, NoWeekLeft, Pace, after, working

MOST_PEOPLE = 100_000  # in one calendar; a workplace has one for each of its guides
YEAR, HALF_A_YEAR = 52, 26  # weeks


class NobodyToTalkWith(Exception):
    """A calendar for nobody."""


class TooManyPeople(Exception):
    """More than `MOST_PEOPLE` for one who listens."""


@dataclass(frozen=True)
class Calendar:
    """One way for so many people. `talks` are those of the one who plans, `weeks` only those in
    which there is time. `finish` and the others are Mondays. `schedule` holds the planner's own
    talks; on the cascade these are the first tier."""

    way: str
    people: int
    talks: int
    weeks: int
    finish: date
    first_done: date
    last_begins: date
    hours: float
    schedule: Schedule

    def plans_by(self, weeks: int) -> int:
        """How many people have a plan after so many weeks of the year, weeks off included."""
        first = self.schedule.sittings[0].week
        talks = [one for one in self.schedule.sittings if one.talk == PLAN]
        return len({one.key for one in talks if one.week < first + weeks * WEEK})


def calendar(way: str, people: int, pace: Pace, fan_out: int = 5) -> Calendar:
    """A calendar for people without names. `fan_out` counts on the cascade alone.

    Raises `NobodyToTalkWith`, `TooManyPeople`, `NoFan`, and `NoWeekLeft` where 50 years are too
    short.
    """
    if people < 1:
        raise NobodyToTalkWith
    tiers = spread(people, fan_out) if way == CASCADE else ()
    own = tiers[0].people if tiers else people
    if own > MOST_PEOPLE:
        raise TooManyPeople
    made = schedule((Walker(str(one), TALKS[way], one) for one in range(own)), pace)
    if made.impossible or not made.finish:
        raise NoWeekLeft
    weeks, begins = _cascade(tiers, pace) if tiers else _weeks(made, pace)
    return Calendar(
        way=way,
        people=people,
        talks=own * len(TALKS[way]),
        weeks=weeks,
        finish=after(pace, weeks),
        first_done=min(_last_weeks(made.sittings).values()),
        last_begins=after(pace, begins),
        hours=pace.hours,
        schedule=made,
    )


def without(made: Calendar, pace: Pace, weeks: frozenset[date]) -> Replanned:
    """The planner's own talks when these weeks (Mondays) fall out after all: what moves, and as
    little of it as possible. `pace` is the one that the calendar was made with."""
    keys = dict.fromkeys(one.key for one in made.schedule.sittings)
    people = (Walker(key, TALKS[made.way], at) for at, key in enumerate(keys))
    return replan(made.schedule, people, replace(pace, off=pace.off | weeks))


def _cascade(tiers: Sequence[Tier], pace: Pace) -> tuple[int, int]:
    """Working weeks until the end, and until the last tier begins."""
    weeks = [weeks_of(tier, pace) for tier in tiers]
    return sum(weeks), sum(weeks[:-1]) + 1


def _weeks(made: Schedule, pace: Pace) -> tuple[int, int]:
    """Working weeks until the end, and until the last person begins."""
    begins = max(_last_weeks(reversed(made.sittings)).values())
    number = {week: at for at, week in enumerate(working(pace), 1)}
    return number[made.sittings[-1].week], number[begins]


def _last_weeks(sittings: Iterable[Sitting]) -> dict[str, date]:
    return {one.key: one.week for one in sittings}
