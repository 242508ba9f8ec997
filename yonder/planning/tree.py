"""Who leads whom, as numbers: how many are below each, and who would lead themselves.

A workplace is an array: at each place stands the place of who leads. It holds a million people in
twelve megabytes, because a place is four bytes.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

NOBODY, ABSENT = -1, -2  # led by nobody; no person stands at this place


@dataclass(frozen=True)
class Counted:
    """`direct`: whom each leads; `below`: those, whom they lead, and so on. `circles`: the places
    of those who would lead themselves, each circle once, from its lowest place on."""

    direct: Sequence[int]
    below: Sequence[int]
    circles: tuple[tuple[int, ...], ...]


def counted(leaders: Sequence[int]) -> Counted:
    """Count from the leaves upward (Kahn, Topological sorting of large networks, 1962), O(n).

    `leaders`: for each place the place of who leads, `NOBODY`, or `ABSENT`. Where counting never
    arrives, somebody would lead themselves.
    """
    direct = _places(len(leaders))
    for leader in leaders:
        if leader >= 0:
            direct[leader] += 1
    waiting, below = direct[:], _places(len(leaders))
    for start, leads in enumerate(direct):
        if not leads:
            _climb(start, leaders, waiting, below)
    return Counted(direct, below, tuple(_circles(leaders, waiting)))


def _climb(at: int, leaders: Sequence[int], waiting: "array[int]", below: "array[int]") -> None:
    """Tell upward how many there are, as far as everybody below has told."""
    while (leader := leaders[at]) >= 0:
        below[leader] += below[at] + 1
        waiting[leader] -= 1
        if waiting[leader]:
            return
        at = leader


def _circles(leaders: Sequence[int], waiting: "array[int]") -> list[tuple[int, ...]]:
    found = []
    for start, left in enumerate(waiting):
        circle = []
        at = start
        while left and waiting[at]:
            waiting[at] = 0
            circle.append(at)
            at = leaders[at]
        if circle:
            found.append(tuple(circle))
    return found


def _places(number: int) -> "array[int]":
    return array("i", bytes(4 * number))
