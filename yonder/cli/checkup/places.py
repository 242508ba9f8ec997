"""Does the ring lie where only its own command copies it, and apart from what it opens?"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from yonder.cli.checkup.findings import Finding, Group, Surroundings
from yonder.vault.copied import noted
from yonder.vault.places import keep_apart
from yonder.vault.refusals import Hindered
from yonder.vault.ring import SKIPPED_BY_BACKUPS

SYNCED = {"Dropbox", "Google Drive", "iCloudDrive", "Nextcloud", "OneDrive", "ownCloud"}
MARKS = (".dropbox", ".dropbox.cache", ".git", ".nextcloudsync.log", ".stfolder")
THIS_MACHINE = ("", "localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Places:
    """`inside` says which place lies inside which. `synced`: what a program copies elsewhere."""

    ring: Path
    data: Path
    inside: str | None
    tagged: bool
    synced: tuple[Path, ...]
    server: str | None


def gather(where: Surroundings) -> Places:
    ring = where.vault.ring.folder
    tag = ring / "CACHEDIR.TAG"
    return Places(
        ring=ring,
        data=where.data,
        inside=_inside(where),
        tagged=tag.is_file() and tag.read_bytes().startswith(SKIPPED_BY_BACKUPS.strip()),
        synced=tuple(place for place in (ring, where.data) if _is_synced(place)),
        server=_server(),
    )


def place_in_place(facts: Places) -> Iterator[Finding]:
    if facts.inside:
        yield Finding(facts.inside, "Move one of them, best to another machine.")


def ring_without_tag(facts: Places) -> Iterator[Finding]:
    if not facts.tagged:
        yield Finding(
            f"{facts.ring} has no CACHEDIR.TAG, so ordinary backups take the keys along.",
            f"Put the line {SKIPPED_BY_BACKUPS.decode().strip()} into that file.",
        )


def synced_folder(facts: Places) -> Iterator[Finding]:
    for place in facts.synced:
        yield Finding(
            f"{place} lies in a folder that another program keeps copies of.",
            "Move it out of there, and set YONDER_RING or --data to the new place.",
        )


def ring_in_data_folder(facts: Places) -> Iterator[Finding]:
    if facts.server is None and facts.ring.resolve().is_relative_to(facts.data.resolve()):
        yield Finding(
            "The ring lies beside the database, so one copy of the folder takes both.",
            "Stop Yonder, move the ring to another volume, and set YONDER_RING to it.",
            red=False,
        )


def ring_beside_server(facts: Places) -> Iterator[Finding]:
    if facts.server is not None and (facts.server in THIS_MACHINE or facts.server[0] == "/"):
        yield Finding(
            "PostgreSQL runs on the machine that has the ring, so one thief gets both.",
            "Run it on another machine, or make sure that its account cannot read the ring.",
            red=False,
        )


def _inside(where: Surroundings) -> str | None:
    note = noted(where.vault.ring)
    places = {"the ring": where.vault.ring.folder, "the data folder": where.data}
    if note.backup:
        places["the backups"] = Path(note.backup).parent
    if note.ring:
        places["the copy of the ring"] = Path(note.ring)
    try:
        keep_apart(places)
    except Hindered as found:
        return found.what
    return None


def _is_synced(place: Path) -> bool:
    way = [place.resolve(), *place.resolve().parents]
    return any(one.name in SYNCED or any((one / mark).exists() for mark in MARKS) for one in way)


def _server() -> str | None:
    is_server = connection.vendor == "postgresql"
    return str(connection.settings_dict["HOST"] or "") if is_server else None


PLACES = Group(
    gather,
    (place_in_place, ring_without_tag, synced_folder, ring_in_data_folder, ring_beside_server),
)
