"""`yonder serve`: Yonder for real people, on this machine or behind a proxy."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yonder.cli.folders import Data, use_folder
from yonder.cli.troubles import Trouble

if TYPE_CHECKING:
    from socket import socket

DEMO_MARK = "demo-sign-in.txt"

Port = Annotated[int, typer.Option(help="Where it answers. 0 takes any free port.", max=65535)]
AcceptLostList = Annotated[
    bool,
    typer.Option(
        "--accept-lost-list",
        help="Start without the list of erased things. Everybody is told to check for 14 days.",
    ),
]


def serve(port: Port = 8000, data: Data = None, accept_lost_list: AcceptLostList = False) -> None:
    """Serve Yonder. Without anybody in it yet, a one-time link to begin with is printed."""
    folder = use_folder(data)
    refuse_demo(folder)
    from yonder.cli.preparing import prepare
    from yonder.cli.processes import take_port

    held = take_port(port)
    prepare(accept_lost_list=accept_lost_list)
    answer(held)


def answer(held: "socket", *, greeting: str = "") -> None:
    """Serve the prepared folder on this port until a signal says stop."""
    from yonder.cli.processes import run

    words = welcome(held.getsockname()[1], greeting)
    run(held, on_ready=lambda: typer.echo(words))


def welcome(port: int, greeting: str) -> str:
    """What is said when it answers: a line for machines, then what people need."""
    from django.conf import settings

    from yonder.career.people import Person, first_run_token

    chosen = settings.YONDER_ADDRESS
    address = chosen.geturl() if chosen else f"http://localhost:{port}"
    lines = [f"ready http://127.0.0.1:{port}", greeting]
    if not Person.objects.exists():
        link = f"{address}/first-run/{first_run_token()}/"
        lines.append(f"Nobody is here yet. Begin with this link, within a day: {link}")
    lines.append(f"Open {address} in a browser. Ctrl+C stops it.")
    return "\n".join(line for line in lines if line)


def refuse_demo(folder: Path) -> None:
    """A demo's passphrase lies in its folder, so no real person may ever write into it."""
    if (folder / DEMO_MARK).exists():
        raise Trouble(
            f"{folder} holds a demo, and a demo is not for real notes.",
            "Nothing was changed.",
            "Start it with: yonder demo. Or name another folder with --data.",
        )
