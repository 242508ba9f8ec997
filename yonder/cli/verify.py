"""`yonder verify-vault`: is everything that is sealed still as Yonder wrote it?"""

import json as as_json

import typer

from yonder.cli.backup import Json
from yonder.cli.folders import Data, use_existing_folder
from yonder.cli.progress import shown


def verify_vault(data: Data = None, json: Json = False) -> None:
    """Open every outer layer and check what fits together. Opens nothing a person wrote."""
    use_existing_folder(data)
    from yonder.career.second_factors import HANGING
    from yonder.cli.schema import refuse_unprepared
    from yonder.vault.checking import findings
    from yonder.vault.circle_rows import Circle
    from yonder.vault.here import vault

    refuse_unprepared()
    with shown("Opening every outer layer") as progress:
        found = list(findings(vault(), [HANGING], progress))
    records = Circle.objects.count()
    if json:
        typer.echo(as_json.dumps({"records": records, "findings": found}))
    else:
        typer.echo("\n".join(found) or f"All is well with {records} records.")
    if found:
        raise typer.Exit(1)
