"""A list of people in a file, checked as a whole and held against who is here, then loaded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from yonder.career import rosters
from yonder.career.roster_tables import Entry
from yonder.career.rosters import Compared, Progress
from yonder.interchange.grids import Misfit, Unfit, short
from yonder.interchange.roster_files import Source
from yonder.interchange.roster_headings import UNUSED, mapped, refuse_unclear
from yonder.interchange.roster_rows import Rows

MOST_MISFITS, MOST_COLUMNS, EXAMPLES = 200, 200, 3


@dataclass(frozen=True)
class Column:
    """A heading, the field it stands for ("" for none), and what stands below it at first."""

    heading: str
    field: str
    examples: tuple[str, ...]


def columns(source: Source, chosen: Mapping[str, str]) -> list[Column]:
    """What is in the file, column by column. Raises `Unfit`, also for an empty file."""
    rows = source.rows()
    head = _head(next(rows, []))
    first = list(islice((row for row in rows if any(map(str.strip, row))), EXAMPLES))
    if not any(head) or not first:
        raise Unfit(Misfit("empty"))
    fields = mapped(head, chosen)
    return [
        Column(name, field, tuple(short(row[at]) for row in first if at < len(row)))
        for at, (name, field) in enumerate(zip(head, fields, strict=True))
    ]


def read(
    source: Source,
    found: Sequence[Column],
    on: date,
    *,
    most: int | None = None,
    progress: Progress = lambda done, total: None,
    comparing: Progress = lambda done, total: None,
) -> Compared:
    """Take the whole file into `rosters.roster()` and hold it against who is here. Nothing of it
    is written. Raises `Unfit` with every row that does not fit, or could mean two things, and
    when there are more than `most` rows."""
    head = [column.heading for column in found]
    fields = [column.field for column in found]
    refuse_unclear(head, fields)
    rows = Rows(head, fields)
    rosters.stage(_entries(source, rows, most, progress))
    if rows.misfits:
        raise Unfit(*rows.misfits)
    compared = rosters.compare(on, comparing)
    if compared.doubts:
        raise Unfit(*misfits(compared))
    return compared


def misfits(compared: Compared) -> list[Misfit]:
    """The same words for rows that do not fit and for rows that leave a doubt."""
    return [Misfit(one.what, one.line, words=short(one.words)) for one in compared.doubts]


def used(found: Sequence[Column]) -> list[Column]:
    return [column for column in found if column.field != UNUSED]


def _entries(source: Source, rows: Rows, most: int | None, progress: Progress) -> Iterator[Entry]:
    """Those that fit. After two hundred that do not, nobody reads on."""
    numbered = enumerate(source.rows(progress), 1)
    next(numbered, None)
    for line, row in numbered:
        if most and line > most + 1:
            raise Unfit(Misfit("many"))
        if entry := rows.entry(line, row):
            yield entry
        if len(rows.misfits) >= MOST_MISFITS:
            return


def _head(row: Sequence[str]) -> list[str]:
    cells = [" ".join(cell.split()) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise Unfit(Misfit("columns"))
    return cells
