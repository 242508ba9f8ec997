"""A note in the ring folder: where the last backup and the copy of the ring lie, and their age."""

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from yonder.vault.folders import overwrite
from yonder.vault.ring import Ring


class Copied(msgspec.Struct, frozen=True):
    """`backup`: the folder of the newest backup, `made` then. `ring`: the copy, `copied` then."""

    backup: str | None = None
    made: datetime | None = None
    ring: str | None = None
    copied: datetime | None = None


def note_backup(ring: Ring, folder: Path, made: datetime) -> None:
    """Remember the backup in `folder`, which was made at this moment."""
    _write(ring, replace(noted(ring), backup=str(folder), made=made))


def note_ring(ring: Ring, place: Path, at: datetime) -> None:
    """Remember that the ring was copied to `place` at this moment."""
    _write(ring, replace(noted(ring), ring=str(place), copied=at))


def noted(ring: Ring) -> Copied:
    """What is known of copies of this ring and its database; empty when nothing is."""
    try:
        return msgspec.json.decode(_file(ring).read_bytes(), type=Copied)
    except (FileNotFoundError, msgspec.MsgspecError):
        return Copied()


def _write(ring: Ring, note: Copied) -> None:
    overwrite(_file(ring), msgspec.json.encode(note))


def _file(ring: Ring) -> Path:
    return ring.folder / "copied"
