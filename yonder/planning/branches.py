"""The tree of a workplace to look at before saying yes: its top, with counts for the rest."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from yonder.planning.tree import ABSENT, NOBODY, Counted

MOST_LINES, WIDEST, DEEPEST = 40, 8, 4
TOP = NOBODY  # whoever is led by nobody hangs on it


@dataclass(frozen=True)
class Branch:
    """Somebody with those they lead. `hidden` more of those lead others too, and are not drawn."""

    place: int
    direct: int
    below: int
    branches: tuple["Branch", ...] = ()
    hidden: int = 0


@dataclass(frozen=True)
class Tree:
    """`branches`: who is at the top, the most below first; `hidden` more of them lead others.
    `alone` are led by nobody, lead nobody and are not drawn."""

    people: int
    branches: tuple[Branch, ...]
    hidden: int
    alone: int


def drawn(leaders: Sequence[int], tally: Counted) -> Tree:
    """At most 40 lines: level by level those who lead, the most below first; with at most 40
    people everybody is there. O(n) for each of at most four levels. Takes a tree without circles.
    """
    people = len(leaders) - leaders.count(ABSENT)
    everybody = people <= MOST_LINES
    alone = sum(1 for at, one in enumerate(leaders) if one == NOBODY and not tally.direct[at])
    drawing = _Drawing(leaders, tally, everybody=everybody)
    return Tree(people, drawing.below(TOP), drawing.hidden[TOP], 0 if everybody else alone)


class _Drawing:
    """Who is drawn below whom."""

    def __init__(self, leaders: Sequence[int], tally: Counted, *, everybody: bool):
        self.leaders, self.tally, self.everybody = leaders, tally, everybody
        self.chosen: dict[int, list[int]] = {TOP: []}
        self.hidden: dict[int, int] = {TOP: 0}
        level, room = [TOP], MOST_LINES
        for _ in range(MOST_LINES if everybody else DEEPEST):
            level = self._choose(level, room)
            room -= len(level)

    def below(self, place: int) -> tuple[Branch, ...]:
        return tuple(self._branch(at) for at in self.chosen.get(place, ()))

    def _branch(self, at: int) -> Branch:
        direct, below = self.tally.direct[at], self.tally.below[at]
        return Branch(at, direct, below, self.below(at), self.hidden.get(at, 0))

    def _choose(self, level: list[int], room: int) -> list[int]:
        """The next level below this one, as many below each. Who gets no line is counted."""
        found = self._led_by(level) if room else {}
        following: list[int] = []
        for leader, led in found.items():
            most = len(led) if self.everybody else min(WIDEST, room // len(found))
            kept = heapq.nlargest(most, led, key=lambda at: (self.tally.below[at], -at))
            self.chosen[leader], self.hidden[leader] = kept, len(led) - len(kept)
            following += kept
        return following

    def _led_by(self, level: list[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {leader: [] for leader in level}
        for at, leader in enumerate(self.leaders):
            if leader in found and (self.everybody or self.tally.direct[at]):
                found[leader].append(at)
        return found
