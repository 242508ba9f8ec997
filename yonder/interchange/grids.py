"""The skills grid as a table: the columns people use in a spreadsheet today (method.md 5).

First the skill, then one column for each picture, and "Own" for how well it goes; 0 to 3 in the
cells, or the words for them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Table = Sequence[Sequence[str]]

MOST_ROWS, LONGEST_NAME = 100, 200
OWN = "Own"
# What the column about the owner's own level is called in spreadsheets of today.
OWN_NAMES = frozenset({
    "own", "self", "competence", "level", "current level", "how well i can do it",
    "können", "selbst", "kompetenz", "niveau", "competencia", "nivel", "yo",
})  # fmt: skip


@dataclass(frozen=True)
class GridRow:
    """A skill, its importance (0 to 3) for each picture of the grid, and how well it goes
    (0 to 3), None when nothing was said."""

    name: str
    importance: tuple[int, ...]
    own: int | None = None


@dataclass(frozen=True)
class Grid:
    """`visions` are the names of the pictures, in the order of the columns."""

    visions: tuple[str, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True)
class Misfit:
    """One thing that keeps a file out: what it is, and where. `line` counts from 1."""

    what: str
    line: int = 0
    column: str = ""
    words: str = ""


class Unfit(Exception):
    """The file cannot be taken as it is. Nothing was read half."""

    def __init__(self, *misfits: Misfit):
        super().__init__(misfits)
        self.misfits = misfits


def table_of(grid: Grid) -> list[list[str]]:
    """The grid as rows of cells, with its heading row; numbers as digits."""
    rows = [["Skill", *grid.visions, OWN]]
    for row in grid.rows:
        own = "" if row.own is None else str(row.own)
        rows.append([row.name, *map(str, row.importance), own])
    return rows


def grid_of(table: Table, words: Mapping[str, int]) -> Grid:
    """The grid in a table whose first row is the heading; empty rows do not count.

    `words` are the level words of the reader's language, in small letters, to 0 to 3. Raises
    `Unfit` with everything that does not fit, in the order of the lines.
    """
    head = [cell.strip() for cell in table[0]] if table else []
    if not any(head):
        raise Unfit(Misfit("empty"))
    own, pictures = _columns(head)
    lines = [(at, row) for at, row in enumerate(table[1:], start=2) if any(map(str.strip, row))]
    misfits = _misfits(head, own, pictures, lines, words)
    if misfits:
        raise Unfit(*misfits)
    rows = tuple(
        GridRow(
            " ".join(row[0].split()),
            tuple(_level(_cell(row, at), words) or 0 for at in pictures),
            None if own is None else _level(_cell(row, own), words),
        )
        for _, row in lines
    )
    return Grid(tuple(head[at] for at in pictures), rows)


def _columns(head: Sequence[str]) -> tuple[int | None, list[int]]:
    own = next((at for at, cell in enumerate(head) if at and cell.lower() in OWN_NAMES), None)
    return own, [at for at, cell in enumerate(head) if at and cell and at != own]


def _misfits(
    head: Sequence[str],
    own: int | None,
    pictures: Sequence[int],
    lines: Sequence[tuple[int, Sequence[str]]],
    words: Mapping[str, int],
) -> list[Misfit]:
    if len(lines) > MOST_ROWS:
        return [Misfit("rows")]
    found = [] if lines else [Misfit("empty")]
    names = [head[at].lower() for at in pictures]
    found += [
        Misfit("twice", 1, words=head[at]) for at in pictures if names.count(head[at].lower()) > 1
    ]
    seen: set[str] = set()
    for line, row in lines:
        found += _misnamed(line, " ".join(row[0].split()), seen)
        for at, cell in enumerate(row):
            if at == 0 or not cell.strip():
                continue
            if at != own and at not in pictures:
                found.append(Misfit("no-heading", line, words=cell.strip()[:40]))
            elif _level(cell, words) is None:
                found.append(Misfit("level", line, head[at], cell.strip()[:40]))
    return found


def _misnamed(line: int, name: str, seen: set[str]) -> list[Misfit]:
    if not name:
        return [Misfit("no-name", line)]
    if len(name) > LONGEST_NAME:
        return [Misfit("long", line)]
    if name.lower() in seen:
        return [Misfit("twice", line, words=name[:40])]
    seen.add(name.lower())
    return []


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _level(cell: str, words: Mapping[str, int]) -> int | None:
    """0 to 3, or None for an empty cell and for one that says nothing of the kind."""
    plain = cell.strip().lower()
    if plain in ("0", "1", "2", "3"):
        return int(plain)
    if plain in ("0.0", "1.0", "2.0", "3.0"):
        return int(plain[0])
    return words.get(plain)
