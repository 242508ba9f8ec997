"""Places that must not lie inside one another: one thief or one fire would take both (2.9)."""

from itertools import permutations
from pathlib import Path

from yonder.vault.refusals import Hindered

BELONG_TOGETHER = {("the ring", "the data folder")}  # inner, outer: the default


def keep_apart(places: dict[str, Path]) -> None:
    """Refuse when one of the named places is another, or lies inside it. Follows links."""
    real = {name: place.resolve() for name, place in places.items()}
    for inner, outer in permutations(real, 2):
        if (inner, outer) in BELONG_TOGETHER:
            continue
        if real[inner].is_relative_to(real[outer]):
            raise Hindered(
                f"{places[inner]}, for {inner}, lies inside {outer}, {places[outer]}.",
                "Nothing was written.",
                "Name places that do not lie inside each other, best on two machines.",
            )
