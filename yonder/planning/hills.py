"""A breath of colour inside each summit, from its lowest value to its lowest skill or step.

The colour is gone at the height of the upper one of its two feet, so that a hill has no edge but
the threads it is made of.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yonder.planning.spots import Spot
from yonder.planning.threads import core

FOOT = 190  # units; how far a summit reaches to a side on which nothing holds it


@dataclass(frozen=True)
class Hill:
    """The colour is full at `top` and gone at `end`."""

    path: str
    top: int
    end: int


def hills(
    spots: Mapping[str, Spot],
    ties: Sequence[tuple[str, str]],
    summits: Iterable[Spot],
    ground: int,
) -> Iterator[Hill]:
    """One for each summit, whether or not anything holds it."""
    for summit in summits:
        own = summit.thing.id
        left = _lowest(spots[target] for source, target in ties if source == own)
        right = _lowest(spots[source] for source, target in ties if target == own)
        rise = core(left, summit) if left else _slope(summit, ground)
        fall = core(summit, right) if right else _fall(summit, ground)
        end = min(left.y if left else ground, right.y if right else ground)
        yield Hill(f"{rise}{fall[fall.index('c') :]}Z", summit.y, end)


def _lowest(spots: Iterable[Spot]) -> Spot | None:
    return max(spots, key=lambda spot: (spot.y, spot.x), default=None)


def _slope(summit: Spot, ground: int) -> str:
    rise = summit.y - ground
    bends = (FOOT * 0.62, rise * 0.06, FOOT - 5, rise * 0.5, FOOT, rise)
    return f"M{summit.x - FOOT} {ground}c{' '.join(f'{one:.0f}' for one in bends)}"


def _fall(summit: Spot, ground: int) -> str:
    fall = ground - summit.y
    bends = (5, fall * 0.5, FOOT * 0.38, fall * 0.94, FOOT, fall)
    return f"M{summit.x} {summit.y}c{' '.join(f'{one:.0f}' for one in bends)}"
