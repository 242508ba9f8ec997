"""A breath of colour inside each summit, from its lowest value to its lowest skill or step.

The colour is gone at the height of the upper one of its two feet, so that a hill has no edge but
the threads it is made of. A side on which nothing holds it is a slope of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yonder.planning.spots import Spot
from yonder.planning.threads import core

FOOT = 200  # units; how far a summit reaches to a side on which nothing holds it
BARE = 240  # units; how high a summit stands that nothing holds


@dataclass(frozen=True)
class Hill:
    """The colour is full at `top` and gone at `end`. `lit`: the summit is on the chosen way."""

    path: str
    top: int
    end: int
    lit: bool


def hills(
    spots: Mapping[str, Spot],
    ties: Sequence[tuple[str, str]],
    summits: Iterable[Spot],
    ground: int,
    lit: frozenset[str],
) -> Iterator[Hill]:
    """One for each summit, whether or not anything holds it."""
    for summit in summits:
        own = summit.thing.id
        left = _lowest(spots[target] for source, target in ties if source == own)
        right = _lowest(spots[source] for source, target in ties if target == own)
        end = min([one.y for one in (left, right) if one], default=min(summit.y + BARE, ground))
        rise = core(left, summit) if left else _slope(summit, end)
        fall = core(summit, right) if right else _fall(summit, end)
        yield Hill(f"{rise}{fall[fall.index('c') :]}Z", summit.y, end, own in lit)


def _lowest(spots: Iterable[Spot]) -> Spot | None:
    return max(spots, key=lambda spot: (spot.y, spot.x), default=None)


def _slope(summit: Spot, foot: int) -> str:
    rise = summit.y - foot
    bends = (FOOT * 0.62, rise * 0.06, FOOT - 5, rise * 0.5, FOOT, rise)
    return f"M{summit.x - FOOT} {foot}c{' '.join(f'{one:.0f}' for one in bends)}"


def _fall(summit: Spot, foot: int) -> str:
    fall = foot - summit.y
    bends = (5, fall * 0.5, FOOT * 0.38, fall * 0.94, FOOT, fall)
    return f"M{summit.x} {summit.y}c{' '.join(f'{one:.0f}' for one in bends)}"
