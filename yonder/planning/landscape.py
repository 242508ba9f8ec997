"""Where each thing of the line stands: the past at the left foot, the pictures as summits, the
next steps at the right foot. Numbers only; nothing here knows a colour.

Turns and steps keep their time from top to bottom. What lies between them moves to the mean place
of its neighbours, so that fewer threads cross (the barycentre method: Sugiyama, Tagawa and Toda,
Methods for visual understanding of hierarchical system structures, 1981). Four sweeps are enough
for five places; each is linear in things and ties, but for the sorting.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from yonder.planning.labels import lines, short
from yonder.planning.line import PLACES, Line, Thing

WIDTH = 1120  # units; the drawing is never shown much smaller than that, so 16 units stay legible
ROOMY = 12  # more things than this in a place: those off the way shrink to ticks
TICK, GAP, LETTER, LARGE = 12, 16, 17, 21
TOP, LOWEST = 24, 260
WORDS = {"pivot": 194, "value": 140, "vision": 156, "skill": 140, "action": 190}


@dataclass(frozen=True)
class Spot:
    """A thing at its mark (`x`, `y`), and the box of its words; a tick has none."""

    thing: Thing
    x: int
    y: int
    left: int
    top: int
    width: int
    height: int
    words: str


def landscape(line: Line, lit: frozenset[str]) -> tuple[Mapping[str, Sequence[Spot]], int]:
    """The spots of each place and the height of the ground, in units."""
    rows = ordered(line)
    summits = _summits(rows["vision"])
    start = max((spot.y for spot in summits), default=TOP) + 44
    sizes = {place: [_size(one, rows[place], lit) for one in rows[place]] for place in PLACES}
    room = max(LOWEST, *(sum(sizes[place]) for place in PLACES if place != "vision"))
    spots = {
        place: _column(place, rows[place], sizes[place], start, room)
        for place in PLACES
        if place != "vision"
    }
    return spots | {"vision": summits}, start + room + 20


def ordered(line: Line) -> Mapping[str, Sequence[Thing]]:
    """The things of each place from top to bottom, the same for every order of ties."""
    rows = {place: [one for one in line.things if one.place == place] for place in PLACES}
    for place in ("value", "vision", "skill"):
        rows[place].sort(key=lambda one: one.id)
    beside: dict[str, list[str]] = {one.id: [] for one in line.things}
    for source, target in sorted(line.ties):
        beside[source].append(target)
        beside[target].append(source)
    for place in ("value", "vision", "skill", "vision") * 4:
        height = {
            one.id: at / max(1, len(row) - 1) for row in rows.values() for at, one in enumerate(row)
        }
        rows[place].sort(key=lambda one: _mean([height[other] for other in beside[one.id]]))
    return rows


def _mean(heights: Sequence[float]) -> float:
    return sum(sorted(heights)) / len(heights) if heights else 0.5


def _quiet(one: Thing, row: Sequence[Thing], lit: frozenset[str]) -> bool:
    return len(row) > ROOMY and one.id not in lit


def _size(one: Thing, row: Sequence[Thing], lit: frozenset[str]) -> int:
    if _quiet(one, row, lit):
        return TICK
    above = 12 if one.place in ("value", "skill") else 0
    return above + _tall(one.words, WORDS[one.place], LETTER) + GAP


def _tall(words: str, width: int, letter: int) -> int:
    return lines(words, width, letter) * (letter + 3)


def _summits(row: Sequence[Thing]) -> Sequence[Spot]:
    """One to three side by side; more stand in two heights. A height says nothing about a life."""
    apart = 176 if len(row) < 4 else 108
    tall = [_tall(one.words, WORDS["vision"], LARGE) for one in row]
    first = TOP + max(tall, default=0) + 20
    found = []
    for at, one in enumerate(row):
        x = round(WIDTH / 2 + (at - (len(row) - 1) / 2) * apart)
        lower = at % 2 == (len(row) == 2) and len(row) > 1
        y = first + (max(tall) + 34 if lower and len(row) > 3 else 62 if lower else 0)
        width = WORDS["vision"]
        box = (x - width // 2, y - 20 - tall[at], width, tall[at])
        found.append(Spot(one, x, y, *box, words=short(one.words)))
    return found


def _column(
    place: str, row: Sequence[Thing], sizes: Sequence[int], start: int, room: int
) -> Sequence[Spot]:
    y, found = start + (room - sum(sizes)) * 0.55, []
    for one, size in zip(row, sizes, strict=True):
        found.append(_spot(place, one, round(y), size, (y + size / 2 - start) / room))
        y += size
    return found


def _spot(place: str, one: Thing, y: int, size: int, depth: float) -> Spot:
    """`depth` runs from 0 at the top of the slope to 1 at its foot, which is wider."""
    slope, width = round(54 * sqrt(depth)), WORDS[place]
    x = {"pivot": 222, "value": 386 - slope, "skill": 734 + slope, "action": 898}[place]
    if size == TICK:
        return Spot(one, x, y + TICK // 2, x - 12, y, 24, TICK, "")
    words = short(one.words)
    if place in ("value", "skill"):
        left = x - 6 if place == "value" else x + 6 - width
        return Spot(one, x, y + 4, left, y + 12, width, size - 12 - GAP, words)
    left = 12 if place == "pivot" else 914
    return Spot(one, x, y + (size - GAP) // 2, left, y, width, size - GAP, words)
