"""The line for a narrow page: a list to read, with the threads as arcs in its margin.

For places that are not crowded. A crowd is a plain list there: a tick is too small for a finger.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from yonder.planning.labels import short
from yonder.planning.line import PLACES, Thing
from yonder.planning.spots import LETTER, ROOMY, Rows, Spot, tall

WIDTH = 340  # units; a telephone shows about as many pixels, so 17 units stay legible
MARK, WORDS, REACH = 78, 98, 70
TITLE, TARGET, AIR = 34, 44, 12  # units; a finger needs 44
ARCS = 60  # hairlines in all; with more ties each bundle gets thinner


@dataclass(frozen=True)
class Part:
    """One place of the list: the height of its name, and its things."""

    place: str
    y: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Tall:
    """`arcs` are (place, path) off the way, `cores` those on it."""

    height: int
    parts: tuple[Part, ...]
    arcs: tuple[tuple[str, str], ...]
    cores: tuple[tuple[str, str], ...]


def tall_drawing(rows: Rows, ties: Sequence[tuple[str, str]], lit: frozenset[str]) -> Tall | None:
    """The list with its arcs, or None where a place is crowded."""
    if max(map(len, rows.values())) > ROOMY:
        return None
    y, parts = 0, []
    for place in [place for place in PLACES if rows[place]]:
        spots = tuple(_listed(rows[place], y + TITLE))
        parts.append(Part(place, y + 20, spots))
        y = spots[-1].top + spots[-1].height + AIR
    where = {spot.thing.id: spot for part in parts for spot in part.spots}
    off, on = _arcs(where, ties, lit)
    return Tall(y, tuple(parts), _in_order(off), _in_order(on))


def _in_order(paths: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((place, paths[place]) for place in PLACES if place in paths)


def _listed(row: Sequence[Thing], y: int) -> Sequence[Spot]:
    found = []
    for one in row:
        height = max(TARGET, tall(one, WIDTH - WORDS) + 2 * AIR)
        box = (WORDS, y, WIDTH - WORDS, height)
        found.append(Spot(one, MARK, y + AIR + LETTER // 2 + 2, *box, words=short(one.words)))
        y += height
    return found


def _arcs(
    where: Mapping[str, Spot], ties: Sequence[tuple[str, str]], lit: frozenset[str]
) -> tuple[dict[str, str], dict[str, str]]:
    off: dict[str, str] = {}
    on: dict[str, str] = {}
    count = max(1, min(3, ARCS // max(1, len(ties))))
    for source, target in sorted(ties):
        upper, lower = where[target], where[source]
        light = on if source in lit and target in lit else off
        drawn = "".join(_arc(upper, lower, at) for at in range(1 if light is on else count))
        light[upper.thing.place] = light.get(upper.thing.place, "") + drawn
    return off, on


def _arc(upper: Spot, lower: Spot, at: int) -> str:
    """The bulge grows with the root of the distance, so that long ways stay on the page. From a
    turn the arc goes on where the tail of its mark ends."""
    aside, down = (9, 4) if upper.thing.place == "pivot" else (0, 0)
    high = lower.y - upper.y - down
    reach = min(REACH, 10 + 2.7 * sqrt(high)) - 3 * at - aside
    bends = f"{-reach:.0f} 4 {-reach:.0f} {high - 4} {aside} {high}"
    return f"M{MARK - aside} {upper.y + down}c{bends}"
