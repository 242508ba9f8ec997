"""The rows of the grid in their order, each with the reason why it stands where it stands."""

from dataclasses import dataclass
from typing import Any

from yonder.career import skills
from yonder.career.pages import Kept, Pages
from yonder.career.skills import UNSAID, Skill
from yonder.planning.ranking import Ranked, Row, rank


@dataclass(frozen=True)
class GridRow:
    """A skill with its cell for each column: (picture, level)."""

    kept: Kept[Skill]
    cells: tuple[tuple[Kept[Any], int], ...]
    ranked: Ranked


def in_order(pages: Pages) -> list[GridRow]:
    """As somebody has put them, or as is suggested; a new one comes last."""
    rows = _rows(pages)
    wanted = skills.order(pages)
    if wanted is None:
        return rows
    places = {origin: place for place, origin in enumerate(wanted)}
    return sorted(rows, key=lambda row: places.get(row.kept.origin, len(places)))


def _rows(pages: Pages) -> list[GridRow]:
    columns, weights = skills.columns(pages), skills.weights(pages)
    found = {str(kept.id): kept for kept in skills.skills(pages)}
    levels = {
        name: tuple(weights[kept.origin].get(one.origin, 0) for one in columns)
        for name, kept in found.items()
    }
    rows = [
        Row(name, kept.noun.name, None if kept.noun.own == UNSAID else kept.noun.own, levels[name])
        for name, kept in found.items()
    ]
    return [
        GridRow(found[one.row.id], tuple(zip(columns, levels[one.row.id], strict=True)), one)
        for one in rank(rows)
    ]
