"""A figure: one line of the table, with its budget if it has one."""

from dataclasses import dataclass

from bench.spread import Spread


@dataclass(frozen=True)
class Figure:
    """`budget` is for the ratio where there is one, else for what was measured."""

    what: str
    database: str
    unit: str
    measured: Spread
    ratio: Spread | None = None
    budget: float | None = None

    @property
    def judged(self) -> Spread:
        return self.ratio or self.measured

    @property
    def holds(self) -> bool | None:
        """Does the middle keep the budget? None where there is no budget."""
        return None if self.budget is None else self.judged.median <= self.budget


@dataclass(frozen=True)
class Gap:
    """What stands in performance.md or in the table's other half, and was not measured."""

    what: str
    why: str
