"""What stands in a crowd without its words: small marks in one path, and buttons in one box."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from yonder.planning.spots import Spot

MARKS = {
    "pivot": "m-6 3h4.4l3-6h3",
    "value": "m-3 0h6",
    "vision": "m-3 0h6",
    "skill": "m0-4l4 4l-4 4l-4-4z",
    "action": "m-3-3h6v6h-6z",
}


@dataclass(frozen=True)
class Box:
    """The place of one label, or of ticks that stand right under each other."""

    left: int
    top: int
    width: int
    height: int
    spots: tuple[Spot, ...]

    @property
    def crowd(self) -> bool:
        """Whether ticks stand here, and not one label."""
        return self.spots[0].tick


def boxes(row: Sequence[Spot]) -> Iterator[Box]:
    """Labels one by one, and neighbouring ticks together, from top to bottom."""
    for tick, found in groupby(row, key=lambda spot: spot.tick):
        run = tuple(found)
        for spots in [run] if tick else [(one,) for one in run]:
            left = min(one.left for one in spots)
            right = max(one.left + one.width for one in spots)
            height = sum(one.height for one in spots)
            yield Box(left, spots[0].top, right - left, height, spots)


def marks(row: Iterable[Spot]) -> str:
    """The small marks of a place as one path, so that a crowd stays light."""
    return "".join(f"M{spot.x} {spot.y}{MARKS[spot.thing.place]}" for spot in row if spot.tick)
