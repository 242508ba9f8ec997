"""The same as the table, for machines: one JSON object."""

import os
import platform
from collections.abc import Iterable
from typing import Any

import django

from bench.figures import Figure, Gap
from bench.spread import Spread

FORMAT = 1


def report(figures: Iterable[Figure], gaps: Iterable[Gap], *, quick: bool) -> dict[str, Any]:
    """No date and no name of the machine: a figure of one machine says little about another."""
    return {
        "format": FORMAT,
        "quick": quick,
        "machine": machine(),
        "figures": [_figure(figure) for figure in figures],
        "not_measured": [{"what": gap.what, "why": gap.why} for gap in gaps],
    }


def machine() -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "django": django.get_version(),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "what": figure.what,
        "database": figure.database,
        "unit": figure.unit,
        "measured": _spread(figure.measured),
        "ratio": _spread(figure.ratio) if figure.ratio else None,
        "budget": figure.budget,
        "holds": figure.holds,
    }


def _spread(spread: Spread) -> dict[str, float]:
    return {
        "median": spread.median,
        "least": spread.least,
        "most": spread.most,
        "times": spread.times,
    }
