"""The data folder a command works on: chosen by `--data`, shown, private, and ours to write."""

import os
from pathlib import Path
from typing import Annotated

import typer

from yonder.cli.troubles import Trouble

Data = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="The data folder. Without it: YONDER_DATA, or one folder per user of the machine.",
    ),
]


def use_folder(data: Path | None, *, otherwise: str = "") -> Path:
    """Make `data` the folder of this process and load the settings for it.

    `otherwise` is put behind the name of the default folder, for data that must lie beside it.
    """
    from yonder.environment import data_folder

    folder = data.absolute() if data else data_folder()
    if not data and otherwise:
        folder = folder.with_name(folder.name + otherwise)
    typer.echo(f"data folder: {folder}", err=True)
    work_in(folder)
    return folder


def use_existing_folder(data: Path | None) -> Path:
    """`use_folder`, for commands that must not make a folder out of a slip of the finger."""
    return use_folder(_existing(data))


def look_into_folder(data: Path | None) -> Path:
    """`use_existing_folder`, for the command that only looks: what is wrong with it stays so."""
    folder = _existing(data)
    typer.echo(f"data folder: {folder}", err=True)
    _settle_in(folder)
    return folder


def work_in(folder: Path) -> None:
    """Load the settings for `folder`, which is made when it is not there."""
    _make_private(folder)
    _settle_in(folder)


def _existing(data: Path | None) -> Path:
    from yonder.environment import data_folder

    folder = data.absolute() if data else data_folder()
    if not folder.is_dir():
        raise Trouble(
            f"There is no data folder {folder}.",
            "Nothing was changed.",
            "Name the folder that Yonder runs in with --data.",
        )
    return folder


def _settle_in(folder: Path) -> None:
    os.environ["YONDER_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "yonder.settings"
    _load_settings()


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError as error:
        raise Trouble(
            f"{folder} cannot be the data folder: {(error.strerror or 'no access').lower()}.",
            "Nothing was changed.",
            "Name another folder with --data.",
        ) from error


def _load_settings() -> None:
    import django

    django.setup()
