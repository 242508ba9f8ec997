"""The line, drawn: everything a page needs to show it, as numbers and strings.

A pure function: no clock, no chance, the same journey is always drawn the same way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yonder.planning.landscape import WIDTH, Spot, landscape
from yonder.planning.line import PLACES, Line
from yonder.planning.threads import core, threads

FOOT = 190  # units; how far a summit reaches to a side on which nothing holds it


@dataclass(frozen=True)
class Thread:
    """All threads from one place in one light, as one path."""

    place: str
    lit: bool
    path: str


@dataclass(frozen=True)
class Drawing:
    """`left` and `width` leave out a side on which nothing stands, so that a line that ends at
    the picture looks whole. `ground` is the height of the ground line."""

    left: int
    width: int
    ground: int
    places: tuple[tuple[str, tuple[Spot, ...]], ...]
    threads: tuple[Thread, ...]
    cores: tuple[tuple[str, str], ...]
    hills: tuple[str, ...]


def drawing(line: Line, lit: frozenset[str] = frozenset()) -> Drawing:
    """Draws the line; `lit` are the ids on the chosen way, as `way` finds them.

    About 20 units of the ground stand below `ground` for the names of the places. For 30 turns, 8
    values, 5 pictures, 40 skills and 60 steps see docs/performance.md.
    """
    rows, ground = landscape(line, lit)
    spots = {spot.thing.id: spot for row in rows.values() for spot in row}
    paths, cores = threads(spots, line.ties, lit)
    left = 0 if rows["pivot"] or rows["value"] else 330
    right = WIDTH if rows["skill"] or rows["action"] else 790
    return Drawing(
        left,
        right - left,
        ground,
        tuple((place, tuple(rows[place])) for place in PLACES if rows[place]),
        tuple(
            Thread(place, on, paths[place, on])
            for on in (False, True)
            for place in PLACES
            if (place, on) in paths
        ),
        tuple((place, cores[place]) for place in PLACES if place in cores),
        tuple(_hills(line, spots, rows["vision"], ground)),
    )


def _hills(
    line: Line, spots: Mapping[str, Spot], summits: Sequence[Spot], ground: int
) -> Iterator[str]:
    """A breath of colour inside each summit, from its lowest value to its lowest skill or step."""
    for summit in summits:
        own = summit.thing.id
        left = _lowest(spots, {target for source, target in line.ties if source == own})
        right = _lowest(spots, {source for source, target in line.ties if target == own})
        rise = core(left, summit) if left else _slope(summit, ground, -FOOT)
        fall = core(summit, right) if right else _fall(summit, ground)
        foot = left.x if left else summit.x - FOOT
        yield f"{rise}{fall[fall.index('c') :]}V{ground}H{foot}Z"


def _lowest(spots: Mapping[str, Spot], ids: set[str]) -> Spot | None:
    return max((spots[one] for one in ids), key=lambda spot: (spot.y, spot.x), default=None)


def _slope(summit: Spot, ground: int, aside: int) -> str:
    rise = summit.y - ground
    bends = (-aside * 0.62, rise * 0.06, -aside - 5, rise * 0.5, -aside, rise)
    return f"M{summit.x + aside} {ground}c{' '.join(f'{one:.0f}' for one in bends)}"


def _fall(summit: Spot, ground: int) -> str:
    fall = ground - summit.y
    bends = (5, fall * 0.5, FOOT * 0.38, fall * 0.94, FOOT, fall)
    return f"M{summit.x} {summit.y}c{' '.join(f'{one:.0f}' for one in bends)}"
