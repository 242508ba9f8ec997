"""Calendars and cascades: pure reckoning in one process, without a server and a database."""

import time
from collections.abc import Callable, Iterator
from datetime import date

from bench import budgets
from bench.figures import Figure
from bench.plans import Plan
from bench.spread import spread
from yonder.planning.cascade import cascade
from yonder.planning.peers import Barred, Peer
from yonder.planning.schedule import Walker, schedule, schedules
from yonder.planning.ways import FULL, TALKS, VISIONS_PLAN
from yonder.planning.weeks import Pace

PACE = Pace(per_week=1, minutes=60, first=date(2026, 11, 30))
TEAM, TIMES = 52, 9
EACH = 10  # people of a guide
SHIFTS = ("early", "late", "night")
LED = 8  # people of a manager
ALL_GUIDES, ALL_PEOPLE = 100_000, 1_000_000


def figures(plan: Plan) -> Iterator[Figure]:
    """A part of the workplace has that part of the budget, for both are linear."""
    team = [Walker(str(one), TALKS[FULL], one) for one in range(TEAM)]
    taken = spread(_seconds(lambda: schedule(team, PACE)) * 1000 for _ in range(TIMES))
    yield Figure("schedule, 52 people, 156 weeks", "", "ms", taken, budget=budgets.SCHEDULE_MS)
    taken = spread([_seconds(lambda: _workplace(plan.guides))])
    part = plan.guides / ALL_GUIDES * budgets.WORKPLACE_SECONDS
    yield Figure(f"schedules of {plan.guides:,} guides", "", "s", taken, budget=part)
    boss, people, barred = Peer("boss", 5), *_crowd(plan.peers)
    taken = spread([_seconds(lambda: cascade(boss, people, barred))])
    part = plan.peers / ALL_PEOPLE * budgets.CASCADE_SECONDS
    yield Figure(f"cascade of {plan.peers:,} people", "", "s", taken, budget=part)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _workplace(guides: int) -> int:
    """Each calendar is made and put away, as a page or a file would."""
    teams = (
        ([Walker(f"{guide} {one}", TALKS[VISIONS_PLAN], one) for one in range(EACH)], PACE)
        for guide in range(guides)
    )
    return sum(len(made.sittings) for made in schedules(teams))


def _crowd(count: int) -> tuple[list[Peer], Barred]:
    """Three shifts, every second would listen, everybody has a manager, one in ten refused one."""
    people = [Peer(f"{at}", 5 * (at % 2), SHIFTS[at % 3]) for at in range(count)]
    manager = {f"{at}": f"{at // LED - 1}" if at >= LED else "boss" for at in range(count)}
    refusals = frozenset((f"{at}", f"{at * 7 % count}") for at in range(0, count, 10))
    return people, Barred(refusals, manager)
