"""`yonder ring copy`: the one copy of the ring, in the place of the copy before."""

import json as as_json
from pathlib import Path
from typing import Annotated

import typer

from yonder.cli.backup import Json, prepared
from yonder.cli.folders import Data

app = typer.Typer(help="The small folder of keys that everything else needs.", no_args_is_help=True)

To = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", help="Where the copy lies. Without it: a folder per user of the machine."
    ),
]


@app.callback()
def ring() -> None:
    """The small folder of keys that everything else needs."""


@app.command()
def copy(to: To = None, data: Data = None, json: Json = False) -> None:
    """Write the ring over its former copy. Keep that copy apart from every backup."""
    _, place = prepared(data, to, None)
    from yonder.career.second_factors import HANGING
    from yonder.vault.here import date_of, vault
    from yonder.vault.ring_copies import copy_ring

    missing = copy_ring(vault(), place, [HANGING])
    keys = len(vault().ring.keys())
    if missing:
        typer.echo("Some rows hang on keys that are lost. Run yonder verify-vault.", err=True)
    days = [date_of(day).isoformat() for day in sorted(missing)]
    figures = {"ring_copy": str(place), "keys": keys, "days_without_key": days}
    typer.echo(as_json.dumps(figures) if json else f"Copy of the ring: {place} ({keys} keys)")
