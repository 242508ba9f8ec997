"""`yonder demo`: an example workplace with made-up people, to look around in."""

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yonder.cli.folders import Data, use_folder
from yonder.cli.progress import shown
from yonder.cli.serve import DEMO_MARK, Port, answer
from yonder.cli.troubles import Trouble

if TYPE_CHECKING:
    from yonder.demo.workplace import Demo

Serve = Annotated[bool, typer.Option("--serve/--no-serve", help="Serve it after filling it.")]


def demo(port: Port = 8000, data: Data = None, serve: Serve = True) -> None:
    """Fill an example workplace with made-up people and serve it. Safe to call again."""
    # A demo stands by itself. On a ring of real people its daily turn would destroy their keys.
    for name in ("YONDER_RING", "DATABASE_URL"):
        os.environ.pop(name, None)
        os.environ.pop(f"{name}_FILE", None)
    folder = use_folder(data, otherwise="-demo")
    from yonder.cli.preparing import prepare
    from yonder.cli.processes import take_port

    held = take_port(port) if serve else None
    prepare()
    mark_as_demo(folder / DEMO_MARK)
    table = sign_ins(fill())
    if held:
        answer(held, greeting=table)
    else:
        typer.echo(table)


def mark_as_demo(mark: Path) -> None:
    """From here on nobody real writes here. One passphrase for all, new in every demo folder."""
    from yonder.career.people import Person

    if mark.exists():
        return
    if Person.objects.exists():
        raise Trouble(
            f"{mark.parent} holds a real workplace, not a demo.",
            "Nothing was changed.",
            "Name another folder with --data, or start this one with: yonder serve.",
        )
    with open(mark, "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
        file.write(f"{passphrase()}\n")


def passphrase() -> str:
    """Four made-up words that can be said aloud: 2^46 of them."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    pairs = ["".join(secrets.choice(syllables) for _ in range(2)) for _ in range(4)]
    return "-".join(pairs)


def fill() -> "Demo":
    """Fill the workplace while a bar shows how far it is."""
    from yonder.demo import workplace

    with shown("Filling the example workplace") as progress:
        return workplace.fill(progress)


def sign_ins(made: "Demo") -> str:
    """Who one can be, as a table that stays readable in a plain text log."""
    rows = [("sign in as", "name", ""), *((login, name, who) for name, login, who in made.sign_ins)]
    wide = [max(len(row[column]) for row in rows) for column in range(2)]
    lines = [f"  {login:{wide[0]}}  {name:{wide[1]}}  {who}".rstrip() for login, name, who in rows]
    return "\n".join(["", *lines, "", f"Password for everybody: {made.password}"])
