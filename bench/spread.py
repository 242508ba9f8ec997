"""The same thing measured several times: what stands in the middle, and how far it went."""

import math
import statistics
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """Values in the order they were measured."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def least(self) -> float:
        return min(self.values)

    @property
    def most(self) -> float:
        return max(self.values)

    @property
    def times(self) -> int:
        return len(self.values)


def spread(values: Iterable[float]) -> Spread:
    """What was measured, at least once. Raises ValueError for nothing at all."""
    taken = tuple(values)
    if not taken:
        raise ValueError("Nothing was measured.")
    return Spread(taken)


def ratios(measured: Spread, yardstick: Spread) -> Spread:
    """Each round's value over the yardstick's of the same round. Both have the same rounds."""
    return spread(a / b for a, b in zip(measured.values, yardstick.values, strict=True))


def percentile(values: Iterable[float], part: float) -> float:
    """The value that `part` of 1 do not exceed: 0.99 of 100 values is the 99th of them."""
    ordered = sorted(values)
    return ordered[max(math.ceil(part * len(ordered)), 1) - 1]
