"""A thing at its mark, with the box of its words, in the wide drawing as in the tall one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yonder.planning.labels import lines, short
from yonder.planning.line import Thing

ROOMY = 12  # more things than this in a place are a crowd
LETTER, LARGE, NOTE = 17, 21, 15  # units; line.css sets the same
NOTED = ("maybe", "proposed", "done")  # states that stand in a line under the words

Rows = Mapping[str, Sequence[Thing]]


@dataclass(frozen=True)
class Spot:
    """A mark at `x`, `y`, and the box of its words. A tick has a small mark and hides its words."""

    thing: Thing
    x: int
    y: int
    left: int
    top: int
    width: int
    height: int
    words: str
    tick: bool = False


def quiet(row: Sequence[Thing], lit: frozenset[str]) -> set[str]:
    """Ids of the things of a place that shrink to ticks: in a crowd those off the chosen way, and
    all of them where the way itself is a crowd."""
    if len(row) <= ROOMY:
        return set()
    ids = {one.id for one in row}
    return ids if len(ids & lit) > ROOMY else ids - lit


def tall(one: Thing, width: int, letter: int = LETTER) -> int:
    """How high the words of a thing are at most, in a box of this width."""
    notes = (one.state in NOTED) + one.alone
    return lines(short(one.words), width, letter) * (letter + 3) + notes * (NOTE + 3)
