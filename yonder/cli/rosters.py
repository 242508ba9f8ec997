"""A list of people on the command line: looked at, asked about, loaded."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import typer

from yonder.career import roster_loading
from yonder.career import rosters as domain
from yonder.career.leaving import TooEarly
from yonder.career.people import NobodyLeft
from yonder.career.roster_loading import ChangedMeanwhile, Doubtful
from yonder.career.rosters import Counts
from yonder.cli.progress import shown
from yonder.cli.troubles import Trouble
from yonder.interchange import roster_sentences, rosters
from yonder.interchange.grids import Misfit, Unfit
from yonder.interchange.roster_files import Source
from yonder.interchange.roster_trees import Drawing, Line, drawing
from yonder.interchange.rosters import Column
from yonder.vault.here import date_of, vault

NAMED = 5  # of those who are not in the file


@dataclass
class Look:
    """What a file would do, and what it did."""

    columns: list[Column]
    counts: Counts
    tree: Drawing

    def figures(self, *, loaded: bool) -> dict[str, Any]:
        fields = {column.heading: column.field for column in self.columns}
        return {
            "loaded": loaded,
            **asdict(self.counts),
            "same": self.counts.same,
            "columns": fields,
        }

    def end(self, dry_run: bool) -> str:
        if dry_run:
            return "Nothing was loaded: this was only a look."
        return f"Loaded. {_people(self.counts.rows)}, {self.counts.new} of them new."


def today() -> date:
    return date_of(vault().today())


@contextmanager
def looked_at(source: Source, chosen: Mapping[str, str], *, quiet: bool) -> Iterator[Look]:
    """Read the whole file, say what it would do, and keep it at hand for the block."""
    with domain.roster():
        try:
            look = _look(source, chosen)
        except Unfit as unfit:
            raise _refused(unfit.misfits) from None
        if not quiet:
            typer.echo("\n".join(_told(look)))
        yield look


def ask(look: Look, away: date | None, *, yes: bool) -> None:
    """Go on only after a yes, for what was shown and for the leavers by themselves."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise _unasked("Nobody is here to say yes.")
    if not typer.confirm("Load it?", err=True):
        raise _unasked("It was not loaded.")
    if away and look.counts.away:
        question = f"Is {away} the last day of {_people(look.counts.away)} not in the file?"
        if not typer.confirm(question, err=True):
            raise _unasked("It was not loaded.")


def load(look: Look, away: date | None) -> None:
    """All of it or nothing. Refused when the people here have changed since it was looked at."""
    try:
        with shown("Loading") as progress:
            roster_loading.load(today(), shown=look.counts, leavers=away, progress=progress)
    except Doubtful as doubtful:
        raise _refused(rosters.misfits(doubtful.compared)) from None
    except ChangedMeanwhile:
        raise _unasked("Somebody changed who is here meanwhile.") from None
    except TooEarly:
        raise Trouble(
            "That day is past.", "Nothing was loaded.", "Name a --last-day from today on."
        ) from None
    except NobodyLeft:
        raise Trouble(
            "Then nobody would run this server.",
            "Nothing was loaded.",
            "Give this role to someone else first.",
        ) from None


def _look(source: Source, chosen: Mapping[str, str]) -> Look:
    columns = rosters.columns(source, chosen)
    with shown("Reading the file") as reading, shown("Comparing") as comparing:
        compared = rosters.read(source, columns, today(), progress=reading, comparing=comparing)
    assert compared.counts is not None
    return Look(columns, compared.counts, drawing(compared))


def _told(look: Look) -> Iterator[str]:
    counts = look.counts
    for column in look.columns:
        if column.heading:
            yield f"  {column.heading}: {column.field or 'not used'}"
    does = f"{counts.new} new, {counts.changed} changed, {counts.same} as they are"
    yield f"{_people(counts.rows)} in the file: {does}."
    if counts.by_name:
        yield f"{_people(counts.by_name)} found by name alone. A number would be surer."
    if counts.gone:
        yield f"{_people(counts.gone)} had left before they came. They are left out."
    if counts.moved:
        yield f"{_people(counts.moved)} led by somebody else than before. No talk moves."
    if counts.leaving:
        yield f"{_people(counts.leaving)} with another last day than before."
    yield f"Here and not in the file: {counts.away}.{_some(counts.away)}"
    yield "Who leads whom afterwards:"
    yield from _tree(look.tree)


def _some(number: int) -> str:
    names = ", ".join(domain.away(NAMED))
    return f" ({names}{', …' if number > NAMED else ''})" if number else ""


def _tree(tree: Drawing) -> Iterator[str]:
    yield from _lines(tree.lines, 1)
    if tree.hidden:
        yield f"  and {tree.hidden} more who lead others"
    if tree.alone:
        yield f"  and {tree.alone} who lead nobody and are led by nobody"


def _lines(lines: tuple[Line, ...], deep: int) -> Iterator[str]:
    for line in lines:
        leads = f": leads {line.direct}, {line.below} in all" if line.direct else ""
        yield f"{'  ' * deep}{line.name}{leads}"
        yield from _lines(line.lines, deep + 1)
        if line.hidden:
            yield f"{'  ' * (deep + 1)}and {line.hidden} more who lead others"


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _refused(misfits: tuple[Misfit, ...] | list[Misfit]) -> Trouble:
    do = roster_sentences.do(misfits)
    option = OPTIONS.get(misfits[0].what, "")
    what = "\n".join(roster_sentences.what(misfits))
    return Trouble(what, roster_sentences.safe(misfits), f"{option} {do}".strip())


def _unasked(what: str) -> Trouble:
    return Trouble(what, "Nothing was loaded.", "Look again, or say yes with --yes.")


OPTIONS = {
    "coding": "Add --encoding, such as --encoding windows-1252.",
    "between": "Add --delimiter, such as --delimiter ';'.",
    "no-names": "Add --mapping, such as --mapping 'Who=name'.",
    "field-twice": "Add --mapping for one of them, with nothing behind the =.",
    "no-column": "Look at the first row of the file.",
}
