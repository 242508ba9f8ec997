"""A backup: a copy of the database and its manifest, made while people write (2.9)."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from yonder.vault import database_copies, manifests
from yonder.vault.copied import note_backup
from yonder.vault.folders import overwrite, sync
from yonder.vault.here import Vault, date_of
from yonder.vault.manifests import FORMAT, Manifest, NoBackup
from yonder.vault.ring import KEPT
from yonder.vault.ring_copies import copy_ring
from yonder.vault.turning import Hanging, oldest_day, turn


@dataclass(frozen=True)
class Backup:
    """A complete backup on disk."""

    folder: Path
    manifest: Manifest

    @property
    def opens_until(self) -> date:
        """The last day on which it can be restored: its keys live no longer."""
        return date_of(self.manifest.day + KEPT - 1)


def back_up(
    vault: Vault,
    place: Path,
    ring_copy: Path,
    *,
    yonder: str,
    also: Iterable[Hanging] = (),
    beside: Iterable[Path] = (),
    progress: Callable[[int, int], object] = lambda done, total: None,
) -> Backup:
    """Copy the database into a new folder in `place`, then the ring over its copy in `ring_copy`.

    `beside` are small files that go along. The folder gets its name when all is there; after any
    failure nothing of it is left.
    """
    also = list(also)
    # Every row then hangs on the key of today, so the copy opens as long as any can.
    turn(vault, also)
    with _new_folder(place, _name(vault)) as (unfinished, folder):
        manifest = _manifest(vault, yonder, also)
        database_copies.save(unfinished / database_copies.file_name(), progress)
        for file in beside:
            overwrite(unfinished / file.name, file.read_bytes())
        manifest.parts = manifests.describe(unfinished)
        manifests.write(unfinished, manifest)
        copy_ring(vault, ring_copy, also)
    note_backup(vault.ring, folder, manifest.made)
    return Backup(folder, manifest)


def find(place: Path) -> Backup:
    """The backup in `place`, or the newest below it. Raises `NoBackup`, `BackupDamaged`."""
    if not (place / manifests.NAME).exists():
        inside = sorted(path.parent for path in place.glob(f"yonder-*/{manifests.NAME}"))
        if not inside:
            raise NoBackup(place)
        place = inside[-1]
    return Backup(place, manifests.read(place))


def applied() -> list[str]:
    """Every migration that the database in use has seen, as `app.name`."""
    return sorted(".".join(one) for one in MigrationRecorder(connection).applied_migrations())


def _name(vault: Vault) -> str:
    return f"yonder-{vault.clock():%Y-%m-%d-%H%M%S-%f}"


def _manifest(vault: Vault, yonder: str, also: Iterable[Hanging]) -> Manifest:
    return Manifest(
        format=FORMAT,
        yonder=yonder,
        made=vault.clock(),
        day=oldest_day(vault, also),
        workplace=vault.ring.workplace,
        ring=str(vault.ring.folder.absolute()),
        database=connection.vendor,
        schema=applied(),
        parts={},
    )


@contextmanager
def _new_folder(place: Path, name: str) -> Iterator[tuple[Path, Path]]:
    unfinished, folder = place / f"unfinished-{name}", place / name
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished.mkdir(mode=0o700)
    try:
        yield unfinished, folder
        sync(unfinished)
        unfinished.rename(folder)
        sync(place)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
