"""The line, drawn: everything a page needs to show it, as numbers and strings.

A pure function: no clock, no chance, the same journey is always drawn the same way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yonder.planning.hills import FOOT, Hill, hills
from yonder.planning.landscape import MARKS, WIDTH, landscape
from yonder.planning.line import PLACES, Line
from yonder.planning.order import ordered
from yonder.planning.spots import Spot
from yonder.planning.tall import Tall, tall_drawing
from yonder.planning.threads import Paths, threads
from yonder.planning.ticks import Box, boxes, marks

TITLES = {"pivot": 206, "value": 304, "vision": 600, "skill": 896, "action": 994}
DENSE = 40  # threads
HIGH = 680  # units; a drawing with its ground below this is larger on an upright sheet of paper


@dataclass(frozen=True)
class Thread:
    """All threads from one place in one light, as one path."""

    place: str
    lit: bool
    path: str


@dataclass(frozen=True)
class Place:
    """The labels and ticks of one place from top to bottom, and the marks of its ticks, those on
    the chosen way apart. `x` is where its name stands."""

    name: str
    x: int
    boxes: tuple[Box, ...]
    ticks: str
    lit_ticks: str


@dataclass(frozen=True)
class Drawing:
    """`left` and `width` leave out a side on which nothing stands, so that a line that ends at
    the picture looks whole. `ground` is the height of the ground line. `tall` is for a narrow
    page; without it a list does."""

    left: int
    width: int
    ground: int
    places: tuple[Place, ...]
    threads: tuple[Thread, ...]
    cores: tuple[tuple[str, str], ...]
    hills: tuple[Hill, ...]
    tall: Tall | None

    @property
    def dense(self) -> bool:
        """Whether the chosen way has so many threads that they have to be thinner."""
        return sum(path.count("M") for _, path in self.cores) > DENSE

    @property
    def high(self) -> bool:
        """Whether paper should stand upright for it."""
        return self.ground > HIGH


def drawing(line: Line, lit: frozenset[str] = frozenset()) -> Drawing:
    """Draws the line; `lit` are the ids on the chosen way, as `way` finds them.

    About 20 units of the ground stand below `ground` for the names of the places. For 30 turns, 8
    values, 5 pictures, 40 skills and 60 steps see docs/performance.md.
    """
    rows = ordered(line)
    placed, ground = landscape(rows, lit)
    spots = {spot.thing.id: spot for row in placed.values() for spot in row}
    paths, cores = threads(spots, line.ties, lit)
    left, right = _sides(placed)
    return Drawing(
        left,
        right - left,
        ground,
        tuple(_place(place, placed[place], lit) for place in PLACES if placed[place]),
        tuple(_in_two_lights(paths)),
        tuple((place, cores[place]) for place in PLACES if place in cores),
        tuple(hills(spots, line.ties, placed["vision"], ground, lit)),
        tall_drawing(rows, line.ties, lit),
    )


def _sides(placed: Mapping[str, Sequence[Spot]]) -> tuple[int, int]:
    """Where the drawing begins and ends: a side without things ends with its last hill."""
    summits = [spot.x for spot in placed["vision"]] or [MARKS["vision"]]
    left = 0 if placed["pivot"] or placed["value"] else min(summits) - FOOT
    right = WIDTH if placed["skill"] or placed["action"] else max(summits) + FOOT
    return left, right


def _place(name: str, row: Sequence[Spot], lit: frozenset[str]) -> Place:
    off = marks(spot for spot in row if spot.thing.id not in lit)
    on = marks(spot for spot in row if spot.thing.id in lit)
    return Place(name, TITLES[name], tuple(boxes(row)), off, on)


def _in_two_lights(paths: Paths) -> list[Thread]:
    """What is lit stands in front."""
    return [
        Thread(place, on, paths[place, on])
        for on in (False, True)
        for place in PLACES
        if (place, on) in paths
    ]
