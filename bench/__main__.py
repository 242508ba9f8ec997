"""`bin/bench`: measures, prints a table, and says what does not hold."""

import json
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from rich.console import Console

from bench.figures import Figure
from bench.gaps import gaps
from bench.measuring import has_browser, measured
from bench.plans import FULL, QUICK, Plan
from bench.report import report
from bench.serving import NotServed
from bench.table import show
from bench.visitor import Unexpected

WIDE = 118  # columns, when the table goes into a file or a pipe

Quick = Annotated[
    bool, typer.Option("--quick", help="Few rounds, SQLite alone, no browser: for a glance.")
]
Into = Annotated[
    Path | None,
    typer.Option("--json", dir_okay=False, help="Write the figures into this file too."),
]
Check = Annotated[bool, typer.Option("--check", help="Answer 1 when a budget is broken.")]


class TooLong(Exception):
    """It took longer than it may."""


def bench(quick: Quick = False, json_file: Into = None, check: Check = False) -> None:
    """Measure what Yonder costs on this machine. docs/performance.md says what and how."""
    if json_file and not json_file.parent.is_dir():
        raise typer.BadParameter(f"There is no folder {json_file.parent}.")
    plan = QUICK if quick else FULL
    figures, left_out = _figures(plan), gaps(plan, browser=has_browser())
    show(_console(), figures, left_out)
    if json_file:
        json_file.write_text(json.dumps(report(figures, left_out, quick=quick), indent=2) + "\n")
    raise typer.Exit(answer(figures, check=check))


def answer(figures: list[Figure], *, check: bool) -> int:
    """The exit code: a broken budget is a failure only for whoever asked."""
    return int(check and any(figure.holds is False for figure in figures))


def _figures(plan: Plan) -> list[Figure]:
    """However the run ends, its servers end first."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(plan.seconds)
    try:
        return list(measured(plan, lambda words: typer.echo(words, err=True)))
    except (NotServed, Unexpected, TooLong, AssertionError) as error:
        sys.exit(f"The run did not come to its end. {error or type(error).__doc__}")
    finally:
        signal.alarm(0)


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=WIDE)


def _too_long(number: int, frame: FrameType | None) -> None:
    raise TooLong


if __name__ == "__main__":
    typer.run(bench)
