"""The threads between two things: bundles of hairlines that meet at both ends.

Slopes leave the foot flat and reach the summit nearly upright; at the feet they are quiet curves.
The waver comes from a checksum of the two ids, so that the same journey always looks the same and
a person recognises it.
"""

from collections.abc import Mapping
from math import sin
from zlib import crc32

from yonder.planning.spots import Spot

BUNDLED = 170  # hairlines in all; with more ties each bundle gets thinner
Paths = Mapping[tuple[str, bool], str]


def threads(
    spots: Mapping[str, Spot], ties: tuple[tuple[str, str], ...], lit: frozenset[str]
) -> tuple[Paths, Mapping[str, str]]:
    """One path for all threads that leave one place in one light, and one core for the lit ones.
    A lit bundle of one hairline is its core alone."""
    paths: dict[tuple[str, bool], str] = {}
    cores: dict[str, str] = {}
    count = max(1, min(7, BUNDLED // max(1, len(ties))))
    for source, target in sorted(ties):
        left, right = spots[target], spots[source]
        place, on = left.thing.place, source in lit and target in lit
        if not on or count > 1:
            drawn = "".join(_hairline(left, right, one, count) for one in range(count))
            paths[place, on] = paths.get((place, on), "") + drawn
        if on:
            cores[place] = cores.get(place, "") + core(left, right)
    return paths, cores


def core(left: Spot, right: Spot) -> str:
    """The middle of a bundle, without a waver."""
    return _curve(left, right, 0.0, 0.0)


def _hairline(left: Spot, right: Spot, one: int, count: int) -> str:
    if count == 1:
        return core(left, right)
    seed = crc32(f"{left.thing.id}{right.thing.id}{one}".encode())
    return _curve(left, right, (one / (count - 1) - 0.5) * 7, sin(seed % 628 / 100) * 7)


def _curve(left: Spot, right: Spot, aside: float, waver: float) -> str:
    wide, high = right.x - left.x, right.y - left.y
    if right.thing.place == "vision":
        bends = (wide * 0.62 + waver, high * 0.06 + aside * 2, wide - 5 + aside * 1.6, high * 0.5)
    elif left.thing.place == "vision":
        bends = (5 + aside * 1.6, high * 0.5, wide * 0.38 + waver, high * 0.94 + aside * 2)
    else:
        bends = (wide * 0.5 + waver, aside * 1.4, wide * 0.5 + waver, high + aside * 1.4)
    numbers = " ".join(f"{number:.0f}" for number in (*bends, wide, high))
    return f"M{left.x} {left.y}c{numbers}".replace(" -", "-")
