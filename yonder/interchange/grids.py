"""The skills grid as a table: the columns people use in a spreadsheet today (method.md 5).

First the skill, then one column for each picture, then "Own" for how well it goes, and where the
owner has asked for it, the guide's view beside it; 0 to 3 in the cells, or the words for them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yonder.interchange.headings import GUIDE, OWN, SKILL, Columns, columns, key, lists_skills
from yonder.interchange.levels import level

Table = Sequence[Sequence[str]]

MOST_ROWS, MOST_COLUMNS, LONGEST_NAME = 200, 50, 200
SHOWN = 40  # letters of a cell that are repeated to say which one is meant


@dataclass(frozen=True)
class GridRow:
    """A skill, its importance (0 to 3) for each picture of the grid, how well it goes in the
    owner's word, and in the guide's where that was asked for; None where nothing was said."""

    name: str
    importance: tuple[int | None, ...]
    own: int | None = None
    guide: int | None = None


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


Lines = Sequence[tuple[int, Sequence[str]]]


def table_of(grid: Grid) -> list[list[str]]:
    """The grid as rows of cells, with its heading row; numbers as digits, nothing said as "".

    The column for the guide's view is there when somebody has given one.
    """
    viewed = any(row.guide is not None for row in grid.rows)
    rows = [[SKILL, *grid.visions, OWN, *([GUIDE] if viewed else [])]]
    for row in grid.rows:
        levels = (*row.importance, row.own, *([row.guide] if viewed else []))
        rows.append([row.name, *("" if one is None else str(one) for one in levels)])
    return rows


def grid_of(table: Table, words: Mapping[str, int]) -> Grid:
    """The grid in a table whose first row is the heading; empty rows do not count.

    `words` are the level words of the reader's language, in small letters, to 0 to 3. Raises
    `Unfit` with everything that does not fit, in the order of the lines.
    """
    rows = [_filled(row) for row in table]
    if max(map(len, rows), default=0) > MOST_COLUMNS:
        raise Unfit(Misfit("big"))
    head = [" ".join(cell.split()) for cell in rows[0]] if rows else []
    found = columns(head)
    lines = [(at, row) for at, row in enumerate(rows[1:], start=2) if row]
    misfits = _misfits(head, found, lines, words)
    if misfits:
        raise Unfit(*misfits)
    return Grid(
        tuple(head[at] for at in found.pictures),
        tuple(_row(row, found, words) for _, row in lines),
    )


def short(cell: str) -> str:
    """As much of a cell as it takes to know which one is meant."""
    return cell.strip()[:SHOWN]


def _filled(row: Sequence[str]) -> list[str]:
    """Without the empty cells at its end."""
    cells = list(row)
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _row(row: Sequence[str], found: Columns, words: Mapping[str, int]) -> GridRow:
    def said(at: int | None) -> int | None:
        return None if at is None or at >= len(row) else level(row[at], words)

    return GridRow(
        " ".join(row[0].split()),
        tuple(said(at) for at in found.pictures),
        said(found.own),
        said(found.guide),
    )


def _misfits(
    head: Sequence[str], found: Columns, lines: Lines, words: Mapping[str, int]
) -> list[Misfit]:
    if not lines or not lists_skills(head):
        return [Misfit("empty")]
    if len(lines) > MOST_ROWS:
        return [Misfit("rows")]
    names = [key(head[at]) for at in found.pictures]
    twice = [at for at in found.pictures if names.count(key(head[at])) > 1]
    misfits = [Misfit("twice", 1, words=short(head[at])) for at in twice]
    seen: set[str] = set()
    for line, row in lines:
        misfits += _misnamed(line, " ".join(row[0].split()), seen)
        misfits += _unlevelled(line, row, head, words)
    return misfits


def _misnamed(line: int, name: str, seen: set[str]) -> list[Misfit]:
    if not name:
        return [Misfit("no-name", line)]
    if len(name) > LONGEST_NAME:
        return [Misfit("long", line)]
    if key(name) in seen:
        return [Misfit("twice", line, words=short(name))]
    seen.add(key(name))
    return []


def _unlevelled(
    line: int, row: Sequence[str], head: Sequence[str], words: Mapping[str, int]
) -> list[Misfit]:
    found = []
    for at, cell in enumerate(row[1:], start=1):
        if not cell.strip():
            continue
        if at >= len(head) or not head[at]:
            found.append(Misfit("no-heading", line, words=short(cell)))
        elif level(cell, words) is None:
            found.append(Misfit("level", line, short(head[at]), short(cell)))
    return found
