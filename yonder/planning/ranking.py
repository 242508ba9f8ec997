"""Which skill would open the most: importance × gap over the pictures, with its reason.

The method ranks by how important a skill is, how large the gap is, and in how many pictures it
appears, and calls that a dialogue and not exact science (method.md 5, requirement 21). So the
order is a suggestion: the two move the rows as they see fit.
"""

from collections.abc import Iterable
from dataclasses import dataclass

FULL = 3  # the highest level: "it will not work without", "I can teach it"


@dataclass(frozen=True)
class Row:
    """A skill. `competence` 0 to 3, None when nothing was said; `importance` 0 to 3 for each
    picture."""

    id: str
    name: str
    competence: int | None
    importance: tuple[int, ...]


@dataclass(frozen=True)
class Ranked:
    """A row with its score and the facts of its reason, from which a page makes one sentence:
    how many pictures there are, how many will not work without it, how many it matters to."""

    row: Row
    score: int
    pictures: int
    not_without: int
    matters: int


def rank(rows: Iterable[Row]) -> tuple[Ranked, ...]:
    """The rows, the one that would open the most first. Linear but for the sorting.

    Score = (3 − competence) × sum of importance (decision 30). What nobody has said a word about
    counts like "new to me": a gap that is not known is no reason to look away. Ties: more
    "will not work without", then the order in which they came.
    """
    ranked = [_ranked(row) for row in rows]
    return tuple(sorted(ranked, key=lambda one: (-one.score, -one.not_without)))


def _ranked(row: Row) -> Ranked:
    gap = FULL - (row.competence or 0)
    return Ranked(
        row,
        gap * sum(row.importance),
        len(row.importance),
        sum(level == FULL for level in row.importance),
        sum(level == FULL - 1 for level in row.importance),
    )
