"""What a command says when it cannot go on: what happened, what is safe, what to do."""

import logging
import os
import secrets
import traceback
from datetime import UTC, datetime
from pathlib import Path

import typer

log = logging.getLogger(__name__)

CALM = "What was saved is safe."


class Trouble(Exception):
    """A stop with its three sentences, raised where the command knows what they are."""

    def __init__(self, what: str, safe: str, do: str):
        super().__init__(what)
        self.what, self.safe, self.do = what, safe, do

    def __str__(self) -> str:
        return f"{self.what} {self.safe} {self.do}"


def tell(error: Exception) -> int:
    """Say on stderr what `error` means for the one who typed the command; give the exit code."""
    typer.echo(str(_known(error) or _unknown(error)), err=True)
    return 1


def note(error: BaseException) -> str:
    """Keep the way to `error` in the log file, without anything that was written. Gives a number.

    Frames and types only: messages and locals may quote what people wrote.
    """
    number = secrets.token_hex(4)
    lines = [f"{datetime.now(UTC):%Y-%m-%d %H:%M} {number}\n"]
    link: BaseException | None = error
    while link is not None:
        lines += [f"{type(link).__module__}.{type(link).__qualname__}\n"]
        lines += traceback.format_tb(link.__traceback__)
        link = link.__cause__ or link.__context__
    try:
        with (Path(os.environ["YONDER_DATA"]) / "yonder.log").open("a") as file:
            file.writelines(lines)
    except (OSError, KeyError):
        log.warning("Error %s could not be written to the log file.", number)
    return number


def _known(error: Exception) -> Trouble | None:
    if isinstance(error, Trouble):
        return error
    from yonder.cli import answers

    return answers.answer(error)


def _unknown(error: Exception) -> Trouble:
    number = note(error)
    return Trouble(
        f"Yonder made a mistake. Sorry. Its number is {number}.",
        f"{CALM} The last step was not.",
        "Try again. If it happens again, look up the number in yonder.log in the data folder.",
    )
