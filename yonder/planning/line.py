"""The line: action ← skill ← vision ← value ← pivot. "Why am I doing this?" as a way through it.

Linear in things and ties. The places and their order are the method's own: what has moved
somebody, what matters to them, where they would go, what it takes, what happens next (seed, row 4
of product.md: endgame and intentional short-term plan).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PLACES = ("pivot", "value", "vision", "skill", "action")


@dataclass(frozen=True)
class Thing:
    """One thing in one of PLACES. `state` says how it is drawn: proposed, maybe, done, or empty.
    `alone`: of two people, only the owner can read it."""

    id: str
    place: str
    words: str
    state: str = ""
    alone: bool = False


@dataclass(frozen=True)
class Line:
    """`ties` are (source, target): the source rests on the target."""

    things: tuple[Thing, ...]
    ties: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Reason:
    """Why somebody does a step. What is missing is empty: a line that ends at the picture is
    complete."""

    step: Thing
    skill: Thing | None
    vision: Thing | None
    values: tuple[Thing, ...]
    pivots: tuple[Thing, ...]


def way(line: Line, chosen: str) -> frozenset[str]:
    """Ids of everything `chosen` rests on, of everything that rests on it, and itself."""
    down, up = _both_ways(line.ties)
    return frozenset(_reach(down, chosen) | _reach(up, chosen))


def reason(line: Line, action: str) -> Reason | None:
    """One way from a step to what moved somebody, or None for an unknown id.

    Of several ways the first is taken, in the order in which things were put: one sentence says
    one thing.
    """
    found = {thing.id: thing for thing in line.things}
    down, _ = _both_ways(line.ties)
    if action not in found:
        return None
    skill = _first(line, down[action], "skill")
    vision = _first(line, down[skill.id] if skill else down[action], "vision")
    vision = vision or _first(line, down[action], "vision")
    values = _all(line, down[vision.id], "value") if vision else ()
    pivots = _all(line, {turn for value in values for turn in down[value.id]}, "pivot")
    return Reason(found[action], skill, vision, values, pivots)


def by_place(line: Line, ids: frozenset[str]) -> tuple[tuple[str, tuple[Thing, ...]], ...]:
    """The things among `ids`, place by place, in the order in which they were put."""
    rows = ((place, _all(line, ids, place)) for place in PLACES)
    return tuple((place, things) for place, things in rows if things)


def _all(line: Line, ids: Iterable[str], place: str) -> tuple[Thing, ...]:
    wanted = set(ids)
    return tuple(thing for thing in line.things if thing.id in wanted and thing.place == place)


def _first(line: Line, ids: Iterable[str], place: str) -> Thing | None:
    return next(iter(_all(line, ids, place)), None)


Ways = Mapping[str, set[str]]


def _both_ways(ties: Iterable[tuple[str, str]]) -> tuple[Ways, Ways]:
    down: dict[str, set[str]] = defaultdict(set)
    up: dict[str, set[str]] = defaultdict(set)
    for source, target in ties:
        down[source].add(target)
        up[target].add(source)
    return down, up


def _reach(ways: Ways, start: str) -> set[str]:
    seen, to_go = {start}, [start]
    while to_go:
        for one in ways[to_go.pop()] - seen:
            seen.add(one)
            to_go.append(one)
    return seen
