"""`yonder restore`: brings a backup back into a new data folder, and nothing erased with it."""

import json as as_json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from yonder.cli.backup import Json
from yonder.cli.folders import work_in
from yonder.cli.serve import AcceptLostList
from yonder.cli.troubles import Trouble

Place = Annotated[
    Path, typer.Argument(metavar="DIR", help="The backup, or a folder of them: then the newest.")
]
RingCopy = Annotated[
    Path | None, typer.Option(metavar="DIR2", help="The copy of the ring, if the ring is lost.")
]
New = Annotated[Path, typer.Option("--data", metavar="NEW", help="The new data folder.")]
Yes = Annotated[
    bool, typer.Option("--yes", help="Go on though some records will not open any more.")
]


def restore(
    place: Place,
    data: New,
    ring: RingCopy = None,
    yes: Yes = False,
    accept_lost_list: AcceptLostList = False,
    json: Json = False,
) -> None:
    """Bring a backup back into a new data folder. What was erased since then stays erased."""
    new = data.absolute()
    refuse_used(new)
    with staged(new) as staging:
        from yonder.cli.restoring import bring_back

        done = bring_back(
            place.absolute(), staging, new, ring, yes=yes, accept_lost_list=accept_lost_list
        )
    typer.echo(as_json.dumps(done.figures()) if json else done.said())


def refuse_used(new: Path) -> None:
    """A restore never writes over anything."""
    if new.exists() and (not new.is_dir() or any(new.iterdir())):
        raise Trouble(
            f"{new} is there already.",
            "Nothing was changed.",
            "Name a new folder with --data. When all is well, serve that one.",
        )


@contextmanager
def staged(new: Path) -> Iterator[Path]:
    """A folder beside `new` to work in, which becomes `new` when all went well."""
    staging = new.with_name(f".{new.name}.unfinished")
    shutil.rmtree(staging, ignore_errors=True)
    # The store of the running system is none of our business, and a restored one begins empty.
    os.environ["YONDER_UNLOCK"] = str(staging / "unlock")
    work_in(staging)
    typer.echo(f"data folder: {new}", err=True)
    from yonder.cli.schema import close_connections

    try:
        yield staging
        close_connections()
        shutil.rmtree(staging / "unlock", ignore_errors=True)
        staging.rename(new)
    finally:
        close_connections()
        shutil.rmtree(staging, ignore_errors=True)
