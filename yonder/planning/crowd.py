"""The tiers of a cascade, drawn: one mark for each place, the first ones for pairs that have begun.

A pure function: the same numbers are always drawn the same way. Linear in places.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yonder.planning.tiers import FAN_OUT

ACROSS, STEP = 25, 16  # marks in a row, units from one to the next


@dataclass(frozen=True)
class Row:
    """One tier. `begun` may be more than there is `room` for: people have other talks too."""

    begun: int
    room: int
    width: int
    height: int
    begun_marks: str
    free_marks: str


def crowd(begun: Sequence[int], fan_out: int = FAN_OUT) -> tuple[Row, ...]:
    """A row for each tier.

    >>> [(row.begun, row.room) for row in crowd([5, 7, 0])]
    [(5, 5), (7, 25), (0, 125)]
    """
    return tuple(_row(count, fan_out**tier) for tier, count in enumerate(begun, 1))


def _row(begun: int, room: int) -> Row:
    drawn = min(begun, room)
    height = -(-room // ACROSS) * STEP
    return Row(begun, room, ACROSS * STEP, height, _marks(range(drawn)), _marks(range(drawn, room)))


def _marks(places: Iterable[int]) -> str:
    spots = (divmod(place, ACROSS) for place in places)
    return "".join(
        f"M{column * STEP + STEP // 2} {line * STEP + STEP // 2}h.01" for line, column in spots
    )
