"""`yonder doctor`: what is dangerous about the way Yonder is set up here, and how to mend it."""

import json as as_json
from typing import TYPE_CHECKING

import typer

from yonder.cli.backup import Json
from yonder.cli.folders import Data, look_into_folder

if TYPE_CHECKING:
    from yonder.cli.checkup.findings import Finding


def doctor(data: Data = None, json: Json = False) -> None:
    """Look at copies, places, clocks, settings and the machine. Changes nothing.

    Ends with an error when something is red, so that a timer can run it.
    """
    folder = look_into_folder(data)
    from yonder.cli.checkup.findings import Surroundings
    from yonder.cli.checkup.groups import findings
    from yonder.cli.schema import refuse_unprepared
    from yonder.environment import state_folder
    from yonder.vault.here import vault

    refuse_unprepared()
    found = findings(Surroundings(vault(), folder, state_folder()))
    typer.echo(as_json.dumps({"findings": figures(found)}) if json else said(list(found)))
    if any(one.red for one in found):
        raise typer.Exit(1)


def figures(found: "dict[Finding, str]") -> list[dict[str, object]]:
    return [
        {"check": name, "red": one.red, "what": one.what, "mend": one.mend}
        for one, name in found.items()
    ]


def said(found: "list[Finding]") -> str:
    """The red ones first; each with its mend in the line below."""
    red = [one for one in found if one.red]
    later = [one for one in found if not one.red]
    lines = [f"RED    {one.what}\n       {one.mend}" for one in red]
    lines += [f"later  {one.what}\n       {one.mend}" for one in later]
    return "\n".join(lines) or "Nothing dangerous was found."
