"""The command `yonder`: finds the word that was typed, and answers failures in one sentence."""

import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from yonder import __version__
from yonder.cli import (
    backup,
    cascade,
    demo,
    doctor,
    people,
    restore,
    ring,
    schedule,
    serve,
    tick,
    troubles,
    verify,
)

COMMANDS: list[Callable[..., None]] = [
    serve.serve,
    demo.demo,
    tick.tick,
    backup.backup,
    restore.restore,
    verify.verify_vault,
    doctor.doctor,
    schedule.schedule,
    cascade.cascade,
]

# Plain text without a framework's boxes: it reads the same in a log, a mail and a screen reader.
app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(ring.app, name="ring")
app.add_typer(people.app, name="people")


def show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Yonder {__version__}")
        raise typer.Exit


@app.callback()
def yonder(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True)
    ] = False,
) -> None:
    """Career conversations between two people, kept where only the two can read them."""


def main() -> None:
    # Whatever a command writes belongs to the person who runs it, and to nobody else.
    os.umask(0o077)
    try:
        app(prog_name="yonder")
    except Exception as error:  # the last stop: no trace ever reaches a person
        sys.exit(troubles.tell(error))


if __name__ == "__main__":
    main()
