"""Rounds: A B A B. Whatever else the machine does meanwhile meets every side alike."""

from collections.abc import Callable, Mapping
from typing import TypeVar

Taken = TypeVar("Taken")


def in_rounds(sides: Mapping[str, Callable[[], Taken]], rounds: int) -> dict[str, list[Taken]]:
    """Call every side once a round, in their order. Side → what it gave, round by round."""
    taken: dict[str, list[Taken]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, measure in sides.items():
            taken[name].append(measure())
    return taken
