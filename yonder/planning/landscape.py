"""Where each thing of the line stands: the past at the left foot, the pictures as summits, the
next steps at the right foot. Numbers only; nothing here knows a colour."""

from collections.abc import Mapping, Sequence
from math import sqrt

from yonder.planning.labels import short
from yonder.planning.line import PLACES, Thing
from yonder.planning.spots import LARGE, Rows, Spot, quiet, tall

WIDTH = 1200  # units; the drawing is never shown at less than 1056 pixels, so 15 units stay legible
TICK, GAP = 12, 16
TOP, LOWEST = 24, 260
WORDS = {"pivot": 194, "value": 140, "vision": 156, "skill": 140, "action": 194}
MARKS = {"pivot": 222, "value": 364, "vision": 600, "skill": 836, "action": 978}
FOOT = 54  # units; how much further out the foot of a slope stands than its top
APART = {1: 0, 2: 208, 3: 132, 4: 112}  # units between summits; 96 when there are more


def landscape(rows: Rows, lit: frozenset[str]) -> tuple[Mapping[str, Sequence[Spot]], int]:
    """The spots of each place and the height of the ground, in units."""
    summits = _summits(rows["vision"])
    start = max((spot.y for spot in summits), default=TOP) + 44
    sizes = {place: _sizes(rows[place], quiet(rows[place], lit)) for place in PLACES}
    room = max(LOWEST, *(sum(sizes[place]) for place in PLACES if place != "vision"))
    spots = {
        place: _column(place, rows[place], sizes[place], start, room)
        for place in PLACES
        if place != "vision"
    }
    return spots | {"vision": summits}, start + room + 20


def _sizes(row: Sequence[Thing], ticks: set[str]) -> list[int]:
    return [TICK if one.id in ticks else _size(one) for one in row]


def _size(one: Thing) -> int:
    above = 12 if one.place in ("value", "skill") else 0
    return above + tall(one, WORDS[one.place]) + GAP


def _summits(row: Sequence[Thing]) -> Sequence[Spot]:
    """Neighbours stand in two heights, so that words have room. A height says nothing of a life."""
    apart = APART.get(len(row), 96)
    height = [tall(one, WORDS["vision"], LARGE) for one in row]
    first = TOP + max(height, default=0) + 14
    found = []
    for at, one in enumerate(row):
        x = round(MARKS["vision"] + (at - (len(row) - 1) / 2) * apart)
        lower = at % 2 == (len(row) == 2) and len(row) > 1
        y = first + (max(height) + 34 if lower and len(row) > 2 else 62 if lower else 0)
        width = WORDS["vision"]
        box = (x - width // 2, y - 14 - height[at], width, height[at])
        found.append(Spot(one, x, y, *box, words=short(one.words)))
    return found


def _column(
    place: str, row: Sequence[Thing], sizes: Sequence[int], start: int, room: int
) -> Sequence[Spot]:
    y, found = round(start + (room - sum(sizes)) * 0.7), []
    for one, size in zip(row, sizes, strict=True):
        found.append(_spot(place, one, y, size, (y + size / 2 - start) / room))
        y += size
    return found


def _spot(place: str, one: Thing, y: int, size: int, depth: float) -> Spot:
    """`depth` runs from 0 at the top of the slope to 1 at its foot, which is wider."""
    slope, width, words = round(FOOT * sqrt(depth)), WORDS[place], short(one.words)
    x = MARKS[place] + {"value": -slope, "skill": slope}.get(place, 0)
    if size == TICK:
        return Spot(one, x, y + TICK // 2, x - 12, y, 24, TICK, words, tick=True)
    if place in ("value", "skill"):
        left = x - 6 if place == "value" else x + 6 - width
        return Spot(one, x, y + 4, left, y + 12, width, size - 12 - GAP, words)
    left = x - 16 - width if place == "pivot" else x + 16
    return Spot(one, x, y + (size - GAP) // 2, left, y, width, size - GAP, words)
