"""`yonder people import`: everybody and who leads whom, out of a file of whatever length."""

import json as as_json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from yonder.cli.backup import Json
from yonder.cli.folders import Data, use_existing_folder
from yonder.cli.troubles import Trouble

app = typer.Typer(help="Everybody at this workplace.", no_args_is_help=True)

File = Annotated[Path, typer.Argument(metavar="FILE", help="CSV, or an Excel file (XLSX).")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Look at what would be. Write nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="Load it without asking.")]
Mapping = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN=FIELD", help="What a column is. May be given again."),
]
Encoding = Annotated[
    str, typer.Option(metavar="NAME", help="How it was written, such as windows-1252.")
]
Delimiter = Annotated[
    str, typer.Option(metavar="SIGN", help="What stands between two cells; \\t for a tab.")
]
Leavers = Annotated[
    bool, typer.Option("--leavers", help="Who is here and not in the file gets a last day.")
]
LastDay = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The last day of the leavers. Without it: today."),
]
SIGNS = {"\\t": "\t", "tab": "\t"}


@app.callback()
def people() -> None:
    """Everybody at this workplace."""


@app.command("import")
def import_(
    file: File,
    data: Data = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    mapping: Mapping = None,
    encoding: Encoding = "",
    delimiter: Delimiter = "",
    leavers: Leavers = False,
    last_day: LastDay = None,
    json: Json = False,
) -> None:
    """Take in a list of people. All of it is checked first, and then all of it is loaded.

    Loading the same file again changes nothing. No talk moves, whoever leads whom.
    """
    use_existing_folder(data)
    from yonder.cli import rosters
    from yonder.cli.schema import refuse_unprepared
    from yonder.interchange.roster_files import Source

    refuse_unprepared()
    refuse_unreadable(file)
    source = Source(lambda: file.open("rb"), encoding, SIGNS.get(delimiter, delimiter))
    day = last_day.date() if last_day else rosters.today()
    with rosters.looked_at(source, chosen(mapping or []), quiet=json) as look:
        away = day if leavers else None
        if not dry_run:
            rosters.ask(look, away, yes=yes)
            rosters.load(look, away)
        typer.echo(as_json.dumps(look.figures(loaded=not dry_run)) if json else look.end(dry_run))


def chosen(mapping: list[str]) -> dict[str, str]:
    """Column → field, as typed: `Badge=number`, and `Badge=` for a column that is not used."""
    from yonder.interchange.roster_headings import FIELDS

    pairs = [one.rpartition("=") for one in mapping]
    for column, _, field in pairs:
        if not column or (field and field not in FIELDS):
            raise Trouble(
                f"--mapping takes COLUMN=FIELD, not “{column}={field}”.",
                "Nothing was loaded.",
                f"The fields are: {', '.join(FIELDS)}. With nothing behind = it is not used.",
            )
    return {column: field for column, _, field in pairs}


def refuse_unreadable(file: Path) -> None:
    try:
        file.open("rb").close()
    except OSError as error:
        raise Trouble(
            f"{file} cannot be read: {(error.strerror or 'no access').lower()}.",
            "Nothing was loaded.",
            "Check the name of the file.",
        ) from error
    if not file.is_file():
        raise Trouble(
            f"{file} is no file that can be read twice.",
            "Nothing was loaded.",
            "Write the list into a file first.",
        )
