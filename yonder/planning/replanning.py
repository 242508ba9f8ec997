"""A calendar that goes on after something changed: a sick week, new weeks off, somebody more or
less.

What can stay, stays. A talk that has lost its week takes the first free slot after the one before
it; only when that is too late for the next talk of the same person does that one move too. Nobody
else moves, because a day that two people have agreed on is worth more than a calendar without
gaps. Whoever wants it without gaps makes a new one (`schedule`).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yonder.planning.schedule import (
    NO_SLOT,
    TOO_FAR,
    Schedule,
    Sitting,
    Walker,
    in_order,
    suits,
)
from yonder.planning.weeks import ANY_SHIFT, WEEK, Pace, working

Unit = tuple[str, int]  # a talk and its part
Spot = tuple[date, int]  # a week and its slot


@dataclass(frozen=True, slots=True)
class Move:
    """One sitting that is elsewhere now; `before` is None for one that was in no calendar yet."""

    key: str
    talk: str
    part: int
    before: Spot | None
    after: Spot


@dataclass(frozen=True)
class Replanned:
    """The calendar from now on, and all that moved in it, in its order."""

    schedule: Schedule
    moves: tuple[Move, ...]


def replan(former: Schedule, walkers: Iterable[Walker], pace: Pace) -> Replanned:
    """`former` with its sittings that are still to come; `walkers` and `pace` as they are now.

    The weeks begin with `pace.first`: what stood before it has to find a new one. Without a
    change nothing moves. People who cannot be placed are named as by `schedule`; what `former` has
    and nobody has left is forgotten. O(s + m·w) for s sittings, of which m move, and w weeks.
    Raises `Twice`.
    """
    return _Moving(former, in_order(walkers), pace).done()


class _Moving:
    def __init__(self, former: Schedule, people: Sequence[Walker], pace: Pace) -> None:
        self.pace = pace
        self.weeks = tuple(working(pace))
        self.open = frozenset(self.weeks)
        self.former = {
            (one.key, one.talk, one.part): (one.week, one.slot) for one in former.sittings
        }
        # Those who are in the calendar keep their places before newcomers look for one.
        known = {one.key for one in former.sittings}
        self.people = sorted(people, key=lambda one: one.key not in known)
        self.taken: dict[Spot, str] = {}
        self.held: dict[str, set[Spot]] = {one.key: set() for one in self.people}
        for one in self.people:
            for spot in filter(None, (self._stays(one, unit) for unit in self._units(one))):
                if spot not in self.taken:
                    self._take(one.key, spot)

    def done(self) -> Replanned:
        sittings: list[Sitting] = []
        impossible: list[tuple[str, str]] = []
        for one in self.people:
            own = self._walk(one) if suits(one, self.pace) else None
            if own is None:
                self._leave(one.key)
                impossible.append((one.key, TOO_FAR if suits(one, self.pace) else NO_SLOT))
            else:
                sittings += own
        sittings.sort(key=lambda one: (one.week, one.slot))
        moves = tuple(filter(None, map(self._move, sittings)))
        return Replanned(Schedule(tuple(sittings), tuple(impossible)), moves)

    def _walk(self, one: Walker) -> list[Sitting] | None:
        """All talks of one person, or None when one of them finds no place."""
        ready, own = (one.not_before or self.pace.first, -1), list[Sitting]()
        for talk, part in self._units(one):
            spot = self._stays(one, (talk, part))
            if spot is None or spot < ready or self.taken.get(spot) != one.key:
                spot = self._first(one, ready)
            if spot is None:
                return None
            self._take(one.key, spot)
            own.append(Sitting(one.key, talk, *spot, part))
            ready = self._ready(spot, part)
        self._leave(one.key, {(sitting.week, sitting.slot) for sitting in own})
        return own

    def _ready(self, spot: Spot, part: int) -> Spot:
        """When the next sitting can be: the rest of a talk at once, the next talk weeks later."""
        week, slot = spot
        return (
            (week + self.pace.spacing * WEEK, -1) if part == self.pace.parts else (week, slot + 1)
        )

    def _stays(self, one: Walker, unit: Unit) -> Spot | None:
        spot = self.former.get((one.key, *unit))
        if spot is None or spot[0] not in self.open or not self._fits(one, spot[1]):
            return None
        return spot if one.not_before is None or spot[0] >= one.not_before else None

    def _first(self, one: Walker, ready: Spot) -> Spot | None:
        return next(
            (spot for spot in self._spots(one, ready) if self.taken.get(spot) in (None, one.key)),
            None,
        )

    def _spots(self, one: Walker, ready: Spot) -> Iterator[Spot]:
        fitting = [slot for slot in range(self.pace.per_week) if self._fits(one, slot)]
        for week in self.weeks[bisect_left(self.weeks, ready[0]) :]:
            yield from ((week, slot) for slot in fitting if (week, slot) >= ready)

    def _fits(self, one: Walker, slot: int) -> bool:
        if slot >= self.pace.per_week:
            return False
        shifts = self.pace.shifts
        return not shifts or ANY_SHIFT in (one.shift, shifts[slot]) or one.shift == shifts[slot]

    def _take(self, key: str, spot: Spot) -> None:
        self.taken[spot] = key
        self.held[key].add(spot)

    def _leave(self, key: str, but: Iterable[Spot] = ()) -> None:
        """Gives free what this person holds and does not need any more."""
        for spot in self.held[key].difference(but):
            self.held[key].remove(spot)
            del self.taken[spot]

    def _units(self, one: Walker) -> Iterator[Unit]:
        return ((talk, part + 1) for talk in one.talks_left for part in range(self.pace.parts))

    def _move(self, one: Sitting) -> Move | None:
        before, after = self.former.get((one.key, one.talk, one.part)), (one.week, one.slot)
        return None if before == after else Move(one.key, one.talk, one.part, before, after)
