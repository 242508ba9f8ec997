"""Who talks when: a calendar for one person who listens to many.

Finish with one person before you begin with the next; the keenest begin; nobody waits for ever.
Filling each week in that order alone would end too late: with two slots a week the last of three
people would sit alone in the last weeks. So whoever has as many weeks of talks left as there are
weeks goes first. For talks a week apart this reaches the least possible end, max(⌈slots ÷ slots a
week⌉, the longest row of talks), as the wrap-around rule shows that it is one (McNaughton,
Scheduling with deadlines and loss functions, 1959).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import heappop, heappush

from yonder.planning.calling import BEGUN, IN_A_TALK, NEW, Calling
from yonder.planning.weeks import ANY_SHIFT, WEEK, Pace, working

NO_SLOT, TOO_FAR = "no-slot-of-this-shift", "beyond-the-horizon"


class Twice(Exception):
    """Two people with the same key: nobody could say whose talk it is."""


@dataclass(frozen=True, slots=True)
class Walker:
    """Somebody to talk with. `talks_left` in their order; `keen` 0 begins, ties as they come.

    `begun`: has had a talk already, and so goes on before others begin. `not_before`: no week
    that begins earlier. `shift` counts only where slots have shifts.
    """

    key: str
    talks_left: tuple[str, ...]
    keen: int = 0
    shift: str = ANY_SHIFT
    begun: bool = False
    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One slot of one week: `slot` counts from 0. `part` is 2 or more where a talk is split."""

    key: str
    talk: str
    week: date
    slot: int
    part: int = 1


@dataclass(frozen=True)
class Schedule:
    """Sittings in their order, and who could not be placed, each with the reason why."""

    sittings: tuple[Sitting, ...]
    impossible: tuple[tuple[str, str], ...] = ()

    @property
    def finish(self) -> date | None:
        """The Monday of the last week with a talk; None without any."""
        return self.sittings[-1].week if self.sittings else None


def schedule(walkers: Iterable[Walker], pace: Pace) -> Schedule:
    """A slot for every talk of everybody, or the reason: `NO_SLOT` of their shift, `TOO_FAR`.

    Somebody who cannot have all their talks is given none. The same input gives the same calendar.
    O(s log n) for s slots and n people. Raises `Twice`.
    """
    people = in_order(walkers)
    fit = [one for one in people if suits(one, pace)]
    placed, late = _Filling(fit, pace).filled()
    misfits = [(one.key, NO_SLOT) for one in people if not suits(one, pace)]
    too_far = {one.key for one in late}
    kept = [one for one in placed if one.key not in too_far] if too_far else placed
    return Schedule(tuple(kept), (*misfits, *((one.key, TOO_FAR) for one in late)))


def schedules(guides: Iterable[tuple[Sequence[Walker], Pace]]) -> Iterator[Schedule]:
    """A calendar for each guide of a workplace, one after the other: linear, and only one is kept
    in memory at a time."""
    return (schedule(walkers, pace) for walkers, pace in guides)


def in_order(walkers: Iterable[Walker]) -> list[Walker]:
    """Those who have begun, then the keenest. Raises `Twice`."""
    people = sorted(walkers, key=lambda one: (not one.begun, one.keen))
    if len({one.key for one in people}) < len(people):
        raise Twice
    return people


def suits(walker: Walker, pace: Pace) -> bool:
    """Is there a slot in a week for somebody of this shift?"""
    if not pace.shifts or walker.shift == ANY_SHIFT:
        return True
    return walker.shift in pace.shifts or ANY_SHIFT in pace.shifts


class _Filling:
    """Week by week. People are their rank, as in `Calling`."""

    def __init__(self, people: Sequence[Walker], pace: Pace) -> None:
        self.people, self.pace = people, pace
        self.left = [len(one.talks_left) * pace.parts for one in people]
        self.open = sum(self.left)
        self.calling = Calling(len(people))
        self.resting = [self._begins(rank) for rank in range(len(people)) if self.left[rank]]
        self.resting.sort()
        weeks = [self._needs(rank) for rank in range(len(people))]
        self.end = max([-(-self.open // pace.per_week), *weeks])
        # A slot that suits few is filled before one that suits all.
        shifts = pace.shifts or (ANY_SHIFT,) * pace.per_week
        self.slots = sorted(enumerate(shifts), key=lambda one: (not one[1], one[0]))

    def filled(self) -> tuple[list[Sitting], list[Walker]]:
        placed: list[Sitting] = []
        for at, week in enumerate(working(self.pace)):
            if not self.open:
                break
            self._wake(week)
            placed += _in_turn(self._week(at, week))
        return placed, [one for one, left in zip(self.people, self.left, strict=True) if left]

    def _week(self, at: int, week: date) -> Iterator[Sitting]:
        for slot, shift in self.slots:
            rank = self.calling.call(shift, at)
            if rank is not None:
                yield self._place(rank, week, slot)

    def _place(self, rank: int, week: date, slot: int) -> Sitting:
        one, parts = self.people[rank], self.pace.parts
        talk, part = divmod(len(one.talks_left) * parts - self.left[rank], parts)
        self.left[rank] -= 1
        self.open -= 1
        if part + 1 < parts:
            self.calling.add(rank, self._shift(rank), IN_A_TALK, -1)
        elif self.left[rank]:
            heappush(self.resting, (week + self.pace.spacing * WEEK, rank))
        return Sitting(one.key, one.talks_left[talk], week, slot, part + 1)

    def _wake(self, week: date) -> None:
        """Those for whom enough weeks have passed can come again."""
        while self.resting and self.resting[0][0] <= week:
            _, rank = heappop(self.resting)
            one = self.people[rank]
            begun = one.begun or self.left[rank] < len(one.talks_left) * self.pace.parts
            latest = self.end - self._needs(rank)
            self.calling.add(rank, self._shift(rank), BEGUN if begun else NEW, latest)

    def _begins(self, rank: int) -> tuple[date, int]:
        return self.people[rank].not_before or self.pace.first, rank

    def _needs(self, rank: int) -> int:
        """How many weeks the rest takes at least."""
        talks = -(-self.left[rank] // self.pace.parts)
        return (talks - 1) * self.pace.spacing + 1 if talks else 0

    def _shift(self, rank: int) -> str:
        return self.people[rank].shift if self.pace.shifts else ANY_SHIFT


def _in_turn(sittings: Iterable[Sitting]) -> list[Sitting]:
    """A week by its slots. Slots are not filled in their order when they have shifts, so the
    parts of a talk are put into theirs."""
    placed = sorted(sittings, key=lambda one: one.slot)
    parts: dict[str, list[int]] = {}
    for one in placed:
        parts.setdefault(one.key, []).append(one.part)
    turns = {key: iter(sorted(own)) for key, own in parts.items() if len(own) > 1}
    return [replace(one, part=next(turns[one.key])) if one.key in turns else one for one in placed]
