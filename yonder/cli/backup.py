"""`yonder backup`: a copy of the database and of the ring, in two places, while people write."""

import json as as_json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yonder.cli.folders import Data, use_existing_folder
from yonder.cli.progress import shown

if TYPE_CHECKING:
    from yonder.vault.backups import Backup

Place = Annotated[
    Path, typer.Argument(metavar="DIR", help="Where the backups lie, one folder each.")
]
RingCopy = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR2",
        help="Where the one copy of the ring lies. Without it: a folder per user of the machine.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Figures for programs.")]


def backup(place: Place, ring: RingCopy = None, data: Data = None, json: Json = False) -> None:
    """Copy everything into a new folder in DIR, and the ring over its former copy in DIR2.

    A backup can be restored for 7 days, and only together with the ring or its copy.
    """
    folder, copy = prepared(data, ring, place)
    with shown("Copying the database") as progress:
        made = make(folder, place.absolute(), copy, progress)
    size = sum(path.stat().st_size for path in made.folder.iterdir())
    figures = {
        "backup": str(made.folder),
        "ring_copy": str(copy),
        "restorable_until": made.opens_until.isoformat(),
        "parts": sum(map(len, made.manifest.parts.values())),
        "bytes": size,
    }
    typer.echo(as_json.dumps(figures) if json else said(made, copy, size))


def prepared(data: Path | None, ring: Path | None, place: Path | None) -> tuple[Path, Path]:
    """Data folder in use and checked, and the place of the ring's copy, apart from all others."""
    folder = use_existing_folder(data)
    from django.conf import settings

    from yonder.cli.preparing import check_vault
    from yonder.cli.schema import refuse_unprepared
    from yonder.environment import state_folder
    from yonder.vault.here import vault
    from yonder.vault.places import keep_apart
    from yonder.vault.ring_copies import default_place

    refuse_unprepared()
    check_vault()
    copy = (ring or default_place(state_folder(), vault().ring.workplace)).absolute()
    places = {"the ring": settings.RING, "the data folder": folder, "the copy of the ring": copy}
    keep_apart(places | ({"the backup": place.absolute()} if place else {}))
    return folder, copy


def make(folder: Path, place: Path, copy: Path, progress: Callable[[int, int], None]) -> "Backup":
    from yonder import __version__
    from yonder.career.second_factors import HANGING
    from yonder.cli.serve import DEMO_MARK
    from yonder.vault.backups import back_up
    from yonder.vault.here import vault

    mark = folder / DEMO_MARK  # what comes back from a demo has to stay a demo
    return back_up(
        vault(),
        place,
        copy,
        yonder=__version__,
        also=[HANGING],
        beside=[mark] if mark.exists() else [],
        progress=progress,
    )


def said(made: "Backup", copy: Path, size: int) -> str:
    return "\n".join(
        [
            f"Backup: {made.folder} ({size / 1e6:.1f} MB)",
            f"Copy of the ring: {copy}",
            f"It can be restored until {made.opens_until:%d %B %Y}, and only with the ring.",
        ]
    )
