"""Figures that were never measured, for what is done with figures."""

from bench.figures import Figure, Gap
from bench.spread import spread

PLAIN = Figure("limit page: CPU", "SQLite", "ms", spread([2.0, 2.5, 3.0]))
HELD = Figure("start", "SQLite", "s", spread([0.5]), budget=2.5)
BROKEN = Figure(
    "journey page: CPU", "SQLite", "ms", spread([9.0, 10.0, 30.0]), spread([3.0, 4.0, 5.0]), 2.5
)
GAP = Gap("the line, drawn", "There is no such page yet.")
